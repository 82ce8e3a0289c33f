"""What a policy file's page tells, in order of time."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from campaigns.models import (
    AdvocacyAction,
    Petition,
    PolicyFile,
    PolicyOutcome,
    PolicyRecommendation,
    PolicyStep,
    Position,
)

if TYPE_CHECKING:
    from core.queries.histories import Viewer


@dataclass(frozen=True)
class Happening:
    """Something of a policy file on a day: a step, an action, a position or a decision (`kind`)."""

    on: datetime.date
    kind: str
    record: Any


@dataclass(frozen=True)
class Asked:
    """A recommendation, the latest that was decided on it, and how many actions were about it."""

    recommendation: PolicyRecommendation
    outcome: PolicyOutcome | None
    actions: int


def happenings_of(policy_file: PolicyFile, user: "Viewer") -> list[Happening]:
    """What happened on the file as far as `user` may see it, the latest first. Five queries at most."""
    steps = PolicyStep.objects.visible_to(user).filter(policy_file=policy_file).select_related("source")
    actions = AdvocacyAction.objects.visible_to(user).filter(policy_file=policy_file).for_listing()
    positions = Position.objects.visible_to(user).filter(policy_file=policy_file).select_related("organisation")
    outcomes = PolicyOutcome.objects.visible_to(user).filter(policy_file=policy_file)
    found = [
        *(Happening(row.happened_on, "step", row) for row in steps),
        *(Happening(row.happened_on, "action", row) for row in actions),
        *(Happening(row.agreed_on, "position", row) for row in positions),
        *(Happening(row.decided_on, "outcome", row) for row in outcomes.select_related("source", "recommendation")),
    ]
    return sorted(found, key=lambda one: (one.on, one.record.pk), reverse=True)


def asked_in(policy_file: PolicyFile, happenings: list[Happening]) -> list[Asked]:
    """The recommendations of the file in its order, with what came of them; `happenings` are the viewer's."""
    rows = policy_file.recommendations.select_related("source", "publication")
    decided: dict[int, PolicyOutcome] = {}
    acted: dict[int, int] = {}
    for one in happenings:
        about = getattr(one.record, "recommendation_id", None)
        if about is not None and one.kind == "outcome":
            decided.setdefault(about, one.record)
        if about is not None and one.kind == "action":
            acted[about] = acted.get(about, 0) + 1
    return [Asked(row, decided.get(row.pk), acted.get(row.pk, 0)) for row in rows]


def petitions_of(user: "Viewer", **owner: Any) -> Any:
    """Petitions of a policy file or a campaign with their latest counts."""
    rows = Petition.objects.visible_to(user).filter(**owner).with_latest_count().prefetch_related("counts")
    return rows.order_by("-opened_on", "pk")
