"""How far indicators came in a span of days: in their periods that touch it, and from the beginning up to its end."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from campaigns.models import Indicator, IndicatorPeriod
from campaigns.queries.results.contributions import Sums, sums_by_partner
from campaigns.queries.results.cuts import Parts, parts_in
from campaigns.queries.results.progress import Progress, over_all, periods_of, progress_in


@dataclass(frozen=True)
class Span:
    """An indicator in the span.

    `now` is of the periods that touch it, `so_far` of all that began by its last day with the target of the whole
    project; None where there are no such periods. `partners` and `parts` are what `now` is made of.
    """

    indicator: Indicator
    periods: tuple[IndicatorPeriod, ...]
    now: Progress | None
    so_far: Progress | None
    partners: dict[int, Progress]
    parts: Parts


@dataclass(frozen=True)
class _Read:
    """What was read of all indicators: periods by indicator, progress and sums by period."""

    periods: dict[int, list[IndicatorPeriod]]
    rows: dict[int, Progress]
    touched: set[int]
    added: dict[int, dict[int, Sums]]
    parts: dict[int, Parts]
    partner: int | None


def spans_of(
    indicators: Sequence[Indicator], first: datetime.date | None, last: datetime.date, partner: int | None = None
) -> list[Span]:
    """One an indicator, in the same order; with `partner` what it alone added. Five queries, however many there are."""
    periods = periods_of(indicators)
    begun = [(each, period) for each in indicators for period in periods[each.pk] if period.starts_on <= last]
    touched = {period.pk for _, period in begun if period.ends_on >= (first or datetime.date.min)}
    read = _Read(
        periods, _progress(begun, partner), touched, sums_by_partner(touched), parts_in(touched, partner), partner
    )
    return [_span(each, read) for each in indicators]


def _progress(begun: list[tuple[Indicator, IndicatorPeriod]], partner: int | None) -> dict[int, Progress]:
    return dict(zip((period.pk for _, period in begun), progress_in(begun, partner), strict=True))


def _span(indicator: Indicator, read: _Read) -> Span:
    periods = read.periods[indicator.pk]
    now = [period for period in periods if period.pk in read.touched]
    begun = [read.rows[period.pk] for period in periods if period.pk in read.rows]
    return Span(
        indicator=indicator,
        periods=tuple(now),
        now=over_all([read.rows[period.pk] for period in now]) if now else None,
        so_far=_so_far(begun, periods),
        partners=_by_partner(indicator, now, read),
        parts=_joined(read.parts.get(period.pk, {}) for period in now),
    )


def _so_far(rows: list[Progress], periods: list[IndicatorPeriod]) -> Progress | None:
    """What was reached in the periods that began, beside the target of all of them."""
    if not rows:
        return None
    reached = over_all(rows)
    whole = over_all([Progress(reached.indicator, period, period.target, Sums()) for period in periods])
    return Progress(reached.indicator, None, whole.target, reached.sums, reached.narrative)


def _by_partner(indicator: Indicator, periods: list[IndicatorPeriod], read: _Read) -> dict[int, Progress]:
    sums: dict[int, Sums] = {}
    for period in periods:
        for key, added in read.added.get(period.pk, {}).items():
            if read.partner in (None, key):
                sums[key] = sums.get(key, Sums()) + added
    return {key: Progress(indicator, None, None, added) for key, added in sums.items()}


def _joined(found: Iterable[Parts]) -> Parts:
    joined: Parts = {}
    for parts in found:
        for name, numbers in parts.items():
            known = joined.setdefault(name, {})
            for code, number in numbers.items():
                known[code] = known.get(code, Decimal(0)) + number
    return joined
