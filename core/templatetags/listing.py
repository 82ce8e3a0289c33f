"""Cells of a list's table."""

from typing import Any

from django import template
from django.template.loader import get_template

from core.listing.columns import Column

register = template.Library()


@register.simple_tag(takes_context=True)
def cell(context: template.Context, column: Column, row: Any) -> str:
    """The content of a row's cell by the column's own template."""
    rendered = get_template(column.cell)
    # The engine's template, not the backend's: context processors have run once already.
    inner = context.new({"row": row, "value": column.value(row), "column": column, "access": context.get("access")})
    return rendered.template.render(inner)  # type: ignore[attr-defined]
