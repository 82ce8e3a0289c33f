"""A campaign's activities as an iCalendar feed (RFC 5545)."""

import datetime
import uuid
from collections.abc import Iterable

from django.conf import settings
from icalendar import Calendar, Event

from campaigns.models import Activity, Campaign

PRODUCT = "-//Fair ICT Tracker//Campaign calendar//EN"
REFRESH = datetime.timedelta(hours=12)


def calendar_of(campaign: Campaign, activities: Iterable[Activity]) -> bytes:
    """The feed: one whole-day event an activity, under an identifier that never changes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", campaign.name)
    calendar.add("x-wr-calname", campaign.name)
    calendar.add("url", f"{settings.BASE_URL}{campaign.get_absolute_url()}")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for activity in activities:
        calendar.add_component(_event(activity))
    return bytes(calendar.to_ical())


def uid_of(activity: Activity) -> str:
    """The same in every feed and for ever: it follows from the public identifier alone."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"fair-ict-tracker:activity:{activity.public_id}"))


def place_of(activity: Activity) -> str:
    country = str(activity.country) if activity.country else ""
    return ", ".join(part for part in (activity.venue, activity.city, country) if part)


def _event(activity: Activity) -> Event:
    event = Event()
    event.add("uid", uid_of(activity))
    event.add("dtstamp", activity.updated_at)
    event.add("last-modified", activity.updated_at)
    event.add("summary", activity.name)
    event.add("dtstart", activity.starts_on)
    # The end of a whole-day event is the day after its last.
    event.add("dtend", activity.last_day + datetime.timedelta(days=1))
    event.add("status", "CONFIRMED")
    if place := place_of(activity):
        event.add("location", place)
    if activity.latitude is not None and activity.longitude is not None:
        event.add("geo", (activity.latitude, activity.longitude))
    return event
