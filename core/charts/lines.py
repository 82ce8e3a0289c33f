"""Lines over months: how figures went, with gaps where nothing is known."""

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.charts.chart import FILL, INK, WIDTH, Drawing, in_figures

MOST = 3
TOP, PLOT, FOOT = 16, 200, 30
# Room at the right for the names of the lines.
NAMES = 136
PLOT_WIDTH = WIDTH - NAMES
LINE_SPACE = 36
MONTHS_NAMED = 4
Point = tuple[float, float]
# Colour, dashes and mark of each line: any one of them tells them apart.
_LOOKS = ((FILL, "none"), ("#9a6700", "8 4"), (INK, "2 4"))
_MARKS = (
    '<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>',
    '<rect x="{left}" y="{upper}" width="8" height="8" fill="{colour}"/>',
    '<path d="M{x} {upper}l5 9h-10z" fill="{colour}"/>',
)


@dataclass(frozen=True)
class Series:
    """One line: a value for each month, None where nothing is known."""

    label: str
    values: Sequence[int | None]


@dataclass(frozen=True)
class LineChart(Drawing):
    """Up to three lines, each named at its end. `rows` has one row a month: the month, then the lines' values."""

    name: str
    title: str
    description: str
    months: Sequence[datetime.date]
    series: Sequence[Series]

    def __post_init__(self) -> None:
        if len(self.series) > MOST:
            raise ValueError(f"A chart has {MOST} lines at most.")
        if any(len(each.values) != len(self.months) for each in self.series):
            raise ValueError("Each line has a value, or None, for each month.")

    @property
    def rows(self) -> Sequence[Sequence[datetime.date | int | None]]:  # type: ignore[override]
        return [[month, *(each.values[n] for each in self.series)] for n, month in enumerate(self.months)]

    @property
    def height(self) -> int:
        return TOP + PLOT + FOOT if self._is_known else 0

    @property
    def _is_known(self) -> bool:
        return any(value is not None for each in self.series for value in each.values)

    @property
    def highest(self) -> int:
        """The scale's end: a round number that no value exceeds."""
        largest = max((value or 0 for each in self.series for value in each.values), default=0)
        if largest <= 4:
            return 4
        step = 10 ** math.floor(math.log10(largest))
        return next(round(step * n) for n in (1, 2, 4, 6, 8, 10) if step * n >= largest)

    def placed(self, month: int, value: int) -> Point:
        """Where the value of the month with this number stands."""
        gaps = max(len(self.months) - 1, 1)
        return round(8 + (PLOT_WIDTH - 16) * month / gaps, 1), round(TOP + PLOT * (1 - value / self.highest), 1)

    def runs(self, series: Series) -> list[list[Point]]:
        """Points that follow each other without a gap."""
        found: list[list[Point]] = [[]]
        for month, value in enumerate(series.values):
            if value is None:
                found.append([])
            else:
                found[-1].append(self.placed(month, value))
        return [run for run in found if run]

    def body(self) -> SafeString:
        if not self._is_known:
            return SafeString("")
        drawn = (self._line(n, each) for n, each in enumerate(self.series))
        pieces = [self._scale(), self._axis(), *drawn, self._names()]
        return format_html_join("", "{}", ((piece,) for piece in pieces))

    # -- Scale and months --------------------------------------------------------------

    def _scale(self) -> SafeString:
        steps = [self.highest * n // 4 for n in range(5)] if self.highest % 4 == 0 else [0, self.highest]
        return format_html_join(
            "",
            '<path class="chart-track" d="M0 {}h{}" stroke="{}" stroke-width="1" fill="none"/>'
            '<text class="chart-label" x="0" y="{}" font-size="12" fill="{}">{}</text>',
            (
                (y := self.placed(0, step)[1], PLOT_WIDTH, INK if not step else "#b9c9cb", y - 3, INK, in_figures(step))
                for step in steps
            ),
        )

    def _axis(self) -> SafeString:
        return format_html_join(
            "",
            '<text class="chart-label" x="{}" y="{}" font-size="13" text-anchor="{}" fill="{}">{}</text>',
            (
                (self.placed(n, 0)[0], TOP + PLOT + 18, self._anchor(n), INK, date_format(self.months[n], "M Y"))
                for n in self._named_months()
            ),
        )

    def _named_months(self) -> list[int]:
        """First, last, and some between them, evenly."""
        last = len(self.months) - 1
        steps = min(MONTHS_NAMED - 1, last)
        return sorted({round(last * n / steps) for n in range(steps + 1)}) if steps else [0]

    def _anchor(self, month: int) -> str:
        if month == 0:
            return "start"
        return "end" if month == len(self.months) - 1 else "middle"

    # -- Lines and their names -----------------------------------------------------------

    def _line(self, number: int, series: Series) -> SafeString:
        """Its runs as one path, and a mark at each point."""
        colour, dashes = _LOOKS[number]
        runs = self.runs(series)
        marks = format_html_join("", "{}", ((_mark(number, *point, colour),) for run in runs for point in run))
        path = "".join(map(_path, runs))
        if not path:
            return marks
        return marks + format_html(
            '<path class="chart-line" d="{}" fill="none" stroke="{}" stroke-width="2.5" stroke-dasharray="{}"/>',
            *(path, colour, dashes),
        )

    def _names(self) -> SafeString:
        """Each name at the height of its last point, moved down where two would lie on each other."""
        ends = sorted((self.runs(each)[-1][-1], n) for n, each in enumerate(self.series) if self.runs(each))
        placed, free = [], 0.0
        for (_x, y), n in sorted(ends, key=lambda end: end[0][1]):
            top = max(y, free)
            placed.append((n, top))
            free = top + LINE_SPACE
        excess = max(free - LINE_SPACE - (TOP + PLOT), 0)
        return format_html_join("", "{}", ((self._name(n, top - excess),) for n, top in placed))

    def _name(self, number: int, top: float) -> SafeString:
        series, colour = self.series[number], _LOOKS[number][0]
        last = next(value for value in reversed(series.values) if value is not None)
        return _mark(number, PLOT_WIDTH + 12, top, colour) + format_html(
            '<text class="chart-label" x="{x}" y="{label}" font-size="14" fill="{ink}">{text}</text>'
            '<text class="chart-figure" x="{x}" y="{figure}" font-size="14" font-weight="600" fill="{ink}">'
            "{last}</text>",
            x=PLOT_WIDTH + 22,
            label=top + 5,
            figure=top + 21,
            ink=INK,
            text=series.label,
            last=in_figures(last),
        )


def _path(run: list[Point]) -> str:
    """Steps from point to point; a lone one is no line."""
    return "M" + "L".join(f"{x} {y}" for x, y in run) if len(run) > 1 else ""


def _mark(number: int, x: float, y: float, colour: str) -> SafeString:
    return format_html(_MARKS[number], x=x, y=y, left=x - 4, upper=y - 4, colour=colour)
