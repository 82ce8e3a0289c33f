"""How the parts of a chart are told apart without their colour: full, hatched, dotted, blank."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from core.charts.chart import FILL, INK

PAPER = "#ffffff"
SIZE = 8
# Tints of the site's teal, dark to light, so that print in grey keeps their order; each with marks of its own.
_MARKS = (
    (FILL, ""),
    ("#9fc0c5", f'<path d="M-2 2l4 -4M0 8l8 -8M6 10l4 -4" stroke="{INK}" stroke-width="1.2" fill="none"/>'),
    ("#f4efe3", f'<circle cx="4" cy="4" r="1.4" fill="{INK}"/>'),
    (PAPER, ""),
)
KINDS = len(_MARKS)


def patterns(name: str, number: int) -> SafeString:
    """Definitions of the first `number` patterns, under names that begin with the chart's."""
    # Marks are ours, see above.
    rows = (
        (name, place, SIZE, SIZE, SIZE, SIZE, ground, mark_safe(marks))  # noqa: S308
        for place, (ground, marks) in enumerate(_MARKS[:number])
        if marks
    )
    return format_html(
        "<defs>{}</defs>",
        format_html_join(
            "",
            '<pattern id="{}-part-{}" width="{}" height="{}" patternUnits="userSpaceOnUse">'
            '<rect width="{}" height="{}" fill="{}"/>{}</pattern>',
            rows,
        ),
    )


def filled(name: str, place: int) -> SafeString:
    """Attributes of a shape of the part at `place`: its pattern, with an edge that shows where the next one begins.

    What has no marks is no pattern: printers would show the seams.
    """
    ground, marks = _MARKS[place % KINDS]
    if not marks:
        return format_html('fill="{}" stroke="{}" stroke-width="1"', ground, INK)
    return format_html('fill="url(#{}-part-{})" stroke="{}" stroke-width="1"', name, place % KINDS, INK)


def is_dark(place: int) -> bool:
    """Whether letters on it are white."""
    return place % KINDS == 0
