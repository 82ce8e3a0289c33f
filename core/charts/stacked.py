"""Stacked bars: of what parts a figure is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.charts.chart import GAP, INK, LABEL_SPACE, THINNEST, WIDTH, Drawing, in_figures
from core.charts.patterns import PAPER, filled, is_dark, patterns

KEY_HEIGHT, SWATCH = 26, 14
BAR = 26
# About the width of a letter of 14 units; only to see what fits.
LETTER = 8
BESIDE = 20


@dataclass(frozen=True)
class StackedBar:
    """One figure and its parts, in the order of the chart's `parts`; None is not known and not drawn."""

    label: str
    values: Sequence[int | None]
    note: str = ""

    @property
    def total(self) -> int:
        return sum(value or 0 for value in self.values)


@dataclass(frozen=True)
class Segment:
    """A part of a bar, in units of the drawing."""

    place: int
    start: int
    length: int
    value: int

    @property
    def fits(self) -> bool:
        """Whether its figure can stand inside."""
        return self.length >= len(in_figures(self.value)) * LETTER + 10


@dataclass(frozen=True)
class StackedBarChart(Drawing):
    """Bars from one line, each with its parts; figures that do not fit inside their part stand below the bar."""

    name: str
    title: str
    description: str
    parts: Sequence[str]
    rows: Sequence[StackedBar]

    @property
    def largest(self) -> int:
        return max((row.total for row in self.rows), default=0)

    @property
    def height(self) -> int:
        return self._key_height + sum(map(self._row_height, self.rows)) if self.rows else 0

    def segments(self, row: StackedBar) -> list[Segment]:
        """Parts that are not nothing, side by side from the left."""
        found, start = [], 0
        for place, value in enumerate(row.values):
            if value:
                length = max(round(WIDTH * value / self.largest), THINNEST)
                found.append(Segment(place, start, length, value))
                start += length
        return found

    def body(self) -> SafeString:
        if not self.rows:
            return SafeString("")
        pieces, top = [patterns(self.name, len(self.parts)), self._key()], self._key_height
        for row in self.rows:
            pieces.append(self._drawn(row, top))
            top += self._row_height(row)
        return format_html_join("", "{}", ((piece,) for piece in pieces))

    # -- The key above the bars ----------------------------------------------------

    def _key_places(self) -> Iterator[tuple[int, int, str]]:
        """Where each part is named: from left to right, on as many lines as it takes."""
        across = top = 0
        for part in self.parts:
            space = SWATCH + 6 + len(part) * LETTER + 18
            if across and across + space > WIDTH:
                across, top = 0, top + KEY_HEIGHT
            yield across, top, part
            across += space

    @property
    def _key_height(self) -> int:
        return max((top for _across, top, _part in self._key_places()), default=0) + KEY_HEIGHT + 6

    def _key(self) -> SafeString:
        return format_html_join(
            "",
            '<rect x="{}" y="{}" width="{}" height="{}" {}/>'
            '<text class="chart-label" x="{}" y="{}" font-size="14" fill="{}">{}</text>',
            (
                (across + 1, top + 4, SWATCH, SWATCH, filled(self.name, n), across + SWATCH + 7, top + 16, INK, part)
                for n, (across, top, part) in enumerate(self._key_places())
            ),
        )

    # -- Bars --------------------------------------------------------------------

    def _row_height(self, row: StackedBar) -> int:
        return LABEL_SPACE + BAR + (BESIDE if self._beside(row) else 0) + GAP

    def _beside(self, row: StackedBar) -> str:
        """Figures that do not fit inside."""
        small = [segment for segment in self.segments(row) if not segment.fits]
        return ", ".join(f"{self.parts[each.place]} {in_figures(each.value)}" for each in small)

    def _drawn(self, row: StackedBar, top: int) -> SafeString:
        figure = in_figures(row.total)
        bar = top + LABEL_SPACE
        return format_html(
            '<text class="chart-label" x="0" y="{line}" fill="{ink}">{label}</text>'
            '<text class="chart-figure" x="{width}" y="{line}" fill="{ink}" text-anchor="end" font-weight="600">'
            "{figure}</text>{segments}"
            '<text class="chart-label" x="0" y="{below}" font-size="14" fill="{ink}">{beside}</text>',
            line=bar - 6,
            below=bar + BAR + 16,
            ink=INK,
            width=WIDTH,
            label=row.label,
            figure=f"{figure} ({row.note})" if row.note else figure,
            segments=format_html_join("", "{}", ((self._segment(each, bar),) for each in self.segments(row))),
            beside=self._beside(row),
        )

    def _segment(self, segment: Segment, top: int) -> SafeString:
        shape = format_html(
            '<rect class="chart-part" x="{}" y="{}" width="{}" height="{}" {}/>',
            *(segment.start, top, segment.length, BAR),
            filled(self.name, segment.place),
        )
        return shape + self._inside(segment, top) if segment.fits else shape

    def _inside(self, segment: Segment, top: int) -> SafeString:
        """The figure in the middle; on marks it gets a plate of its own."""
        text = in_figures(segment.value)
        middle, wide = segment.start + segment.length // 2, len(text) * LETTER + 6
        dark = is_dark(segment.place)
        plate = format_html(
            '<rect x="{}" y="{}" width="{}" height="18" rx="2" fill="{}"/>', middle - wide // 2, top + 4, wide, PAPER
        )
        return (SafeString("") if dark else plate) + format_html(
            '<text x="{}" y="{}" font-size="14" font-weight="600" text-anchor="middle" fill="{}">{}</text>',
            *(middle, top + 18, PAPER if dark else INK, text),
        )
