"""What may be the same activity, recorded by two."""

import datetime

import pytest

from campaigns.queries.outreach import similar_activities
from tests.factories import campaigns, core


@pytest.mark.parametrize(
    ("place", "asked", "found"),
    [
        ({"city": "Vienna"}, {"city": "vienna"}, True),
        ({"city": "Vienna"}, {"city": "Graz"}, False),
        ({"city": ""}, {"city": "Vienna"}, True),
        ({"city": "", "is_online": True}, {"city": "", "is_online": True}, True),
        ({"city": "Vienna"}, {"city": "", "is_online": True}, False),
        ({"city": "Vienna"}, {"city": ""}, True),
    ],
)
def test_similar_activities_are_at_the_same_place(world, place, asked, found):
    """N4: same date, venue and title warn, whoever logged it."""
    campaigns.ActivityFactory(
        project=world.project, lead=world.joining, name="A training for multipliers", starts_on="2026-02-10", **place
    )
    assert bool(similar_activities(world.entry(**asked), world.users["author"])) == found


def test_similar_activities_are_in_the_same_country(world):
    germany, france = (core.CountryFactory(code=code) for code in ("DE", "FR"))
    other = world.activity(name="Training for multipliers", starts_on="2026-02-10", country=germany)
    asked = {"city": "", "country": germany}
    assert similar_activities(world.entry(**asked), world.users["author"]) == [other]
    assert similar_activities(world.entry(**asked | {"country": france}), world.users["author"]) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, True),
        ({"name": "Film night"}, False),
        ({"starts_on": datetime.date(2026, 2, 11)}, False),
        ({"starts_on": datetime.date(2026, 2, 9), "ends_on": datetime.date(2026, 2, 12)}, True),
        ({"name": " "}, False),
        ({"starts_on": None}, False),
    ],
)
def test_similar_activities_are_on_the_same_days_with_nearly_the_same_title(world, changes, found):
    other = world.activity(name="Tráining for Multipliers 2026", starts_on="2026-02-10", city="Vienna")
    entry = {"name": "Training for multipliers", "starts_on": datetime.date(2026, 2, 10), "city": "Vienna", **changes}
    assert similar_activities(entry, world.users["author"]) == ([other] if found else [])
    assert similar_activities(entry, world.users["author"], besides=other) == []
    assert similar_activities(entry, world.users["stranger"]) == []


def test_cancelled_ones_are_not_similar(world):
    world.activity(name="Training for multipliers", starts_on="2026-02-10", city="Vienna", state="cancelled")
    assert similar_activities(world.entry(), world.users["author"]) == []
