"""XLSX with typed cells and a frozen heading; nothing in it is a formula."""

import datetime
import math
from collections.abc import Callable
from decimal import Decimal
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.exports.table import Table

LONGEST_TEXT = 32_767
# Integers beyond this lose digits in a spreadsheet.
GREATEST_EXACT = 10**15
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
Progress = Callable[[int], None]


def write(table: Table, file: IO[bytes], progress: Progress = lambda _number: None) -> int:
    """Writes `table` into `file` and gives the number of rows; `progress` hears it now and then."""
    book = Workbook(file, OPTIONS)
    sheet = book.add_worksheet(table.title[:31].translate(str.maketrans("", "", "[]:*?/\\'")) or "1")
    writer = CellWriter(
        sheet, book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    )
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(table.columns), 22)
    bold = book.add_format({"bold": True, "text_wrap": True})
    for position, column in enumerate(table.columns):
        sheet.write_string(0, position, str(column.label), bold)
    number = 0
    for number, row in enumerate(table.rows(), start=1):
        for position, value in enumerate(row):
            writer.cell(number, position, value)
        if number % 1000 == 0:
            progress(number)
    book.close()
    progress(number)
    return number


class CellWriter:
    """Writes cells by the type of their value."""

    def __init__(self, sheet: Worksheet, day: Format, moment: Format, number: Format | None = None) -> None:
        self.sheet = sheet
        self.day = day
        self.moment = moment
        self.number = number

    def cell(self, row: int, position: int, value: Any, number: Format | None = None) -> None:
        # Most cells of long tables are of these kinds.
        if type(value) is str:
            if value:
                self.sheet.write_string(row, position, value[:LONGEST_TEXT])
        elif value is not None:
            self._typed(row, position, value, number)

    def _typed(self, row: int, position: int, value: Any, number: Format | None) -> None:
        match value:
            case bool():
                self.sheet.write_boolean(row, position, value)
            case int() | float() | Decimal() if _is_exact(value):
                self.sheet.write_number(row, position, value, number or self.number)
            case datetime.datetime():
                self.sheet.write_datetime(row, position, value.astimezone(datetime.UTC), self.moment)
            case datetime.date():
                self.sheet.write_datetime(row, position, value, self.day)
            case _:
                self.sheet.write_string(row, position, str(value)[:LONGEST_TEXT])


def _is_exact(value: Any) -> bool:
    return math.isfinite(value) and abs(value) < GREATEST_EXACT
