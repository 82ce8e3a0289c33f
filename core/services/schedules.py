"""When a report is due again, and asking for it. A run that was missed is made up for once, not once each."""

import datetime
import zoneinfo
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from core.enums import Frequency
from core.models import Job, ReportRecipient, ReportSchedule, User
from core.services.jobs import request_once

DAY = datetime.timedelta(days=1)
MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}
MOST_RECIPIENTS = 50


def next_run(schedule: ReportSchedule, after: datetime.datetime) -> datetime.datetime:
    """The first moment of the schedule later than `after`, in UTC.

    An hour that a change of clocks leaves out is the one after it; one that comes twice is the first of the two.
    """
    zone = zoneinfo.ZoneInfo(schedule.time_zone)
    day = after.astimezone(zone).date()
    while True:
        if _falls_on(schedule, day) and (moment := _moment(day, schedule.hour, zone)) > after:
            return moment
        day += DAY


def _falls_on(schedule: ReportSchedule, day: datetime.date) -> bool:
    match schedule.frequency:
        case Frequency.DAILY:
            return True
        case Frequency.WEEKLY:
            return day.isoweekday() == schedule.weekday
    return day.day == schedule.day and (day.month - 1) % MONTHS[Frequency(schedule.frequency)] == 0


def _moment(day: datetime.date, hour: int, zone: zoneinfo.ZoneInfo) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), zone).astimezone(datetime.UTC)


def save_schedule(
    *, schedule: ReportSchedule, recipients: Iterable[str], now: datetime.datetime, owner: User
) -> ReportSchedule:
    """Keeps it with its recipients; those who stopped stay stopped."""
    schedule.owner = owner
    schedule.next_run_at = next_run(schedule, now)
    wanted = {address.lower() for address in recipients}
    with transaction.atomic():
        schedule.save()
        schedule.recipients.exclude(email__in=wanted).delete()
        known = set(schedule.recipients.values_list("email", flat=True))
        ReportRecipient.objects.bulk_create(
            ReportRecipient(schedule=schedule, email=address) for address in sorted(wanted - known)
        )
    return schedule


def pause_schedule(*, schedule: ReportSchedule, is_paused: bool, now: datetime.datetime) -> None:
    """After a pause it goes on with its next moment; nothing is made up for."""
    schedule.is_paused = is_paused
    schedule.next_run_at = next_run(schedule, now)
    schedule.save(update_fields=["is_paused", "next_run_at"])


def stop_mail(*, token: Any, now: datetime.datetime) -> ReportRecipient | None:
    """The recipient who gets nothing from now on; None for a token that is none."""
    recipient = ReportRecipient.objects.select_related("schedule").filter(token=token).first()
    if recipient is not None and recipient.stopped_at is None:
        recipient.stopped_at = now
        recipient.save(update_fields=["stopped_at"])
    return recipient


def run_due(now: datetime.datetime) -> list[Job]:
    """Jobs of all schedules whose moment has come; each schedule moves on to its next one. Two runners share them."""
    with transaction.atomic():
        due = ReportSchedule.objects.due_on(now).select_for_update(skip_locked=True, of=("self",))
        return [_run(schedule, now) for schedule in due.select_related("owner").order_by("next_run_at", "pk")]


def _run(schedule: ReportSchedule, now: datetime.datetime) -> Job:
    job, _is_new = request_once(
        kind="report",
        title=schedule.name,
        parameters={**schedule.parameters, "schedule": schedule.public_id},
        user=schedule.owner,
        now=now,
    )
    schedule.last_run_at, schedule.next_run_at = now, next_run(schedule, now)
    schedule.save(update_fields=["last_run_at", "next_run_at"])
    return job
