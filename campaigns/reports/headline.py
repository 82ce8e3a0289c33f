"""Figures that are quoted from publications, and what this register counts itself: side by side, never as one."""

from collections.abc import Sequence

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from campaigns.models import QuotedTotal
from campaigns.queries.headline import LiveCount, live_counts, quoted_totals
from campaigns.reports.cited import cited
from core.charts.bars import BarChart
from core.charts.chart import Bar
from core.reports.document import ChartBlock, Column, Document, Figure, Kind, Section, Table
from core.reports.report import Asked, Format, Report, ReportForm

# Quoted figures that count records of a database, as the register's own counts do: these can be drawn side by side.
OF_A_DATABASE = ("brands", "factories", "procurers")


class HeadlineForm(ReportForm):
    csv = forms.ChoiceField(
        label=_("In the CSV file"),
        required=False,
        choices=[("", _("Quoted figures")), ("live", _("What this register counts"))],
    )


class Headline(Report):
    kind = "headline"
    title = _("Headline figures")
    description = _("The totals that projects published, each with its source, beside what this register counts today.")
    method = (
        _("A quoted figure is what its source says. Nobody here has counted it, and none is added to a count."),
        _("Two sources may state one figure differently; both stand, each with its source."),
        _("The register's counts are of records that the reader may see; fictional ones are told apart."),
        _("Figures of two kinds are never added: people reached through media were not engaged by that."),
    )
    formats = (Format.HTML, Format.PDF, Format.SVG, Format.JSON, Format.CSV)
    form_class = HeadlineForm

    def preview(self, asked: Asked) -> list[Figure]:
        return [Figure(__("Quoted figures"), quoted_totals().count())]

    def document(self, asked: Asked) -> Document:
        quoted, counts = list(quoted_totals()), live_counts(asked.user)
        return self.base(
            asked,
            sections=[_quoted(quoted), _live(counts)],
            sources=cited([total.source_id for total in quoted], asked.user),
            warnings=_warnings(quoted, counts),
            main=asked.values["csv"] or "quoted",
        )


def _warnings(quoted: Sequence[QuotedTotal], counts: Sequence[LiveCount]) -> list[str]:
    said = []
    if not quoted:
        said.append(__("No published figures are on record."))
    if any(count.fictional for count in counts):
        said.append(__("Some records are fictional, made for a demonstration. They are told apart in every count."))
    return said


# -- Quoted ------------------------------------------------------------------------


def _quoted(quoted: Sequence[QuotedTotal]) -> Section:
    table = Table(
        name="quoted",
        title=__("Quoted figures"),
        columns=[
            Column("what", __("What is counted"), width=2.4),
            Column("figure", __("Figure"), Kind.NUMBER, width=1.2),
            Column("as_of", __("As of"), Kind.DAY, width=1.2),
            Column("source", __("Source"), width=1.6),
            Column("publisher", __("Publisher"), width=1.4),
            Column("address", __("Address"), Kind.LINK, width=2.4),
        ],
        rows=[_quotation(total) for total in quoted],
        note=__("Quoted as published. These are not counts of this register."),
        empty=__("No published figures are on record."),
    )
    drawn = [total for total in quoted if total.code in OF_A_DATABASE]
    charts = [ChartBlock(_quoted_chart(drawn))] if drawn else []
    return Section("quoted", __("What was published"), [table, *charts])


def _quotation(total: QuotedTotal) -> list[object]:
    """Of a source that is not public its kind alone is told."""
    source = total.source
    said = (
        [source.title, source.publisher_name, source.url] if source.is_public else [source.get_kind_display(), "", ""]
    )
    return [__(total.label), total.value, total.stated_on, *said]


def _quoted_chart(totals: Sequence[QuotedTotal]) -> BarChart:
    return BarChart(
        name="quoted",
        title=__("Quoted: the database of the project"),
        description=__("Brands, factories and procurers as the project published them, one bar each."),
        rows=[Bar(__(total.label), total.value) for total in totals],
    )


# -- Counted -----------------------------------------------------------------------


def _live(counts: Sequence[LiveCount]) -> Section:
    table = Table(
        name="live",
        title=__("What this register counts"),
        columns=[
            Column("what", __("What is counted"), width=2.4),
            Column("records", __("Records"), Kind.NUMBER),
            Column("fictional", __("Of which fictional"), Kind.NUMBER),
            Column("real", __("Of which real"), Kind.NUMBER),
        ],
        rows=[[str(each.label), each.total, each.fictional, each.total - each.fictional] for each in counts],
        note=__("Counted from the records when this report was made."),
    )
    return Section("live", __("What this register holds"), [table, ChartBlock(_live_chart(counts))])


def _live_chart(counts: Sequence[LiveCount]) -> BarChart:
    return BarChart(
        name="live",
        title=__("Counted: records of this register"),
        description=__("Records by kind, one bar each; in brackets how many of them are fictional."),
        rows=[Bar(str(each.label), each.total, note=_fictional(each.fictional)) for each in counts],
    )


def _fictional(number: int) -> str:
    if not number:
        return ""
    return __("of which %(number)s fictional") % {"number": number_format(number, force_grouping=True)}


HEADLINE = Headline()
