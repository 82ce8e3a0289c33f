"""Synthetic projects with partners and indicators, and what these did: activities with five counts each."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from campaigns.enums.outreach import COUNTED_STATES, ActivityState, ActivityType, AudienceGroup, AudienceMeasure, Sex
from campaigns.enums.projects import PartnerRole
from campaigns.enums.results import IndicatorCounts, ResultType
from campaigns.models import (
    Activity,
    ActivityIndicator,
    ActivityPartner,
    AudienceCount,
    Indicator,
    IndicatorPeriod,
    Partner,
    Project,
    ProjectPartner,
    Result,
)
from campaigns.services.scale.copying import analyze, copy_rows, references_checked_at_once, reserve, triggers_off
from campaigns.services.scale.population import Population, organisations, profiles
from campaigns.services.scale.words import identifiers, word

PROJECTS = (50, 25, 15, 10)
PARTNERS_EACH = 12
YEARS = 3
COUNTS_EACH = 5
PIECE = 20_000
STATES = {
    ActivityState.PLANNED: 4,
    ActivityState.DONE: 6,
    ActivityState.SUBMITTED: 4,
    ActivityState.RETURNED: 2,
    ActivityState.APPROVED: 60,
    ActivityState.LOCKED: 22,
    ActivityState.CANCELLED: 2,
}
OTHER_MEASURES = (
    AudienceMeasure.TRAINED,
    AudienceMeasure.MULTIPLIERS,
    AudienceMeasure.PROCURERS,
    AudienceMeasure.DECISION_MAKERS,
)
# Totals of all partners together, and of some the share of one partner.
WHOLE = tuple(IndicatorCounts)
SHARED = (IndicatorCounts.ACTIVITIES, IndicatorCounts.PARTICIPANTS)
ACTIVITY = (
    *("id", "public_id", "name", "project_id", "lead_id", "type", "starts_on", "ends_on", "country_id", "city"),
    *("language", "audience_group", "state", "declared_done_on", "approved_at", "latitude", "longitude"),
)
COUNT = ("id", "activity_id", "measure", "number", "is_estimate", "sex")


@dataclass
class Consortium:
    """One project: its partners, and which indicator counts what, of all and of each partner."""

    project: int
    partners: list[int]
    indicators: dict[tuple[str, int | None], int] = field(default_factory=dict)


def make_consortia(people: Population, today: datetime.date) -> list[Consortium]:
    """Projects of different size, each with partners of its own, results, indicators and yearly targets."""
    numbers = identifiers("W", people.seed)
    partners = profiles(people, Partner, organisations(people, PARTNERS_EACH * len(PROJECTS), "Campaign"))
    made = []
    for position in range(len(PROJECTS)):
        project = Project.objects.create(
            public_id=next(numbers),
            code=f"scale-{people.seed}-{position}",
            name=f"{word(people.chooser)} Campaign {position + 1}",
            starts_on=today.replace(year=today.year - YEARS - 1, month=1, day=1),
            ends_on=today.replace(year=today.year + 1, month=12, day=31),
            is_demo=True,
        )
        consortium = Consortium(project.pk, partners[position * PARTNERS_EACH : (position + 1) * PARTNERS_EACH])
        roles = [PartnerRole.LEAD] + [PartnerRole.PARTNER] * (PARTNERS_EACH - 1)
        ProjectPartner.objects.bulk_create(
            ProjectPartner(project=project, partner_id=partner, role=role, is_demo=True)
            for partner, role in zip(consortium.partners, roles, strict=True)
        )
        made.append(consortium)
    zs = identifiers("Z", people.seed)
    for consortium in made:
        _make_indicators(consortium, zs, today)
    return made


def _make_indicators(consortium: Consortium, numbers: Iterator[str], today: datetime.date) -> None:
    result = Result.objects.create(
        project_id=consortium.project, code="R1", title="More people know", type=ResultType.OUTPUT, is_demo=True
    )
    wanted: list[tuple[IndicatorCounts, int | None]] = [(counts, None) for counts in WHOLE]
    wanted += [(counts, partner) for counts in SHARED for partner in consortium.partners]
    for position, (counts, partner) in enumerate(wanted):
        indicator = Indicator.objects.create(
            public_id=next(numbers),
            name=f"{counts.label}, {position + 1}",
            result=result,
            code=f"1.{position + 1}",
            parent_id=consortium.indicators[counts, None] if partner else None,
            partner_id=partner,
            counts=counts,
            baseline_value=0,
            position=position,
            is_demo=True,
        )
        consortium.indicators[counts, partner] = indicator.pk
        IndicatorPeriod.objects.bulk_create(
            IndicatorPeriod(
                indicator=indicator,
                starts_on=datetime.date(year, 1, 1),
                ends_on=datetime.date(year, 12, 31),
                target=100 * (position + 1),
                is_demo=True,
            )
            for year in range(today.year - YEARS, today.year + 1)
        )


def make_activities(people: Population, consortia: list[Consortium], count: int, today: datetime.date) -> None:
    """So many activities in all states, with counts, co-partners and the indicators that they feed."""
    first = reserve(Activity, count)
    numbers = identifiers("Y", people.seed)
    pieces = [range(start, min(start + PIECE, first + count)) for start in range(first, first + count, PIECE)]
    with references_checked_at_once(Activity, AudienceCount, ActivityPartner, ActivityIndicator):
        with triggers_off(AudienceCount, "parts_within_total_insert", "keep_contributions_insert"):
            led = [_make_piece(people, consortia, keys, numbers, today) for keys in pieces]
        analyze(Activity, AudienceCount)
        # Feeding an indicator fills its roll-up.
        for keys, (chosen, leads) in zip(pieces, led, strict=True):
            copy_rows(ActivityIndicator, ("activity_id", "indicator_id"), _fed(people, keys, chosen, leads))


def _make_piece(
    people: Population, consortia: list[Consortium], keys: range, numbers: Iterator[str], today: datetime.date
) -> tuple[list[Consortium], list[int]]:
    """Gives the project and the lead partner of each."""
    chosen = people.chooser.choices(consortia, weights=PROJECTS, k=len(keys))
    leads = [people.chooser.choice(consortium.partners) for consortium in chosen]
    copy_rows(
        Activity,
        ACTIVITY,
        (
            (pk, next(numbers), *_activity(people, consortium, lead, today))
            for pk, consortium, lead in zip(keys, chosen, leads, strict=True)
        ),
    )
    copy_rows(AudienceCount, COUNT, _counts(people, keys, reserve(AudienceCount, len(keys) * COUNTS_EACH)))
    copy_rows(ActivityPartner, ("activity_id", "partner_id"), _joined(people, keys, chosen, leads))
    return chosen, leads


def _activity(people: Population, consortium: Consortium, lead: int, today: datetime.date) -> tuple[Any, ...]:
    chooser = people.chooser
    state = chooser.choices(list(STATES), weights=list(STATES.values()))[0]
    place = chooser.choice(people.places)
    kind = chooser.choice(ActivityType.values)
    ahead = chooser.randrange(1, 90) if state == ActivityState.PLANNED else -chooser.randrange(5, 365 * YEARS)
    day = today + datetime.timedelta(days=ahead)
    last = day + datetime.timedelta(days=2 if chooser.random() < 0.1 else 0)
    is_done = state not in (ActivityState.PLANNED, ActivityState.CANCELLED)
    point = (round(float(place[name]), 2) for name in ("latitude", "longitude"))
    return (
        f"{ActivityType(kind).label} {word(chooser)} {place['town']}",
        consortium.project,
        lead,
        kind,
        day,
        last,
        place["country"],
        place["town"],
        chooser.choice(("en", "de", "es", "fr", "nl")),
        chooser.choice(AudienceGroup.values),
        state.value,
        last if is_done else None,
        f"{last + datetime.timedelta(days=1)} 12:00+00" if state in COUNTED_STATES else None,
        *(point if chooser.random() < 0.3 else (None, None)),
    )


def _counts(people: Population, keys: range, first: int) -> Iterator[tuple[Any, ...]]:
    """Participants with women and men apart, media contacts, and one measure more."""
    chooser = people.chooser
    for pk in keys:
        total = chooser.randint(4, 400)
        women = chooser.randint(0, total)
        rows = (
            (AudienceMeasure.PARTICIPANTS, total, False, ""),
            (AudienceMeasure.PARTICIPANTS, women, False, Sex.FEMALE.value),
            (AudienceMeasure.PARTICIPANTS, total - women, False, Sex.MALE.value),
            (AudienceMeasure.MEDIA_CONTACTS, chooser.randint(1000, 90_000), True, ""),
            (chooser.choice(OTHER_MEASURES), chooser.randint(1, 60), False, ""),
        )
        for measure, number, is_estimate, sex in rows:
            yield first, pk, measure.value, number, is_estimate, sex
            first += 1


def _joined(people: Population, keys: range, chosen: list[Consortium], leads: list[int]) -> Iterator[tuple[int, int]]:
    for pk, consortium, lead in zip(keys, chosen, leads, strict=True):
        partner = people.chooser.choice(consortium.partners)
        if partner != lead and people.chooser.random() < 0.3:
            yield pk, partner


def _fed(people: Population, keys: range, chosen: list[Consortium], leads: list[int]) -> Iterator[tuple[int, int]]:
    """Its own partner's share of what is shared, and one figure that is counted for all together."""
    for pk, consortium, lead in zip(keys, chosen, leads, strict=True):
        yield pk, consortium.indicators[people.chooser.choice(SHARED), lead]
        yield pk, consortium.indicators[people.chooser.choice(WHOLE[2:]), None]
