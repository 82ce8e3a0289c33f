"""Policy files with what is asked in them, and the advocacy on each."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from campaigns.enums.advocacy import OutcomeState, PolicyStage
from campaigns.models import ActionAddressee, AdvocacyAction, PolicyFile, PolicyOutcome, PolicyRecommendation
from core.reports.document import Column, Kind, Table

if TYPE_CHECKING:
    from core.reports.report import Viewer

Outcomes = dict[tuple[int, int | None], PolicyOutcome]


def policy_table(
    files: Sequence[Any], asks: Sequence[PolicyRecommendation], actions: Sequence[AdvocacyAction], user: "Viewer"
) -> Table:
    """One line a recommendation; a file without any has a line all the same."""
    outcomes = _latest_outcomes(files, user)
    acted = Counter((action.policy_file_id, action.recommendation_id) for action in actions)
    asked: dict[int, list[PolicyRecommendation | None]] = defaultdict(list)
    for each in sorted(asks, key=lambda each: (each.position, each.pk)):
        asked[each.policy_file_id].append(each)
    rows = []
    for file in files:
        for ask in [*asked[file.pk], *_on_the_whole(file, asked[file.pk], acted)]:
            key = (file.pk, ask.pk if ask else None)
            # What was decided on the file as a whole is said of a recommendation that has no decision of its own.
            outcome = outcomes.get(key) or outcomes.get((file.pk, None))
            rows.append([*_file(file), ask.ask if ask else None, acted[key], *_outcome(outcome)])
    return Table(
        name="policies",
        title=_("Policy files"),
        columns=_columns(),
        rows=rows,
        note=_("An action about no recommendation in particular is counted in a line of its own."),
        empty=_("No policy file on record is about this."),
        printed=max(len(rows), 1),
    )


def _columns() -> list[Column]:
    return [
        Column("policy", _("Policy file"), width=2.4),
        Column("level", _("Level"), width=1.2),
        Column("institution", _("Institution"), width=1.5),
        Column("stage", _("Stage"), width=1.3),
        Column("ask", _("What is asked"), width=3),
        Column("actions", _("Meetings and other actions"), Kind.NUMBER, width=1),
        Column("outcome", _("Outcome"), width=1.2),
        Column("decided_on", _("As of"), Kind.DAY, width=1.2),
    ]


def _on_the_whole(
    file: PolicyFile, asks: Sequence[Any], acted: Counter[tuple[int, int | None]]
) -> list[PolicyRecommendation | None]:
    """A line for the file itself where nothing is asked, or an action was about it as a whole."""
    return [None] if not asks or acted[(file.pk, None)] else []


def _latest_outcomes(files: Sequence[PolicyFile], user: "Viewer") -> Outcomes:
    """The latest decision by file and recommendation. One query."""
    rows = PolicyOutcome.objects.visible_to(user).filter(policy_file__in=files).order_by("decided_on", "pk")
    return {(row.policy_file_id, row.recommendation_id): row for row in rows}


def _file(file: Any) -> list[Any]:
    stage = PolicyStage(file.stage).label if file.stage else None
    return [
        file.name,
        file.get_level_display() + (f", {file.country}" if file.country else ""),
        file.institution.name if file.institution else None,
        str(stage) if stage else None,
    ]


def _outcome(outcome: PolicyOutcome | None) -> list[Any]:
    if outcome is None:
        return [None, None]
    return [str(OutcomeState(outcome.state).label), outcome.decided_on]


def action_table(actions: Sequence[AdvocacyAction], user: "Viewer") -> Table:
    """Meetings, letters and the like under their file, the latest first."""
    offices = _offices(actions, user)
    rows = [_action(action, offices.get(action.pk)) for action in actions]
    return Table(
        name="actions",
        title=_("Meetings and other actions"),
        columns=[
            Column("policy", _("Policy file"), width=2),
            Column("day", _("Date"), Kind.DAY, width=1.2),
            Column("kind", _("Kind"), width=1.1),
            Column("partner", _("Partner"), width=1.5),
            Column("subject", _("What was said or sent"), width=2),
            Column("ask", _("What is asked"), width=2),
            Column("offices", _("Offices spoken to"), width=1.5),
            Column("response", _("Answer of the institution"), width=2),
        ],
        rows=rows,
        empty=_("No action that you may see is on record for these files."),
        printed=max(len(rows), 1),
    )


def _action(action: AdvocacyAction, offices: str | None) -> list[Any]:
    return [
        action.policy_file.name,
        action.happened_on,
        action.get_kind_display(),
        str(action.partner),
        action.subject,
        action.recommendation.ask if action.recommendation else None,
        offices,
        action.response,
    ]


def _offices(actions: Sequence[AdvocacyAction], user: "Viewer") -> dict[int, str]:
    """Public offices by action, for those who may know them."""
    found: dict[int, list[str]] = defaultdict(list)
    told = ActionAddressee.objects.visible_to(user).filter(action__in=actions)
    for action, office in told.order_by("decision_maker__office").values_list("action", "decision_maker__office"):
        found[action].append(office)
    return {action: "; ".join(names) for action, names in found.items()}
