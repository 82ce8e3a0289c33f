"""Tables and the chart of the logframe report."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from campaigns.enums.outreach import AgeBand, Sex
from campaigns.models import Indicator, Partner
from campaigns.queries.results.progress import Progress
from campaigns.queries.results.spans import Span
from campaigns.reports.measured import rounded
from core.charts.bars import BarChart
from core.charts.chart import WIDTH, Bar
from core.models import Country
from core.reports.document import Column, Kind, Table

MOST_BARS = 20
WHOLE_WAY = 100
LONGEST_LABEL = 42


def main_table(spans: Sequence[Span]) -> Table:
    """Everything a funder's form asks for, one line an indicator."""
    return Table(
        name="logframe",
        title=_("Logframe"),
        columns=_columns(),
        rows=[_row(span) for span in spans],
        empty=_("No indicators are on record for this project."),
        printed=len(spans) or 1,
    )


def _columns() -> list[Column]:
    return [
        Column("result", _("Result"), width=2),
        Column("level", _("Level"), width=1),
        Column("indicator", _("Indicator"), width=2.2),
        Column("unit", _("Unit"), width=1.1),
        Column("baseline", _("Baseline"), Kind.NUMBER, width=1),
        Column("target", _("Target"), Kind.NUMBER, width=0.9),
        Column("reached", _("Reached"), Kind.NUMBER, width=1),
        Column("share", _("Of the way"), Kind.PERCENT, width=0.9),
        Column("project_target", _("Project target"), Kind.NUMBER, width=0.9),
        Column("project_reached", _("So far"), Kind.NUMBER, width=0.9),
        Column("project_share", _("Of the whole way"), Kind.PERCENT, width=0.9),
        Column("means_of_verification", _("Means of verification"), width=1.9),
        Column("assumptions", _("Assumptions"), width=1.6),
        Column("comment", _("Comment"), width=2),
    ]


def _row(span: Span) -> list[Any]:
    indicator = span.indicator
    return [
        str(indicator.result),
        indicator.result.get_type_display(),
        named(indicator),
        indicator.get_unit_display() or indicator.get_kind_display(),
        rounded(indicator.baseline_value),
        *_figures(span.now),
        *_figures(span.so_far),
        indicator.means_of_verification,
        indicator.result.assumptions,
        _comment(span),
    ]


def named(indicator: Indicator) -> str:
    """Code, title and who is responsible, unless it is the whole consortium."""
    name = f"{indicator.code} {indicator.name}".strip()
    return f"{name} ({indicator.partner})" if indicator.partner else name


def _figures(progress: Progress | None) -> list[int | float | None]:
    if progress is None:
        return [None, None, None]
    return [rounded(progress.target), rounded(progress.actual), rounded(progress.share, 1)]


def _comment(span: Span) -> str:
    """Latest words of an indicator that has no figure, then the comments on its baseline and periods."""
    told = [span.now.narrative if span.now else "", span.indicator.baseline_comment]
    told += [text for period in span.periods for text in (period.target_comment, period.actual_comment)]
    return "\n".join(dict.fromkeys(filter(None, told)))


# -- The way to the targets -------------------------------------------------------


class WayChart(BarChart):
    """Drawn from 0 to 100; what is more is said in words."""

    def length(self, value: int) -> int:
        return round(WIDTH * min(value, WHOLE_WAY) / WHOLE_WAY)


def _on_the_way(spans: Sequence[Span]) -> list[tuple[Span, Progress]]:
    return [(span, span.now) for span in spans if span.now and span.now.share is not None]


def way_chart(spans: Sequence[Span]) -> WayChart | None:
    """None where nothing can be drawn, or so much that nobody would read it."""
    shown = _on_the_way(spans)
    if not any(progress.share for _span, progress in shown) or len(shown) > MOST_BARS:
        return None
    return WayChart(
        name="way",
        title=_("Per cent of the way to the target"),
        description=_(
            "One bar an indicator, for the periods reported on. A full bar is the target; the table says all."
        ),
        rows=[
            Bar(_label(span.indicator), max(round(progress.share or 0), 0), note=_of_target(progress))
            for span, progress in shown
        ],
    )


def _label(indicator: Indicator) -> str:
    """Short enough to stand in one line with the figures."""
    return Truncator(f"{indicator.code} {indicator.name}".strip()).chars(LONGEST_LABEL)


def _of_target(progress: Progress) -> str:
    figures = {"reached": _written(progress.actual), "target": _written(progress.target)}
    return _("%(reached)s of %(target)s") % figures


def _written(value: Decimal | None) -> str:
    return number_format(rounded(value) or 0, use_l10n=True, force_grouping=True)


# -- What figures are made of -----------------------------------------------------


def partner_table(spans: Sequence[Span]) -> Table:
    keys = {key for span in spans for key in span.partners}
    names = dict(Partner.objects.filter(pk__in=keys).values_list("pk", "organisation__name"))
    rows = [
        [named(span.indicator), names[key], rounded(progress.actual), progress.sums.activities, progress.sums.updates]
        for span in spans
        for key, progress in sorted(span.partners.items(), key=lambda pair: names[pair[0]])
    ]
    return Table(
        name="partners",
        title=_("By partner"),
        columns=[
            Column("indicator", _("Indicator"), width=3),
            Column("partner", _("Partner"), width=2),
            Column("reached", _("Reached"), Kind.NUMBER),
            Column("activities", _("Activities"), Kind.NUMBER),
            Column("updates", _("Updates"), Kind.NUMBER),
        ],
        rows=rows,
        note=_("Percentages of partners are never added: the whole is all numerators over all denominators."),
        empty=_("No approved activity or update adds to these indicators in the chosen days."),
        printed=len(rows) or 1,
    )


def parts_table(spans: Sequence[Span]) -> Table:
    rows = list(_parts(spans))
    return Table(
        name="parts",
        title=_("By sex, age and country"),
        columns=[
            Column("indicator", _("Indicator"), width=3),
            Column("cut", _("Counted by"), width=1),
            Column("part", _("Part"), width=2),
            Column("number", _("Number"), Kind.NUMBER),
        ],
        rows=rows,
        note=_("As far as it was counted so. Of a percentage these are numerators: how many of them."),
        empty=_("Nothing was counted by sex, age or country."),
        printed=len(rows) or 1,
    )


def _parts(spans: Sequence[Span]) -> Iterator[list[Any]]:
    countries = {code for span in spans for code in span.parts.get("country", {})}
    cuts: dict[str, tuple[str, dict[str, Any]]] = {
        "sex": (_("Sex"), dict(Sex.choices)),
        "age_band": (_("Age"), dict(AgeBand.choices)),
        "country": (_("Country"), {each.pk: each for each in Country.objects.filter(pk__in=countries).order_by("pk")}),
    }
    for span in spans:
        for name, (title, labels) in cuts.items():
            for part, number in _numbers(span, name, labels):
                yield [named(span.indicator), title, part, rounded(number)]


def _numbers(span: Span, name: str, labels: dict[str, Any]) -> Iterator[tuple[str, Decimal]]:
    """The parts of one figure by one dimension, and what of it is not known."""
    numbers = span.parts.get(name, {})
    yield from ((str(label), numbers[code]) for code, label in labels.items() if code in numbers)
    if numbers and (rest := _whole(span) - sum(numbers.values(), Decimal(0))):
        yield _("not stated"), rest


def _whole(span: Span) -> Decimal:
    """What the parts are parts of: of a percentage its numerators."""
    if span.now is None:
        return Decimal(0)
    return span.now.sums.numerator if span.indicator.is_percentage else span.now.sums.number
