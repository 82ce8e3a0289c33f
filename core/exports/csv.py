"""CSV as RFC 4180 in UTF-8 with a byte order mark, safe to open in a spreadsheet.

Headings are the columns' names as in the address (`cols=`), whatever the language of the page.
A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or
a carriage return) gets an apostrophe in front; numbers and dates are written as they are.
"""

import csv
import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from core.exports.table import Table

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def write(table: Table) -> Iterator[bytes]:
    """The file in pieces, one per row."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield "\ufeff".encode() + writer.writerow([column.name for column in table.columns]).encode()
    for row in table.rows():
        yield writer.writerow([cell(value) for value in row]).encode()


def cell(value: Any) -> Any:
    """The value as the file has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return value
    return safe(str(value))


def safe(text: str) -> str:
    """`text`, with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
