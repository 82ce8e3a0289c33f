"""Ways from a figure to what is behind it."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from campaigns.enums.outreach import COUNTED_STATES
from campaigns.queries.desk import Desk


def address(name: str, *args: Any, **query: Any) -> str:
    """The page `name` with its filters; empty where there is no such page."""
    try:
        url = reverse(f"campaigns:{name}", args=args)
    except NoReverseMatch:
        return ""
    asked = {key: value for key, value in query.items() if value}
    return f"{url}?{urlencode(asked, doseq=True)}" if asked else url


def activities(desk: Desk, **query: Any) -> str:
    """The list of activities of the desk."""
    return address("activity-list", project=desk.project.public_id, lead=leads(desk), **query)


def own_activities(desk: Desk, **query: Any) -> str:
    """The list of activities that the own partners lead."""
    partners = [partner.public_id for partner in desk.partners]
    return address("activity-list", project=desk.project.public_id, lead=partners, **query)


def counted(desk: Desk, **query: Any) -> str:
    """The list of approved activities of the period."""
    states = [state.value for state in COUNTED_STATES]
    return activities(desk, state=states, from_day=desk.first, to_day=desk.last, **query)


def leads(desk: Desk) -> list[str]:
    """Whose records these are; nobody's where they are the whole project's."""
    return [] if desk.coordinates else [partner.public_id for partner in desk.partners]
