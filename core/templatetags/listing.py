"""Cells of a list's table."""

import datetime
from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core.listing.columns import Column
from core.listing.facets import FacetValue
from core.templatetags.records import figure

register = template.Library()

# Short, so that a date stays on one line of a narrow column.
SHORT_DAY, SHORT_MOMENT = "j N Y", "j N Y, H:i"


@register.simple_tag(takes_context=True)
def cell(context: template.Context, column: Column, row: Any) -> str:
    """The content of a row's cell: by the column's own template, else the value in plain words."""
    value = (column.short or column.value)(row)
    if not column.cell:
        return plain(value)
    inner = context.new({"row": row, "value": value, "column": column, "access": context.get("access")})
    # The engine's template, not the backend's: context processors have run once already.
    return get_template(column.cell).template.render(inner)  # type: ignore[attr-defined]


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
            return format_html(
                '<time datetime="{}">{}</time>', value.isoformat(), date_format(localtime(value), SHORT_MOMENT)
            )
        case datetime.date():
            return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value, SHORT_DAY))
        case int():
            return conditional_escape(figure(value))
    return conditional_escape(value)
