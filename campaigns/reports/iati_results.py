"""Results of a project as its IATI file tells them."""

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal

from campaigns.enums.outreach import AgeBand, Sex
from campaigns.models import Indicator, IndicatorPeriod, Project
from campaigns.models import Result as ResultRecord
from campaigns.queries.results.cuts import Parts, parts_in
from campaigns.queries.results.progress import Progress, periods_of, progress_in
from campaigns.reports import iati_xml
from campaigns.reports.measured import indicators_of

# Names and values of dimensions are the publisher's own; these are English in files of every language.
SEXES: dict[str, str] = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.OTHER: "other", Sex.UNKNOWN: "not known"}
AGES: dict[str, str] = {
    AgeBand.UNDER_18: "0-17",
    AgeBand.FROM_18: "18-24",
    AgeBand.FROM_25: "25-34",
    AgeBand.FROM_35: "35-64",
    AgeBand.FROM_65: "65 and over",
    AgeBand.UNKNOWN: "not known",
}


def results_of(project: Project) -> list[iati_xml.Result]:
    """Results that have indicators for the file, in the order of the logframe. Five queries."""
    indicators = list(indicators_of(project).filter(export_to_iati=True))
    periods = periods_of(indicators)
    pairs = [(each, period) for each in indicators for period in periods[each.pk]]
    progress = dict(zip((period.pk for _, period in pairs), progress_in(pairs), strict=True))
    parts = parts_in(progress)
    told: dict[int, list[iati_xml.Indicator]] = {}
    for each in indicators:
        spans = [_period(progress[period.pk], period, parts.get(period.pk, {})) for period in periods[each.pk]]
        told.setdefault(each.result_id, []).append(_indicator(each, spans, project))
    results = ResultRecord.objects.filter(pk__in=told).order_by("position", "code")
    return [iati_xml.Result(row.type, row.title, row.description, told[row.pk]) for row in results]


def _indicator(indicator: Indicator, periods: Sequence[iati_xml.Period], project: Project) -> iati_xml.Indicator:
    return iati_xml.Indicator(
        title=indicator.name,
        measure=indicator.iati_measure,
        is_ascending=indicator.is_ascending,
        description=indicator.definition,
        baseline=_baseline(indicator, project),
        periods=periods,
    )


def _baseline(indicator: Indicator, project: Project) -> tuple[int, datetime.date | None, iati_xml.Value] | None:
    number, comment = indicator.baseline_value, indicator.baseline_comment
    if number is None and not comment:
        return None
    day = indicator.baseline_on
    return (day or project.starts_on).year, day, iati_xml.Value(number, comment)


def _period(progress: Progress, period: IndicatorPeriod, parts: Parts) -> iati_xml.Period:
    has_target = period.target is not None or period.target_comment
    return iati_xml.Period(
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        target=iati_xml.Value(period.target, period.target_comment) if has_target else None,
        actual=list(_actual(progress, period, parts)),
    )


def _actual(progress: Progress, period: IndicatorPeriod, parts: Parts) -> Iterator[iati_xml.Value]:
    """The whole, then its parts. Nothing where nothing was approved: a period to come has no zero."""
    sums = progress.sums
    if not (sums.activities or sums.updates or progress.narrative):
        return
    comment = "\n".join(filter(None, (progress.narrative, period.actual_comment)))
    yield iati_xml.Value(progress.actual, comment)
    # Parts of a percentage are numerators; beside a percentage they would be taken for one.
    if not progress.indicator.is_percentage:
        yield from _parts(parts)


def _parts(parts: Parts) -> Iterator[iati_xml.Value]:
    for name, codes in (("sex", SEXES), ("age_band", AGES)):
        numbers: dict[str, Decimal] = parts.get(name, {})
        for code, word in codes.items():
            if code in numbers:
                yield iati_xml.Value(numbers[code], dimension=("age" if name == "age_band" else name, word))
    for code, number in sorted(parts.get("country", {}).items()):
        yield iati_xml.Value(number, country=code)
