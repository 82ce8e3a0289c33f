"""How far indicators have come: baseline, target, what was reached and the share of the way."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add

from campaigns.models import Indicator, IndicatorPeriod, IndicatorUpdate
from campaigns.queries.results.contributions import Sums, sums_by_partner

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Progress:
    """One indicator in one period, or over all its periods (`period` None)."""

    indicator: Indicator
    period: IndicatorPeriod | None
    target: Decimal | None
    sums: Sums
    narrative: str = ""

    @property
    def actual(self) -> Decimal | None:
        """The figure reached; None where there is no whole to take a percentage of, and for what is told in words."""
        if self.indicator.is_qualitative:
            return None
        if not self.indicator.is_percentage:
            return self.sums.number
        return self.sums.numerator * HUNDRED / self.sums.denominator if self.sums.denominator else None

    @property
    def share(self) -> Decimal | None:
        """How much of the way from the baseline to the target is done, in per cent; below zero: further away."""
        return share_of_way(self.indicator, self.target, self.actual)

    @property
    def is_reached(self) -> bool | None:
        """Whether the target is met; None where that cannot be said."""
        if self.target is None or self.actual is None:
            return None
        return self.actual >= self.target if self.indicator.is_ascending else self.actual <= self.target


def share_of_way(indicator: Indicator, target: Decimal | None, actual: Decimal | None) -> Decimal | None:
    """(actual - baseline) / (target - baseline) in per cent. Without a baseline an ascending way begins at 0.

    A descending one without a baseline has no beginning, and where target and baseline are one there is no way.
    """
    if target is None or actual is None:
        return None
    start = indicator.baseline_value
    if start is None:
        if not indicator.is_ascending:
            return None
        start = Decimal(0)
    return (actual - start) * HUNDRED / (target - start) if target != start else None


def period_on(periods: Sequence[IndicatorPeriod], day: datetime.date) -> IndicatorPeriod | None:
    """The period that runs on `day`, else the last one that ended before; the first where none has begun.

    `periods` are those of one indicator in order.
    """
    begun = [period for period in periods if period.starts_on <= day]
    return (begun or list(periods[:1]) or [None])[-1]  # type: ignore[list-item]


def periods_of(indicators: Iterable[Indicator]) -> dict[int, list[IndicatorPeriod]]:
    """All periods by indicator, in order. One query."""
    found: dict[int, list[IndicatorPeriod]] = defaultdict(list)
    for period in IndicatorPeriod.objects.filter(indicator__in=list(indicators)).order_by("starts_on"):
        found[period.indicator_id].append(period)
    return found


def progress_on(indicators: Sequence[Indicator], day: datetime.date) -> dict[int, Progress]:
    """Progress of each indicator that has periods, in its period on `day`. Three queries, however many there are."""
    periods = periods_of(indicators)
    chosen = [(each, period_on(periods[each.pk], day)) for each in indicators]
    return {row.indicator.pk: row for row in progress_in([(each, period) for each, period in chosen if period])}


def progress_in(chosen: Sequence[tuple[Indicator, IndicatorPeriod]], partner: int | None = None) -> list[Progress]:
    """Progress of each pair, in the same order; with `partner` what it alone added. Two queries."""
    found = sums_by_partner(period.pk for _, period in chosen)
    told = latest_narratives([period for indicator, period in chosen if indicator.is_qualitative], partner)
    return [
        Progress(indicator, period, period.target, _summed(found.get(period.pk, {}), partner), told.get(period.pk, ""))
        for indicator, period in chosen
    ]


def _summed(partners: dict[int, Sums], partner: int | None) -> Sums:
    if partner is not None:
        return partners.get(partner, Sums())
    return reduce(add, partners.values(), Sums())


def latest_narratives(periods: Sequence[IndicatorPeriod], partner: int | None = None) -> dict[int, str]:
    """The latest approved words by period. No query where nothing is told in words."""
    if not periods:
        return {}
    updates = IndicatorUpdate.objects.approved().filter(period__in=list(periods))
    if partner is not None:
        updates = updates.filter(partner=partner)
    latest = updates.order_by("period", "-approved_at", "-pk").distinct("period")
    return dict(latest.values_list("period", "narrative"))


def over_all(rows: Sequence[Progress]) -> Progress:
    """One indicator over all its periods, given in order.

    Numbers of periods add up, targets too. A percentage is taken of all numerators and denominators, and its
    target is the last one set.
    """
    indicator = rows[0].indicator
    told = [row.narrative for row in rows if row.narrative]
    sums = reduce(add, (row.sums for row in rows))
    return Progress(indicator, None, _target_over_all(rows), sums, told[-1] if told else "")


def _target_over_all(rows: Sequence[Progress]) -> Decimal | None:
    targets = [row.target for row in rows if row.target is not None]
    if not targets:
        return None
    return targets[-1] if rows[0].indicator.is_percentage else sum(targets, Decimal(0))
