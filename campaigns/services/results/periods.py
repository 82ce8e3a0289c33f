"""Periods of indicators: open, locked, reported; and what a closed one refuses."""

import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from campaigns.enums.outreach import COUNTED_STATES, ActivityState
from campaigns.enums.results import PeriodState
from campaigns.models import Activity, IndicatorPeriod
from campaigns.queries.results.closing import closed_period, closed_periods_of
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

MOVES = {
    PeriodState.OPEN: (PeriodState.LOCKED, PeriodState.REPORTED),
    PeriodState.LOCKED: (PeriodState.OPEN,),
    PeriodState.REPORTED: (PeriodState.LOCKED,),
}


def lock_period(*, actor: "User | None", reason: str, period: IndicatorPeriod) -> IndicatorPeriod:
    """From here on nothing comes in or goes out."""
    return move_period(actor=actor, reason=reason, period=period, target=PeriodState.LOCKED)


def report_period(*, actor: "User | None", reason: str, period: IndicatorPeriod) -> IndicatorPeriod:
    """The locked figures went to the funder."""
    return move_period(actor=actor, reason=reason, period=period, target=PeriodState.REPORTED)


def unlock_period(*, actor: "User | None", reason: str, period: IndicatorPeriod) -> IndicatorPeriod:
    """Opens a closed period; the reason stays on record."""
    return move_period(actor=actor, reason=reason, period=period, target=PeriodState.OPEN)


@transaction.atomic
def move_period(*, actor: "User | None", reason: str, period: IndicatorPeriod, target: PeriodState) -> IndicatorPeriod:
    """Moves the period to `target`. Raises `PermissionDenied` for others than coordinator and administrators."""
    held = IndicatorPeriod.objects.select_for_update().get(pk=period.pk)
    if actor and not actor.has_perm("campaigns.close_indicatorperiod", held):
        raise PermissionDenied
    if held.state not in MOVES[target]:
        text = _("This is not possible while the period is: %(state)s.") % {"state": held.get_state_display()}
        raise ValidationError({"state": text})
    if not reason.strip():
        raise ValidationError({"reason": _("Say in a few words why; the history keeps it.")})
    held.state = target
    with change(actor=actor, reason=reason):
        save_checked(held)
    period.state = held.state
    return held


def check_open(period: IndicatorPeriod) -> None:
    """Raises `ValidationError` where the period, or one of an indicator that it adds to, is closed."""
    found = closed_period([period.indicator_id], period.ends_on)
    if found:
        raise ValidationError({"period": _closed(found)})


def check_day(indicator_id: int, day: datetime.date) -> None:
    """The same for the last day of an activity that feeds the indicator."""
    found = closed_period([indicator_id], day)
    if found:
        raise ValidationError({"indicator": _closed(found)})


def guard_activity(activity: Activity, to_state: str) -> None:
    """For `settings.ACTIVITY_GUARDS`: figures of closed periods stay. `to_state` "" stands for deleting.

    A move that changes no figure (handing in, or locking what is approved) is nobody's business here.
    """
    locks = activity.state == ActivityState.APPROVED and to_state == ActivityState.LOCKED
    if locks or not {activity.state, to_state} & set(COUNTED_STATES):
        return
    found = closed_periods_of(activity)
    if found:
        raise ValidationError({"state": _closed(found)})


def _closed(period: IndicatorPeriod) -> str:
    words = {
        "indicator": period.indicator,
        "first": date_format(period.starts_on),
        "last": date_format(period.ends_on),
        "state": period.get_state_display(),
    }
    return (
        _(
            "The period %(first)s to %(last)s of the indicator “%(indicator)s” is closed (%(state)s). "
            "Only the coordinator can open it again."
        )
        % words
    )
