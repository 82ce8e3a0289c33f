"""The results chain of a project: results by type, each with its indicators and their progress."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from campaigns.enums.results import ResultType
from campaigns.models import Indicator, IndicatorPeriod, Project, Result
from campaigns.queries.results.progress import Progress, over_all, period_on, periods_of, progress_in

# The chain is read from what it is for down to what is made.
ORDER = (ResultType.IMPACT, ResultType.OUTCOME, ResultType.OUTPUT, ResultType.OTHER)


@dataclass(frozen=True)
class Line:
    """An indicator in the logframe; without periods there is no progress."""

    indicator: Indicator
    progress: Progress | None


@dataclass(frozen=True)
class Block:
    """A result and its indicators."""

    result: Result
    lines: list[Line]


@dataclass(frozen=True)
class Logframe:
    """`spans` are the days on which periods begin, for choosing one."""

    levels: list[tuple[Any, list[Block]]]
    spans: list[tuple[datetime.date, datetime.date]]

    @property
    def indicators_count(self) -> int:
        return sum(len(block.lines) for _, blocks in self.levels for block in blocks)


def logframe_of(project: Project, day: datetime.date | None = None, partner: int | None = None) -> Logframe:
    """The logframe on `day`, or over all periods; with `partner` what it alone added. Five queries at most."""
    results = list(Result.objects.filter(project=project).select_related("source").order_by("position", "code"))
    indicators = list(Indicator.objects.current().filter(result__project=project).for_listing().in_order())
    periods = periods_of(indicators)
    progress = _over_all(indicators, periods, partner) if day is None else _on(indicators, periods, day, partner)
    lines: dict[int, list[Line]] = {}
    for indicator in indicators:
        lines.setdefault(indicator.result_id, []).append(Line(indicator, progress.get(indicator.pk)))
    spans = sorted({(each.starts_on, each.ends_on) for rows in periods.values() for each in rows})
    return Logframe(_levels([Block(result, lines.get(result.pk, [])) for result in results]), spans)


def _levels(blocks: list[Block]) -> list[tuple[Any, list[Block]]]:
    """Results by type, those types that there are."""
    levels = [(level.label, [block for block in blocks if block.result.type == level]) for level in ORDER]
    return [(label, found) for label, found in levels if found]


def _on(
    indicators: Sequence[Indicator],
    periods: dict[int, list[IndicatorPeriod]],
    day: datetime.date,
    partner: int | None,
) -> dict[int, Progress]:
    chosen = [(each, period) for each in indicators if (period := period_on(periods[each.pk], day))]
    return {row.indicator.pk: row for row in progress_in(chosen, partner)}


def _over_all(
    indicators: Sequence[Indicator], periods: dict[int, list[IndicatorPeriod]], partner: int | None
) -> dict[int, Progress]:
    rows: dict[int, list[Progress]] = {}
    for row in progress_in([(each, period) for each in indicators for period in periods[each.pk]], partner):
        rows.setdefault(row.indicator.pk, []).append(row)
    return {pk: found[0] if len(found) == 1 else over_all(found) for pk, found in rows.items()}
