"""For whom a person may record: the partner they work for, in a project that the partner is in."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from campaigns.models import Partner, Project, ProjectPartner
from core.access import access_of

if TYPE_CHECKING:
    from core.models import PublicRecord, Record, User


def check_records_for(actor: "User | None", partner: Partner | None, project: Project | None, field: str) -> None:
    """Raises `ValidationError` unless `actor` may record for `partner` in `project`; the system may everything.

    `field` is what the form calls the partner.
    """
    if not _works_for(actor, partner):
        raise ValidationError({field: _("Choose a partner that you work for.")})
    if partner is None or project is None:
        return
    if not ProjectPartner.objects.filter(project=project, partner=partner).exists():
        raise ValidationError({"project": _("%(partner)s is not in this project.") % {"partner": partner}})


def _works_for(actor: "User | None", partner: Partner | None) -> bool:
    if actor is None or access_of(actor).is_admin:
        return True
    return partner is not None and partner.organisation_id in access_of(actor).partner_organisations


def check_may(actor: "User | None", action: str, record: "PublicRecord | Record") -> None:
    """Raises `PermissionDenied` unless `actor` may do `action` ("change", "publish") with `record`."""
    if actor is not None and not actor.has_perm(f"campaigns.{action}_{record._meta.model_name}", record):
        raise PermissionDenied
