"""Recording contacts with institutions; what a step of the pipeline rests on stays as it was."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from campaigns.enums.pipeline import ContactStatus
from campaigns.models import InstitutionContact, Partner, Project, ProjectPartner
from core.access import access_of
from core.history import change
from core.models import Organisation
from procurement.enums import AffiliationStage
from procurement.models import Procurer
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

CHANGEABLE = frozenset(
    {
        "procurer", "body", "kind", "status", "held_on", "subject", "note", "met_with", "activity", "owner",
        "next_step", "next_step_on", "next_step_owner", "next_step_done_on",
    }
)  # fmt: skip


@transaction.atomic
def record_contact(
    *,
    actor: "User | None",
    reason: str,
    procurer: Procurer,
    partner: Partner,
    project: Project,
    kind: str,
    held_on: datetime.date,
    subject: str,
    today: datetime.date,
    status: str = ContactStatus.COMPLETED,
    **details: Any,
) -> InstitutionContact:
    """A contact of `partner` with `procurer`; `details` are further fields of `CHANGEABLE`.

    Who records it is in charge unless `owner` says otherwise.
    """
    contact = InstitutionContact(
        procurer=procurer,
        partner=partner,
        project=project,
        kind=kind,
        status=status,
        held_on=held_on,
        subject=subject,
        is_demo=procurer.is_demo and partner.is_demo,
        **{"owner": actor, **_known(details)},
    )
    return _save(contact, actor, reason, today)


@transaction.atomic
def change_contact(
    *, actor: "User | None", reason: str, contact: InstitutionContact, today: datetime.date, **details: Any
) -> InstitutionContact:
    """Gives `contact` other values of `CHANGEABLE` fields."""
    for name, value in _known(details).items():
        setattr(contact, name, value)
    return _save(contact, actor, reason, today)


def complete_next_step(
    *, actor: "User | None", reason: str, contact: InstitutionContact, today: datetime.date
) -> InstitutionContact:
    """The next step has been done today."""
    return change_contact(actor=actor, reason=reason, contact=contact, today=today, next_step_done_on=today)


def encouraged_needs_contact(
    *, procurer: Procurer, body: Organisation, stage: AffiliationStage | str, happened_on: datetime.date
) -> None:
    """Guard of `record_affiliation_event`: encouraging takes a contact that took place up to that day."""
    if stage != AffiliationStage.ENCOURAGED:
        return
    contacts = InstitutionContact.objects.completed_by(happened_on).about(body.pk)
    if not contacts.filter(procurer=procurer).exists():
        raise ValidationError({"stage": [needs_contact(procurer, happened_on)]})


def needs_contact(procurer: Procurer, day: datetime.date) -> str:
    return _(
        "“Encouraged” needs a contact with %(procurer)s that took place on %(day)s or before. Record it first."
    ) % {"procurer": procurer, "day": date_format(day, "j F Y")}


def _known(details: dict[str, Any]) -> dict[str, Any]:
    if unknown := details.keys() - CHANGEABLE:
        message = f"Contacts have no changeable {', '.join(sorted(unknown))}."
        raise TypeError(message)
    return details


def _save(contact: InstitutionContact, actor: "User | None", reason: str, today: datetime.date) -> InstitutionContact:
    completed = contact.status == ContactStatus.COMPLETED
    if not completed:
        contact.declared_held_on = None
    elif contact.declared_held_on is None or contact.declared_held_on < contact.held_on:
        contact.declared_held_on = today
    if not contact.next_step:
        contact.next_step_owner = None
    elif contact.next_step_owner is None:
        contact.next_step_owner = contact.owner
    if problems := dict(_problems(contact, today)):
        raise ValidationError({name: [text] for name, text in problems.items()})
    with change(actor=actor, reason=reason):
        return save_checked(contact)


def _problems(contact: InstitutionContact, today: datetime.date) -> Iterator[tuple[str, str]]:
    if contact.status == ContactStatus.COMPLETED and contact.held_on > today:
        yield "held_on", _("What lies in the future is planned; it cannot have taken place already.")
    if not ProjectPartner.objects.filter(project=contact.project, partner=contact.partner).exists():
        yield "project", _("This partner is not in the project.")
    if contact.activity is not None and contact.activity.project_id != contact.project_id:
        yield "activity", _("This activity belongs to another project.")
    yield from _next_step(contact, today)
    yield from _people(contact)
    yield from _ground(contact)


def _next_step(contact: InstitutionContact, today: datetime.date) -> Iterator[tuple[str, str]]:
    if contact.next_step_done_on and contact.next_step_done_on > today:
        yield "next_step_done_on", _("This day lies in the future.")
    if (contact.next_step_on or contact.next_step_done_on) and not contact.next_step:
        yield "next_step", _("Say what the next step is.")


def _people(contact: InstitutionContact) -> Iterator[tuple[str, str]]:
    for name in ("owner", "next_step_owner"):
        person = getattr(contact, name)
        if person is None:
            continue
        access = access_of(person)
        if not access.is_admin and contact.partner.organisation_id not in access.partner_organisations:
            yield name, _("This person does not work for the partner.")


def _ground(contact: InstitutionContact) -> Iterator[tuple[str, str]]:
    """A step of the pipeline that rests on the contact keeps its ground."""
    steps = contact.moves.select_related("event__affiliation") if contact.pk else []
    for move in steps:
        affiliation = move.event.affiliation
        other_body = contact.body_id is not None and contact.body_id != affiliation.body_id
        if contact.status != ContactStatus.COMPLETED:
            yield "status", _("A step of the affiliation rests on this contact: it has taken place.")
        if contact.held_on > move.event.happened_on:
            yield "held_on", _("A step of the affiliation rests on this contact and is older.")
        if contact.procurer_id != affiliation.procurer_id or other_body:
            yield "procurer", _("A step of the affiliation rests on this contact with this institution.")
