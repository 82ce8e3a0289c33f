"""What every chart has: a title, a description and its figures (`Drawing`); and charts of bars (`Chart`).

A chart is data in words and numbers, drawn on the server for pages and printed reports alike. It stands beside a table
of the same figures (`rows`) and tells nothing by colour alone. Colours are attributes, so that a report needs no
style sheet; a page's style sheet overrides them by class.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH = 480
# Label above its bar: readable on a phone, where a chart is as wide as the screen.
LABEL_SPACE = 22
BAR_HEIGHT = 20
GAP = 12
INK, FILL, TRACK = "#16212b", "#0b5563", "#e4f0f1"
# What something is drawn with where it is too small to be seen.
THINNEST = 2


@dataclass(frozen=True)
class Bar:
    """One figure: its label, its value, and in `note` what is said beside the figure. `url` opens what is behind it."""

    label: str
    value: int
    note: str = ""
    url: str = ""


class Drawing:
    """Base of everything that is drawn. `name` is unique on its page; `rows` are the figures it is made from."""

    name: str
    title: str
    description: str
    rows: Sequence[Any]
    # Units across; where it is more than `WIDTH`, the drawing takes the whole width of a printed page.
    width = WIDTH

    @property
    def height(self) -> int:
        raise NotImplementedError

    def body(self) -> SafeString:
        """What stands in the drawing; its text is escaped."""
        raise NotImplementedError

    def svg(self) -> SafeString:
        """The drawing; its text is escaped."""
        return format_html(
            '<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
            'aria-labelledby="{name}-title {name}-desc" font-family="Source Sans 3, sans-serif" font-size="16">'
            '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>{body}</svg>',
            width=self.width,
            height=max(self.height, 1),
            name=self.name,
            title=self.title,
            description=self.description,
            body=self.body(),
        )


def in_figures(value: int) -> str:
    """A number with its thousands apart, in the language at work."""
    return number_format(value, use_l10n=True, force_grouping=True)


@dataclass(frozen=True)
class Chart(Drawing):
    """Base of charts of bars; subclasses say where a bar begins."""

    name: str
    title: str
    description: str
    rows: Sequence[Bar]

    @property
    def largest(self) -> int:
        return max((row.value for row in self.rows), default=0)

    @property
    def height(self) -> int:
        return len(self.rows) * (LABEL_SPACE + BAR_HEIGHT + GAP)

    def length(self, value: int) -> int:
        """Length of a bar: in proportion to the largest, and seen where it is not nothing."""
        if not value or not self.largest:
            return 0
        return max(round(WIDTH * value / self.largest), THINNEST)

    def start(self, length: int) -> int:
        """Where a bar of this length begins."""
        raise NotImplementedError

    def body(self) -> SafeString:
        return format_html_join("", "{}", ((self._drawn(row, n),) for n, row in enumerate(self.rows)))

    def _drawn(self, row: Bar, position: int) -> SafeString:
        top = position * (LABEL_SPACE + BAR_HEIGHT + GAP)
        length = self.length(row.value)
        figure = in_figures(row.value)
        return format_html(
            '<text class="chart-label" x="0" y="{text}" fill="{ink}">{label}</text>'
            '<text class="chart-figure" x="{width}" y="{text}" fill="{ink}" text-anchor="end" font-weight="600">'
            "{figure}</text>"
            '<rect class="chart-track" x="0" y="{bar}" width="{width}" height="{thick}" fill="{track}"/>'
            '<rect class="chart-bar" x="{start}" y="{bar}" width="{length}" height="{thick}" fill="{fill}"/>',
            text=top + LABEL_SPACE - 6,
            bar=top + LABEL_SPACE,
            ink=INK,
            fill=FILL,
            track=TRACK,
            width=WIDTH,
            thick=BAR_HEIGHT,
            label=row.label,
            figure=f"{figure} ({row.note})" if row.note else figure,
            start=self.start(length),
            length=length,
        )
