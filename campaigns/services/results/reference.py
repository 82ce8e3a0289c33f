"""The sample logframe of the reference data: sourced targets of one partner's share, and nothing reached.

Loaded where a project has no result yet: a logframe is there to be edited.
"""

import datetime
from collections.abc import Iterator

from campaigns.models import Indicator, IndicatorPeriod, Partner, Project, Result
from campaigns.services.reference_files import Loaded, reference_id, rows_of
from core.models import Source
from core.transliteration import latin_reading


def load_logframe() -> Loaded:
    """Results, indicators and periods with their targets."""
    rows, indicators = rows_of("campaigns", "results"), rows_of("campaigns", "indicators")
    sources = dict(Source.objects.filter(code__in={row["source"] for row in rows}).values_list("code", "pk"))
    results = _results(rows, sources)
    Result.objects.bulk_create(results.values())
    made = [
        (row, _indicator(row, position, results[row["result"]], sources[row["source"]]))
        for position, row in enumerate(indicators, start=1)
        if row["result"] in results
    ]
    Indicator.objects.bulk_create(indicator for _, indicator in made)
    periods = [period for row, indicator in made for period in _periods(row, indicator)]
    IndicatorPeriod.objects.bulk_create(periods)
    created = len(results) + len(made) + len(periods)
    return Loaded(created=created, unchanged=0 if results else _present(len(rows) + len(indicators)))


def _results(rows: list[dict[str, str]], sources: dict[str, int]) -> dict[str, Result]:
    """Results of projects that have none yet, by code."""
    projects = {project.code: project for project in Project.objects.filter(results__isnull=True)}
    texts = ("code", "title", "type", "description", "assumptions", "position")
    return {
        row["code"]: Result(
            project=projects[row["project"]],
            source_id=sources[row["source"]],
            **{name: row[name] for name in texts},
        )
        for row in rows
        if row["project"] in projects
    }


def _present(stated: int) -> int:
    """Rows of the files and their periods that are there already."""
    return stated + IndicatorPeriod.objects.filter(indicator__result__source__code="ada-make-ict-fair").count()


def _indicator(row: dict[str, str], position: int, result: Result, source: int) -> Indicator:
    return Indicator(
        public_id=reference_id(Indicator.ID_KIND, row["code"]),
        result=result,
        partner=Partner.objects.get(public_id=reference_id(Partner.ID_KIND, row["partner"])),
        code=row["code"],
        name=row["name"],
        latin_reading=latin_reading(row["name"]),
        counts=row["counts"],
        position=position * 10,
        source_id=source,
    )


def _periods(row: dict[str, str], indicator: Indicator) -> Iterator[IndicatorPeriod]:
    """One over the whole project, or one for each full year of it."""
    first, last = indicator.project.starts_on, indicator.project.ends_on or indicator.project.starts_on
    if row["every"] != "year":
        yield _period(row, indicator, first, last)
        return
    while (end := first.replace(year=first.year + 1) - datetime.timedelta(days=1)) <= last:
        yield _period(row, indicator, first, end)
        first = end + datetime.timedelta(days=1)


def _period(row: dict[str, str], indicator: Indicator, first: datetime.date, last: datetime.date) -> IndicatorPeriod:
    return IndicatorPeriod(
        indicator=indicator, starts_on=first, ends_on=last, target=row["target"], target_comment=row["target_comment"]
    )
