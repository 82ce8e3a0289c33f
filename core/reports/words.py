"""Values as a reader of the report's language writes them. The language at work is the report's."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format

from core.reports.document import Kind

NOTHING = "–"
DIGITS = 2


def in_words(value: Any, kind: Kind = Kind.TEXT) -> str:
    """A value of a table or figure; a dash where nothing is known."""
    match value:
        case None | "":
            return NOTHING
        case datetime.datetime():
            return f"{date_format(value.astimezone(datetime.UTC), 'j F Y, H:i')} UTC"
        case datetime.date():
            return date_format(value, "j F Y")
        case bool():
            return str(value)
        case int() | float() | Decimal():
            number = number_format(_plain(value), use_l10n=True, force_grouping=True)
            return f"{number} %" if kind is Kind.PERCENT else number
    return str(value)


def _plain(value: float | Decimal) -> float | Decimal:
    """With two digits behind the point at most, and none that say nothing."""
    if isinstance(value, int):
        return value
    rounded = round(Decimal(value), DIGITS)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded.normalize()
