"""Cells of a list's table."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.dates import SHORT_DAY, SHORT_MOMENT, in_words
from core.listing.columns import Column
from core.listing.facets import FacetValue
from core.templatetags.records import figure

register = template.Library()


@register.simple_tag
def table_rows(rows: Iterable[Any], columns: Sequence[Column]) -> SafeString:
    """The rows of a table's body. A page has hundreds of cells: a template for each would take most of its time."""
    frames = [(column, *_frame(column, is_first=position == 0)) for position, column in enumerate(columns)]
    return SafeString("\n".join(f"<tr>{_cells(row, frames)}</tr>" for row in rows))


def _frame(column: Column, *, is_first: bool) -> tuple[SafeString, SafeString]:
    """What stands around each cell of a column; the first one names the row."""
    tag, scope = ("th", mark_safe(' scope="row"')) if is_first else ("td", "")
    side = mark_safe(' class="numeric"') if column.numeric else ""
    return format_html('<{}{} data-label="{}"{}>', tag, scope, column.label, side), format_html("</{}>", tag)


def _cells(row: Any, frames: Sequence[tuple[Column, SafeString, SafeString]]) -> str:
    return "".join(f"{begin}{conditional_escape(cell(column, row))}{end}" for column, begin, end in frames)


def cell(column: Column, row: Any) -> str:
    """The content of a row's cell: as the column makes it, else the value in plain words."""
    value = (column.short or column.value)(row)
    return (column.cell(row, value) or plain(None)) if column.cell else plain(value)


@register.simple_tag
def choice(name: str, option: FacetValue) -> SafeString:
    """A checkbox of a facet. A list shows a hundred of them: a template for each would take long."""
    count = "" if option.count is None else format_html(' <span class="count">{}</span>', figure(option.count))
    return format_html(
        '<label class="choice{}"><input class="form-check-input" type="checkbox" name="{}" value="{}"{}>'
        ' <span class="choice-text">{}</span>{}</label>\n',
        " choice-empty" if option.count == 0 else "",
        name,
        option.value,
        mark_safe(" checked") if option.chosen else "",
        option.label,
        count,
    )


def plain(value: Any) -> SafeString:
    """A value in words; most cells are plain, and a template for each would take most of a page's time."""
    match value:
        case None | "":
            return format_html('<span class="no-value muted">{}</span>', "–")
        case bool():
            return conditional_escape(_("Yes") if value else _("No"))
        case datetime.datetime():
            return format_html('<time datetime="{}">{}</time>', value.isoformat(), in_words(value, SHORT_MOMENT))
        case datetime.date():
            return format_html('<time datetime="{}">{}</time>', value.isoformat(), in_words(value, SHORT_DAY))
        case int():
            return conditional_escape(figure(value))
    return conditional_escape(value)
