"""Recording what was said to institutions, what they answered, and signatures."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from campaigns.models import (
    ActionAddressee,
    Activity,
    AdvocacyAction,
    DecisionMaker,
    Partner,
    Petition,
    PetitionCount,
    PolicyFile,
    PolicyOutcome,
    PolicyRecommendation,
    Project,
)
from campaigns.services.working import check_may, check_records_for
from core.history import change
from core.models import Source
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

PLAIN = ("kind", "recommendation", "happened_on", "subject", "response", "is_public", "activity")


@dataclass(frozen=True)
class ActionEntry:
    """What a person states of a meeting, letter or the like; `outcome` is what was decided with it, if anything."""

    policy_file: PolicyFile
    kind: str
    happened_on: datetime.date
    partner: Partner | None = None
    project: Project | None = None
    recommendation: PolicyRecommendation | None = None
    subject: str = ""
    response: str = ""
    outcome: str = ""
    decision_makers: tuple[DecisionMaker, ...] = ()
    activity: Activity | None = None
    is_public: bool = False
    is_demo: bool = False


@transaction.atomic
def record_action(*, actor: "User | None", reason: str, entry: ActionEntry, today: datetime.date) -> AdvocacyAction:
    """An action of a partner on a policy file, and what was decided on its recommendation."""
    check_records_for(actor, entry.partner, entry.project, "partner")
    action = AdvocacyAction(
        policy_file=entry.policy_file, partner=entry.partner, project=entry.project, is_demo=entry.is_demo
    )
    with change(actor=actor, reason=reason):
        return _save(action, entry, today)


@transaction.atomic
def change_action(
    *, actor: "User | None", reason: str, action: AdvocacyAction, entry: ActionEntry, today: datetime.date
) -> AdvocacyAction:
    """States the action anew; file, partner and project stay."""
    check_may(actor, "change", action)
    with change(actor=actor, reason=reason):
        return _save(action, entry, today)


def _save(action: AdvocacyAction, entry: ActionEntry, today: datetime.date) -> AdvocacyAction:
    _check(action, entry, today)
    for name in PLAIN:
        setattr(action, name, getattr(entry, name))
    save_checked(action)
    wanted = {maker.pk for maker in entry.decision_makers}
    rows = dict(action.addressees.values_list("decision_maker_id", "pk"))
    ActionAddressee.objects.filter(pk__in=[pk for maker, pk in rows.items() if maker not in wanted]).delete()
    ActionAddressee.objects.bulk_create(
        ActionAddressee(action=action, decision_maker_id=pk, is_demo=action.is_demo)
        for pk in sorted(wanted - rows.keys())
    )
    if entry.outcome:
        save_checked(
            PolicyOutcome(
                policy_file=action.policy_file,
                recommendation=entry.recommendation,
                state=entry.outcome,
                decided_on=entry.happened_on,
                is_demo=action.is_demo,
            )
        )
    return action


def _check(action: AdvocacyAction, entry: ActionEntry, today: datetime.date) -> None:
    if entry.happened_on > today:
        raise ValidationError({"happened_on": _("What lies in the future has not taken place yet.")})
    if entry.recommendation and entry.recommendation.policy_file_id != action.policy_file_id:
        raise ValidationError({"recommendation": _("This recommendation belongs to another policy file.")})


@transaction.atomic
def record_outcome(
    *,
    actor: "User | None",
    reason: str,
    policy_file: PolicyFile,
    state: str,
    decided_on: datetime.date,
    recommendation: PolicyRecommendation | None = None,
    source: Source | None = None,
    note: str = "",
) -> PolicyOutcome:
    """What was decided on a file or one of its recommendations, and who says so."""
    if recommendation and recommendation.policy_file_id != policy_file.pk:
        raise ValidationError({"recommendation": _("This recommendation belongs to another policy file.")})
    with change(actor=actor, reason=reason):
        return save_checked(
            PolicyOutcome(
                policy_file=policy_file,
                recommendation=recommendation,
                state=state,
                decided_on=decided_on,
                source=source,
                note=note,
            )
        )


def count_signatures(
    *,
    actor: "User | None",
    reason: str,
    petition: Petition,
    counted_on: datetime.date,
    signatures: int,
    today: datetime.date,
) -> PetitionCount:
    """Signatures up to a day, all together; they do not become fewer. A count of the same day is put right."""
    if counted_on > today:
        raise ValidationError({"counted_on": _("This day has not come yet.")})
    count = PetitionCount.objects.filter(petition=petition, counted_on=counted_on).first()
    count = count or PetitionCount(petition=petition, counted_on=counted_on, is_demo=petition.is_demo)
    count.signatures = signatures
    try:
        with transaction.atomic(), change(actor=actor, reason=reason):
            count.full_clean()
            count.save()
    except IntegrityError as error:
        raise ValidationError(
            {"signatures": _("An earlier count is higher, or a later one lower: signatures do not become fewer.")}
        ) from error
    return count
