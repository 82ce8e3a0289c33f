"""Recording what partners did: one activity, its figures and everybody who took part, saved together."""

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from campaigns.enums.outreach import COUNTED_STATES, NOT_DONE_STATES, ActivityState
from campaigns.models import (
    Activity,
    ActivityContract,
    ActivityDecision,
    ActivityPartner,
    ActivityProcurer,
    ActivityStop,
    Partner,
)
from campaigns.services.outreach.checks import check_entry
from campaigns.services.outreach.counting import replace_counts
from campaigns.services.outreach.entries import KEPT_FIELDS, ActivityEntry, CountEntry, StopEntry
from campaigns.services.outreach.evidence import forget_files
from campaigns.services.outreach.guards import ask_guards
from core.access import access_of
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

__all__ = [
    "ActivityEntry",
    "CountEntry",
    "Recorded",
    "StopEntry",
    "change_activity",
    "delete_activity",
    "record_activity",
]


@dataclass(frozen=True)
class Recorded:
    """The activity, and whether it is new: what a device sends twice is there already."""

    activity: Activity
    is_new: bool


def record_activity(*, actor: "User | None", reason: str, entry: ActivityEntry, now: datetime.datetime) -> Recorded:
    """Records `entry` for the partner that leads it. `actor` None stands for the system itself.

    What `actor` sent before under the same `client_id` is given back as it is.
    """
    if known := _sent_before(actor, entry):
        return Recorded(known, is_new=False)
    _check_lead(actor, entry.lead)
    check_entry(entry, today=localdate(now))
    try:
        return Recorded(_create(actor, reason, entry, now), is_new=True)
    except (IntegrityError, ValidationError):
        # The same entry may have arrived twice at once.
        if known := _sent_before(actor, entry):
            return Recorded(known, is_new=False)
        raise


@transaction.atomic
def _create(actor: "User | None", reason: str, entry: ActivityEntry, now: datetime.datetime) -> Activity:
    with change(actor=actor, reason=reason):
        activity = Activity(**_values(entry), author=actor, client_id=entry.client_id)
        if entry.is_done:
            activity.state, activity.declared_done_on = ActivityState.DONE, localdate(now)
        save_checked(activity)
        _replace_parts(activity, entry)
        ActivityDecision.objects.create(activity=activity, to_state=activity.state, actor=actor, decided_at=now)
    return activity


@transaction.atomic
def change_activity(
    *, actor: "User | None", reason: str, activity: Activity, entry: ActivityEntry, now: datetime.datetime
) -> Activity:
    """Replaces what is recorded by `entry`. Raises `PermissionDenied` where `actor` may not, in this state."""
    held = Activity.objects.select_for_update(of=("self",)).select_related("lead").get(pk=activity.pk)
    if actor and not actor.has_perm("campaigns.change_activity", held):
        raise PermissionDenied
    if held.lead_id != entry.lead.pk:
        _check_lead(actor, entry.lead)
    entry = replace(entry, is_done=_is_done(held, entry))
    check_entry(entry, today=localdate(now))
    with change(actor=actor, reason=reason):
        _check_counted(held)
        before = held.state
        for name, value in _values(entry).items():
            setattr(held, name, value)
        if entry.is_done:
            _declare(held, localdate(now))
        _check_counted(held)
        save_checked(held)
        _replace_parts(held, entry)
        if held.state != before:
            ActivityDecision.objects.create(
                activity=held, from_state=before, to_state=held.state, actor=actor, decided_at=now
            )
    return held


@transaction.atomic
def delete_activity(*, actor: "User | None", reason: str, activity: Activity) -> None:
    """Deletes `activity` with all that belongs to it; its history stays. For administrators."""
    if actor and not actor.has_perm("campaigns.delete_activity", activity):
        raise PermissionDenied
    ask_guards(activity, "")
    paths = list(activity.evidence.values_list("path", flat=True))
    with change(actor=actor, reason=reason):
        activity.delete()
    forget_files(paths)


def _sent_before(actor: "User | None", entry: ActivityEntry) -> Activity | None:
    if entry.client_id is None:
        return None
    known = Activity.objects.filter(client_id=entry.client_id).first()
    if known and known.author_id != (actor.pk if actor else None):
        raise ValidationError({"client_id": _("This number belongs to somebody else's record. Start a new one.")})
    return known


def _check_lead(actor: "User | None", lead: Partner) -> None:
    """Partners record what they lead themselves, administrators for everybody."""
    if actor is None or access_of(actor).is_admin or lead.organisation_id in access_of(actor).partner_organisations:
        return
    raise ValidationError(
        {"lead": _("You record activities of your own organisation, not of %(lead)s.") % {"lead": lead}}
    )


def _values(entry: ActivityEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in KEPT_FIELDS}


def _is_done(activity: Activity, entry: ActivityEntry) -> bool:
    """What was handed in once does not become planned again."""
    return entry.is_done or activity.state not in NOT_DONE_STATES


def _declare(activity: Activity, today: datetime.date) -> None:
    if activity.state == ActivityState.PLANNED:
        activity.state = ActivityState.DONE
    if not activity.declared_done_on or activity.declared_done_on < activity.last_day:
        activity.declared_done_on = today


def _check_counted(activity: Activity) -> None:
    """A figure that counts already may lie in a period that is closed."""
    if activity.state in COUNTED_STATES:
        ask_guards(activity, activity.state)


def _replace_parts(activity: Activity, entry: ActivityEntry) -> None:
    _replace(ActivityPartner, activity, "partner", entry.co_partners)
    _replace(ActivityProcurer, activity, "procurer", entry.procurers)
    _replace(ActivityContract, activity, "contract", entry.contracts)
    _replace_stops(activity, entry.stops)
    replace_counts(activity, entry.counts)


def _replace(model: Any, activity: Activity, name: str, wanted: tuple[Any, ...]) -> None:
    """Rows of `model` for exactly the `wanted` ones; those that stay are not touched."""
    pks = {record.pk for record in wanted}
    held = dict(model.objects.filter(activity=activity).values_list(name, "pk"))
    if gone := [pk for record, pk in held.items() if record not in pks]:
        model.objects.filter(pk__in=gone).delete()
    model.objects.bulk_create([model(activity=activity, **{f"{name}_id": pk}) for pk in sorted(pks - held.keys())])


def _replace_stops(activity: Activity, stops: tuple[StopEntry, ...]) -> None:
    held = {_stop_key(stop): stop.pk for stop in activity.stops.select_related("country")}
    wanted = {_stop_key(stop): stop for stop in stops}
    ActivityStop.objects.filter(pk__in=[held[key] for key in held.keys() - wanted.keys()]).delete()
    new = [ActivityStop(activity=activity, **vars(stop)) for key, stop in wanted.items() if key not in held]
    ActivityStop.objects.bulk_create(new)


def _stop_key(stop: Any) -> tuple[Any, ...]:
    return stop.held_on, stop.city, stop.country, stop.venue
