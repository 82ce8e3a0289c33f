"""A fictional logframe that the fictional activities feed."""

import datetime

from campaigns.enums.results import IndicatorCounts, IndicatorUnit, PeriodState, ResultType, UpdateState
from campaigns.models import ActivityIndicator, Indicator, IndicatorPeriod, IndicatorUpdate, Result
from campaigns.services.demo.consortium import COORDINATOR, MAIN
from campaigns.services.demo.world import World, save

YEARS = (2025, 2026, 2027)
# Code, title, what an activity adds, kinds of activity that feed it, target of a year.
INDICATORS = (
    ("1.1", "Trainings and workshops for public buyers", IndicatorCounts.ACTIVITIES, ("training", "workshop"), 8),
    ("1.2", "People trained", IndicatorCounts.TRAINED, ("training",), 60),
    ("1.3", "Procurers reached in person or online", IndicatorCounts.PROCURERS, ("webinar", "seminar"), 120),
    ("2.1", "Public events and actions", IndicatorCounts.ACTIVITIES, ("street_action", "screening", "congress"), 10),
    ("2.2", "Multipliers with a teaching kit", IndicatorCounts.MULTIPLIERS, ("material",), 150),
    ("3.1", "Decision-makers met", IndicatorCounts.DECISION_MAKERS, ("lobby_event",), 15),
)
SHARES = {2025: (31, 52), 2026: (44, 57)}


def make_logframe(world: World) -> None:
    """Three outputs under one outcome; the first year is locked, since it was reported."""
    project = world.projects[MAIN]
    outcome = save(
        [
            world.make(
                Result, project=project, code="Oc", title="Public buyers know the factories", type=ResultType.OUTCOME
            )
        ]
    )[0]
    outputs = save(
        world.make(
            Result,
            project=project,
            parent=outcome,
            code=f"Op {number}",
            title=title,
            type=ResultType.OUTPUT,
            position=number,
        )
        for number, title in enumerate(("Buyers can ask", "Citizens ask along", "Policy asks too"), 1)
    )
    indicators = save(
        world.make(
            Indicator,
            result=outputs[int(code[0]) - 1],
            code=code,
            name=title,
            counts=counts,
            position=position,
            baseline_value=0,
            means_of_verification="Records of outreach with their evidence.",
        )
        for position, (code, title, counts, _kinds, _target) in enumerate(INDICATORS)
    )
    periods = _periods(world, indicators, [target for *_rest, target in INDICATORS])
    save(_links(world, indicators))
    _make_share(world, outcome)
    IndicatorPeriod.objects.filter(pk__in=[period.pk for period in periods if period.starts_on.year == 2025]).update(
        state=PeriodState.LOCKED
    )


def _periods(world: World, indicators: list[Indicator], targets: list[int]) -> list[IndicatorPeriod]:
    return save(
        world.make(
            IndicatorPeriod,
            indicator=indicator,
            starts_on=datetime.date(year, 1, 1),
            ends_on=datetime.date(year, 12, 31),
            target=target,
        )
        for indicator, target in zip(indicators, targets, strict=True)
        for year in YEARS
    )


def _links(world: World, indicators: list[Indicator]) -> list[ActivityIndicator]:
    main = world.projects[MAIN]
    return [
        world.make(ActivityIndicator, activity=activity, indicator=indicator)
        for indicator, (*_rest, kinds, _target) in zip(indicators, INDICATORS, strict=True)
        for activity in world.activities
        if activity.type in kinds and activity.project == main
    ]


def _make_share(world: World, outcome: Result) -> None:
    """A percentage, told by updates: of the buyers spoken to, how many ask for factories."""
    indicator = save(
        [
            world.make(
                Indicator,
                result=outcome,
                code="Oc.1",
                name="Buyers who ask their contractor for factories",
                unit=IndicatorUnit.PERCENTAGE,
                baseline_value=12,
                means_of_verification="Yearly round of calls.",
                position=20,
            )
        ]
    )[0]
    periods = _periods(world, [indicator], [60])
    save(
        world.make(
            IndicatorUpdate,
            period=period,
            partner=world.partners[COORDINATOR],
            numerator=SHARES[period.starts_on.year][0],
            denominator=SHARES[period.starts_on.year][1],
            text="Fictional.",
            state=UpdateState.APPROVED,
            approved_at=datetime.datetime(period.starts_on.year, 6, 20, 9, tzinfo=datetime.UTC),
        )
        for period in periods
        if period.starts_on.year in SHARES
    )
