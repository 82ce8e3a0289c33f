"""Which indicators an activity feeds."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.models import Activity, ActivityIndicator, Indicator
from campaigns.services.results.periods import check_day
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

LINKED = "Linked to an indicator"
UNLINKED = "Taken off an indicator"


@transaction.atomic
def link_activity(
    *, actor: "User | None", activity: Activity, indicator: Indicator, reason: str = LINKED
) -> ActivityIndicator:
    """Lets `activity` feed `indicator`. What counts already is linked only by who may approve it."""
    held = _held(actor, activity)
    if indicator.project != held.project:
        raise ValidationError({"indicator": _("This indicator belongs to another project.")})
    if not indicator.counts:
        raise ValidationError({"indicator": _("Activities do not feed this indicator; it lives on updates.")})
    check_day(indicator.pk, held.last_day)
    with change(actor=actor, reason=reason):
        return save_checked(ActivityIndicator(activity=held, indicator=indicator))


@transaction.atomic
def unlink_activity(*, actor: "User | None", link: ActivityIndicator, reason: str = UNLINKED) -> None:
    """Takes the activity off the indicator."""
    held = _held(actor, link.activity)
    check_day(link.indicator_id, held.last_day)
    with change(actor=actor, reason=reason):
        link.delete()


def _held(actor: "User | None", activity: Activity) -> Activity:
    related = ("lead", "project")
    held = Activity.objects.select_for_update(of=("self",)).select_related(*related).get(pk=activity.pk)
    if actor and not actor.has_perm("campaigns.link_activity", held):
        raise PermissionDenied
    return held
