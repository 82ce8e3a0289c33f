"""The charts of a report as one drawing, one below the other."""

from collections.abc import Callable
from typing import IO

from django.utils.html import format_html, format_html_join

from core.charts.chart import WIDTH
from core.reports.document import Document

TITLE_SPACE, GAP = 28, 24


def write_svg(document: Document, file: IO[bytes], progress: Callable[[int], None]) -> None:
    placed, top = [], 0
    for chart in document.charts():
        # All are as wide as the whole.
        height = max(round(chart.height * WIDTH / chart.width), 1)
        placed.append((top + TITLE_SPACE - 8, chart.title, top + TITLE_SPACE, WIDTH, height, chart.svg()))
        top += TITLE_SPACE + height + GAP
    drawn = format_html_join(
        "",
        '<text x="0" y="{}" font-size="17" font-weight="600" fill="#0b5563">{}</text>'
        '<svg x="0" y="{}" width="{}" height="{}">{}</svg>',
        placed,
    )
    whole = format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'lang="{language}" font-family="Source Sans 3, sans-serif"><title>{title}</title>{drawn}</svg>',
        width=WIDTH,
        height=max(top, 1),
        language=document.language,
        title=document.title,
        drawn=drawn,
    )
    file.write(whole.encode())
    progress(document.row_count)
