"""Moving an institution along the affiliation pipeline: a dated step, by a partner, on the ground of a contact."""

import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.enums.pipeline import ContactStatus
from campaigns.models import InstitutionContact, Partner, PipelineMove, Project, ProjectPartner
from campaigns.services.pipeline.contacts import needs_contact
from core.history import change
from core.models import Organisation, Source
from procurement.enums import AffiliationStage
from procurement.models import Procurer
from procurement.services.affiliations import record_affiliation_event
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User


@transaction.atomic
def move_stage(
    *,
    actor: "User | None",
    reason: str,
    procurer: Procurer,
    body: Organisation,
    stage: AffiliationStage | str,
    happened_on: datetime.date,
    partner: Partner,
    project: Project,
    today: datetime.date,
    contact: InstitutionContact | None = None,
    route: str = "",
    via: Organisation | None = None,
    source: Source | None = None,
    note: str = "",
) -> PipelineMove:
    """The step of `procurer` towards `body` that `partner` brought about; see `procurement.stages` for the order.

    `encouraged` rests on a completed contact of a project's partner: the given one, else the latest up to that day.
    For `affiliated`, `happened_on` is the day of signature.
    """
    if not ProjectPartner.objects.filter(project=project, partner=partner).exists():
        raise ValidationError({"project": [_("This partner is not in the project.")]})
    if contact is not None:
        _check_ground(contact, procurer, body, happened_on)
    elif stage == AffiliationStage.ENCOURAGED:
        contact = _latest_ground(procurer, body, happened_on, partner)
        if contact is None:
            raise ValidationError({"stage": [needs_contact(procurer, happened_on)]})
    with change(actor=actor, reason=reason):
        event = record_affiliation_event(
            actor=actor,
            reason=reason,
            procurer=procurer,
            body=body,
            stage=stage,
            happened_on=happened_on,
            route=route,
            via=via,
            source=source,
            note=note,
            today=today,
        )
        move = PipelineMove(event=event, project=project, partner=partner, contact=contact, is_demo=event.is_demo)
        return save_checked(move)


def _check_ground(
    contact: InstitutionContact, procurer: Procurer, body: Organisation, happened_on: datetime.date
) -> None:
    if contact.procurer_id != procurer.pk or contact.body_id not in (None, body.pk):
        problem = _("This contact was with another institution, or about another body.")
    elif contact.status != ContactStatus.COMPLETED:
        problem = _("This contact has not taken place.")
    elif contact.held_on > happened_on:
        problem = _("This contact took place after that day.")
    else:
        return
    raise ValidationError({"contact": [problem]})


def _latest_ground(
    procurer: Procurer, body: Organisation, day: datetime.date, partner: Partner
) -> InstitutionContact | None:
    """The partner's own latest contact, else that of another one."""
    contacts = InstitutionContact.objects.completed_by(day).about(body.pk).filter(procurer=procurer)
    latest = contacts.order_by("-held_on", "-pk")
    own: InstitutionContact | None = latest.filter(partner=partner).first()
    return own or latest.first()
