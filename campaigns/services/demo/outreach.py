"""What the fictional partners did: activities of every kind and state, with figures that hold together."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from campaigns.enums.outreach import COUNTED_STATES, NOT_DONE_STATES, ActivityState, AgeBand, AudienceMeasure, Sex
from campaigns.models import (
    Activity,
    ActivityContract,
    ActivityDecision,
    ActivityPartner,
    ActivityProcurer,
    ActivityStop,
    AudienceCount,
    EventPreset,
)
from campaigns.services.demo.consortium import MAIN, NORDIC
from campaigns.services.demo.parties import BUYER, PARTNER
from campaigns.services.demo.world import ANCHOR, World, chance, rows_of, save
from procurement.models import Contract

BEGIN = datetime.date(2025, 2, 3)
ROUNDS = 4
PLACES = {
    "Fair Circuits Europe": ("NL", "Rotterdam", "Utrecht", "Groningen"),
    "Skäligt Inköp Nu": ("SE", "Malmö", "Lund", "Göteborg"),
    "Aparells Justos": ("ES", "Girona", "Barcelona", "Lleida"),
    "Rechte im Takt": ("AT", "Linz", "Graz", "Wien"),
    "Tiszta Beszerzés": ("HU", "Pécs", "Szeged", "Budapest"),
}
PACKAGES = {
    "procurers": "WP1",
    "companies": "WP1",
    "decision_makers": "WP3",
    "experts": "WP3",
    "media": "WP3",
}
# What became of those of the last months, in turn; earlier ones are approved, those of 2025 reported and locked.
LATELY = (
    ActivityState.APPROVED,
    ActivityState.SUBMITTED,
    ActivityState.APPROVED,
    ActivityState.RETURNED,
    ActivityState.APPROVED,
    ActivityState.DONE,
    ActivityState.CANCELLED,
)
COMMENT = "Say how many of them buy for a public body, please."
PATHS = {
    ActivityState.PLANNED: (ActivityState.PLANNED,),
    ActivityState.CANCELLED: (ActivityState.PLANNED, ActivityState.CANCELLED),
    ActivityState.DONE: (ActivityState.DONE,),
    ActivityState.SUBMITTED: (ActivityState.DONE, ActivityState.SUBMITTED),
    ActivityState.RETURNED: (ActivityState.DONE, ActivityState.SUBMITTED, ActivityState.RETURNED),
    ActivityState.APPROVED: (ActivityState.DONE, ActivityState.SUBMITTED, ActivityState.APPROVED),
    ActivityState.LOCKED: (ActivityState.DONE, ActivityState.SUBMITTED, ActivityState.APPROVED, ActivityState.LOCKED),
}


@dataclass(frozen=True)
class Told:
    """One line of the story: what, by whom, when, and how it stands."""

    row: dict[str, str]
    partner: str
    day: datetime.date
    state: ActivityState
    position: int


def make_outreach(world: World) -> None:
    """Activities with counts, co-partners, stops and decisions; the latest ones are still to come."""
    event = save([_event(world)])[0]
    told = [*_story(), *_to_come(world.today)]
    world.activities = save(_activity(world, each, event) for each in told)
    counts = [
        count for each, activity in zip(told, world.activities, strict=True) for count in _counts(world, each, activity)
    ]
    save(counts)
    save(_co_partners(world))
    save(_stops(world))
    save(_buyers(world))
    contract = Contract.objects.filter(buyer=world.procurers[BUYER]).order_by("pk").first()
    dialogue = next(activity for activity in world.activities if activity.type == "market_dialogue")
    save([world.make(ActivityContract, activity=dialogue, contract=contract)])
    ActivityDecision.objects.bulk_create(
        decision
        for each, activity in zip(told, world.activities, strict=True)
        for decision in _decisions(each, activity)
    )


def _story() -> Iterator[Told]:
    """Every kind of activity by every partner in turn, from the beginning up to the anchor."""
    rows, partners = rows_of("activities"), list(PLACES)
    total = len(rows) * ROUNDS
    step = (ANCHOR - BEGIN) / total
    for position in range(total):
        day = BEGIN + step * position
        if day.year == 2025:
            state = ActivityState.LOCKED
        elif day < datetime.date(2026, 4, 1):
            state = ActivityState.APPROVED
        else:
            state = LATELY[position % len(LATELY)]
        yield Told(rows[position % len(rows)], partners[position % len(partners)], day, state, position)


def _to_come(today: datetime.date) -> Iterator[Told]:
    rows = rows_of("activities")
    for position, days in enumerate((6, 20, 41)):
        day = today + datetime.timedelta(days=days)
        yield Told(rows[position * 4], list(PLACES)[position + 1], day, ActivityState.PLANNED, 900 + position)


def _event(world: World) -> EventPreset:
    country, city, *_rest = PLACES[PARTNER]
    return world.make(
        EventPreset,
        project=world.projects[MAIN],
        lead=world.partners[PARTNER],
        name="Fair devices congress 2026",
        type="congress",
        starts_on=datetime.date(2026, 5, 21),
        ends_on=datetime.date(2026, 5, 22),
        country_id=country,
        city=city,
        venue="Congress hall at the canal",
        language="en",
        audience_group="civil_society",
    )


def _activity(world: World, told: Told, event: EventPreset) -> Activity:
    nordic = told.partner == PARTNER and told.day.year == 2026 and told.row["audience"] == "procurers"
    with_event = told.row["type"] == "congress" and told.partner == PARTNER
    return world.make(
        Activity,
        project=world.projects[NORDIC if nordic else MAIN],
        work_package=None if nordic else world.work_packages[PACKAGES.get(told.row["audience"], "WP2")],
        lead=world.partners[told.partner],
        type=told.row["type"],
        name=told.row["title"],
        audience_group=told.row["audience"],
        description="A fictional activity that shows what a record of outreach holds.",
        event=event if with_event else None,
        **_occasion(told),
        **_standing(told),
    )


def _occasion(told: Told) -> dict[str, Any]:
    """When, where and in which language."""
    country, *cities = PLACES[told.partner]
    is_online = bool(told.row["online"])
    return {
        "starts_on": told.day,
        "ends_on": _last_day(told) if told.row["type"] == "speaker_tour" else None,
        "country_id": None if is_online else country,
        "city": "" if is_online else cities[told.position % len(cities)],
        "is_online": is_online,
        "language": {row["name"]: row["language"] for row in rows_of("partners")}[told.partner],
    }


def _standing(told: Told) -> dict[str, Any]:
    """Its state and the dates that go with it."""
    is_done = told.state not in NOT_DONE_STATES
    return {
        "state": told.state,
        "is_announced": told.state == ActivityState.PLANNED,
        "declared_done_on": _last_day(told) + datetime.timedelta(days=1) if is_done else None,
        "approved_at": _moment(told.day, 20) if told.state in COUNTED_STATES else None,
    }


def _last_day(told: Told) -> datetime.date:
    return told.day + datetime.timedelta(days=4 if told.row["type"] == "speaker_tour" else 0)


def _counts(world: World, told: Told, activity: Activity) -> Iterator[AudienceCount]:
    """A total, and for most how many were women and men and how old; the rest is not known."""
    if told.state in NOT_DONE_STATES:
        return
    chooser = chance(f"audience {told.position}")
    measure = told.row["measure"]
    total = max(3, round(int(told.row["number"]) * chooser.uniform(0.6, 1.5)))
    estimated = measure in (AudienceMeasure.UNIQUE_REACH, AudienceMeasure.MEDIA_CONTACTS) or total > 200
    yield world.make(AudienceCount, activity=activity, measure=measure, number=total, is_estimate=estimated)
    if estimated:
        return
    women = round(total * chooser.uniform(0.4, 0.65))
    men = round((total - women) * chooser.uniform(0.7, 1))
    for sex, number in ((Sex.FEMALE, women), (Sex.MALE, men)):
        yield world.make(AudienceCount, activity=activity, measure=measure, number=number, sex=sex)
    if told.position % 3 == 0:
        young = round(total * chooser.uniform(0.2, 0.5))
        yield world.make(AudienceCount, activity=activity, measure=measure, number=young, age_band=AgeBand.FROM_18)


def _co_partners(world: World) -> Iterator[ActivityPartner]:
    names = list(PLACES)
    for position, activity in enumerate(world.activities):
        if position % 5 == 0:
            name = names[(position + 2) % len(names)]
            if world.partners[name] != activity.lead:
                yield world.make(ActivityPartner, activity=activity, partner=world.partners[name])


def _stops(world: World) -> Iterator[ActivityStop]:
    for activity in world.activities:
        if activity.type == "speaker_tour":
            country, *cities = PLACES[str(activity.lead)]
            for number, city in enumerate(cities):
                day = activity.starts_on + datetime.timedelta(days=2 * number)
                yield world.make(ActivityStop, activity=activity, held_on=day, city=city, country_id=country)


def _buyers(world: World) -> Iterator[ActivityProcurer]:
    buyers = list(world.procurers.values())
    for position, activity in enumerate(world.activities):
        if activity.audience_group == "procurers":
            yield world.make(ActivityProcurer, activity=activity, procurer=buyers[position % len(buyers)])


def _decisions(told: Told, activity: Activity) -> Iterator[ActivityDecision]:
    before = ""
    for number, state in enumerate(PATHS[told.state]):
        returned = state == ActivityState.RETURNED
        yield ActivityDecision(
            activity=activity,
            from_state=before,
            to_state=state,
            comment=COMMENT if returned else "",
            decided_at=_moment(activity.last_day, 1 + 6 * number),
        )
        before = state


def _moment(day: datetime.date, days: int) -> datetime.datetime:
    """Some morning after `day`."""
    return datetime.datetime.combine(day + datetime.timedelta(days=days), datetime.time(9), tzinfo=datetime.UTC)
