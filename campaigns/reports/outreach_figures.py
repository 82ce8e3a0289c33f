"""Figures of the outreach report, by measure and every cut of it. Nothing is added across measures."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.utils.dates import MONTHS
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from campaigns.enums.outreach import ActivityType, AudienceMeasure, Sex
from campaigns.models import Partner
from campaigns.queries.outreach_sums import Sums
from campaigns.reports.activity_rows import measure_columns
from core.charts.bars import BarChart
from core.charts.chart import Bar
from core.models import Country
from core.reports.document import Block, ChartBlock, Column, Figure, Figures, Kind, Table

if TYPE_CHECKING:
    from campaigns.reports.outreach import Found

MOST_BARS = 15


def summary(found: "Found") -> list[Block]:
    """Key figures of what was counted, then all measures with estimates and the former period."""
    counted = _counted(found.sums)
    items = [Figure(_("Activities"), found.sums.number(), _before(found))]
    items += [
        Figure(str(measure.label), found.sums.whole(measure).number, _note(found.sums, measure)) for measure in counted
    ]
    return [Figures(items), _measures(found, counted)]


def _counted(sums: Sums) -> list[AudienceMeasure]:
    """Measures with any figure, in the order of their list."""
    return [measure for measure in AudienceMeasure if sums.whole(measure).activities]


def _before(found: "Found") -> str:
    return _("%(number)s in the former period") % {"number": _figure(found.before.number())} if found.before else ""


def _figure(number: int) -> str:
    return number_format(number, use_l10n=True, force_grouping=True)


def _note(sums: Sums, measure: AudienceMeasure) -> str:
    """What of it is an estimate."""
    counted = sums.whole(measure)
    if not counted.estimated:
        return _("counted")
    if counted.estimated == counted.number:
        return _("estimated")
    return _("of which %(number)s estimated") % {"number": _figure(counted.estimated)}


def _measures(found: "Found", counted: list[AudienceMeasure]) -> Table:
    before = found.before
    rows = []
    for measure in counted:
        now = found.sums.whole(measure)
        then = before.whole(measure).number if before else None
        change = now.number - then if then is not None else None
        rows.append([str(measure.label), now.number, now.estimated, now.activities, then, change])
    return Table(
        "measures",
        _("Whom it reached, by measure"),
        [
            Column("measure", _("Measure"), width=2),
            Column("number", _("Number"), Kind.NUMBER),
            Column("estimated", _("Of which estimated"), Kind.NUMBER),
            Column("activities", _("Activities"), Kind.NUMBER),
            Column("former", _("Former period"), Kind.NUMBER),
            Column("change", _("Change"), Kind.NUMBER),
        ],
        rows,
        len(rows),
        empty=_("Nobody was counted."),
    )


# -- Cuts ------------------------------------------------------------------------


def types(found: "Found") -> list[Block]:
    names = {value: str(label) for value, label in ActivityType.choices}
    by_number = sorted(found.sums.activities["type"].items(), key=lambda row: (-row[1], row[0]))
    table = _cut(found.sums, "type", _("By type"), _("Type"), by_number, lambda code: names.get(code, code))
    return [*_bars("types", _("Activities by type"), by_number, lambda code: names.get(code, code)), table]


def countries(found: "Found") -> list[Block]:
    names = {country.pk: str(country) for country in Country.objects.all()}

    def name(code: Any) -> str:
        return names.get(code) or _("Online or not known")

    by_number = sorted(found.sums.activities["country"].items(), key=lambda row: (row[0] is None, -row[1], row[0]))
    table = _cut(found.sums, "country", _("By country"), _("Country"), by_number, name)
    return [*_bars("countries", _("Activities by country"), by_number, name), table]


def months(found: "Found") -> list[Block]:
    in_order = sorted(found.sums.activities["month"].items())
    return [_cut(found.sums, "month", _("By month"), _("Month"), in_order, _month)]


def _month(code: str) -> str:
    year, month = code.split("-")
    return f"{str(MONTHS[int(month)]).capitalize()} {year}"


def partners(found: "Found") -> list[Block]:
    leads = found.sums.activities["lead"]
    names = dict(Partner.objects.filter(pk__in=list(leads)).values_list("pk", "organisation__name"))
    in_order = sorted(leads.items(), key=lambda row: names[row[0]].casefold())
    return [_cut(found.sums, "lead", _("By lead partner"), _("Lead partner"), in_order, names.__getitem__)]


def _cut(
    sums: Sums, cut: str, title: str, label: str, rows: Iterable[tuple[Any, int]], name: Callable[[Any], str]
) -> Table:
    """A row a value: its activities, and each measure in a column of its own."""
    counted = _counted(sums)
    written = [
        [name(value), number, *(_number(sums, cut, value, measure) for measure in counted)] for value, number in rows
    ]
    columns = [
        Column(cut, label, width=2),
        Column("activities", _("Activities"), Kind.NUMBER),
        *measure_columns(counted),
    ]
    return Table(f"by-{cut}", title, columns, written, len(written))


def _number(sums: Sums, cut: str, value: Any, measure: AudienceMeasure) -> int | None:
    """None where nobody was counted, which is not zero."""
    counted = sums.of(cut, value, measure)
    return counted.number if counted.activities else None


def _bars(name: str, title: str, rows: list[tuple[Any, int]], label: Callable[[Any], str]) -> list[Block]:
    if not rows:
        return []
    bars = [Bar(label(value), number) for value, number in rows[:MOST_BARS]]
    return [ChartBlock(BarChart(name, title, _("The table below says the same."), bars))]


# -- Women and men -----------------------------------------------------------------


def sexes(found: "Found") -> list[Block]:
    """By measure, as far as it was counted by sex; what is left of the total is not known."""
    rows = []
    for measure in AudienceMeasure:
        parts = found.sums.by_sex.get(measure.value)
        if not parts:
            continue
        total = found.sums.whole(measure).number
        known = [parts.get(sex.value) for sex in (Sex.FEMALE, Sex.MALE, Sex.OTHER)]
        rows.append([str(measure.label), *known, total - sum(filter(None, known)), total])
    columns = [
        Column("measure", _("Measure"), width=2),
        Column("women", str(Sex.FEMALE.label), Kind.NUMBER),
        Column("men", str(Sex.MALE.label), Kind.NUMBER),
        Column("another", str(Sex.OTHER.label), Kind.NUMBER),
        Column("unknown", _("Not known"), Kind.NUMBER),
        Column("total", _("Total"), Kind.NUMBER),
    ]
    return [
        Table("by-sex", _("Women and men, by measure"), columns, rows, len(rows), empty=_("Nobody was counted by sex."))
    ]
