"""Cells of the lists of procurement: money, and what became of a request."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.templatetags.records import money

ANSWERED = ("full", "partial")


def money_cell(row: Any, value: Any) -> str:
    """The amount with its currency; nothing where none is known."""
    return "" if value is None else money(value, row.currency_id)


def answer_cell(row: Any, value: Any) -> SafeString:
    """The answer, or that none has come."""
    if row.is_overdue:
        mark, text = "gap", _("Overdue")
    elif not row.answer:
        mark, text = "unanswered", _("Waiting")
    else:
        mark, text = "state" if row.answer in ANSWERED else "gap", value
    return format_html('<span class="mark mark-{}">{}</span>', mark, text)
