"""Events: what is preset for everything that is logged there."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from campaigns.models import EventPreset, Partner, Project
from core.access import access_of
from core.history import change
from core.models import User
from procurement.services.saving import save_checked


def save_event(*, actor: User, reason: str, values: dict[str, Any], event: EventPreset | None = None) -> EventPreset:
    """A new event of these `values`, or `event` changed to them.

    Raises `PermissionDenied` for somebody else's event, `ValidationError` by field for what cannot be.
    """
    if event and not actor.has_perm("campaigns.change_eventpreset", event):
        raise PermissionDenied
    _check_partner(actor, values["project"], values["lead"])
    record = event or EventPreset()
    for name, value in values.items():
        setattr(record, name, value)
    with change(actor=actor, reason=reason):
        return save_checked(record)


def _check_partner(actor: User, project: Project, lead: Partner) -> None:
    access = access_of(actor)
    if not access.is_admin and lead.organisation_id not in access.partner_organisations:
        raise ValidationError(
            {"lead": _("You prepare events of your own organisation, not of %(lead)s.") % {"lead": lead}}
        )
    if not project.participations.filter(partner=lead).exists():
        names = {"partner": lead, "project": project}
        raise ValidationError({"lead": _("%(partner)s is not in the project %(project)s.") % names})
