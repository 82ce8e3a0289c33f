"""A report as a spreadsheet: a cover that says what it is, key figures, then a sheet for every table.

Rows are written as they are read and not held. Cells are typed, and no text becomes a formula.
"""

from collections.abc import Callable
from typing import IO, Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.exports.xlsx import OPTIONS, CellWriter
from core.reports.document import Document, Figures, Kind, Paragraph, Table
from core.reports.words import in_words

LONGEST_NAME = 31
FORBIDDEN = str.maketrans("", "", "[]:*?/\\'")
NARROWEST, WIDEST, LONGEST_LINE = 11, 60, 100
INK = "#0b5563"
EVERY = 1000


def write_xlsx(document: Document, file: IO[bytes], progress: Callable[[int], None]) -> None:
    """Writes all rows of all tables; `progress` hears how many."""
    book = _Book(document, file)
    book.cover()
    book.figures()
    done = 0
    for table in document.tables():
        done = book.table(table, done, progress)
    book.book.close()
    progress(done)


class _Book:
    """The file and the few ways in which cells look."""

    def __init__(self, document: Document, file: IO[bytes]) -> None:
        self.document = document
        self.book = Workbook(file, OPTIONS)
        self.book.set_properties({"title": document.title, "subject": document.subtitle})
        self.names: set[str] = set()
        self.heading = self.style(bold=True, font_size=18, font_color=INK)
        self.part = self.style(bold=True, font_size=13, font_color=INK)
        self.label = self.style(bold=True, valign="top")
        self.text = self.style(text_wrap=True, valign="top")
        self.head = self.style(bold=True, font_color="#ffffff", bg_color=INK, text_wrap=True, valign="vcenter")
        self.day = self.style(num_format="yyyy-mm-dd", align="left")
        self.moment = self.style(num_format="yyyy-mm-dd hh:mm", align="left")
        self.number = self.style(num_format="#,##0")
        self.percent = self.style(num_format='0.0" %"')

    def style(self, **properties: Any) -> Format:
        return self.book.add_format(properties)

    def sheet(self, title: str) -> Worksheet:
        """An A4 sheet under a name that is short enough, allowed, and its own."""
        base = title.translate(FORBIDDEN).strip()[:LONGEST_NAME] or "1"
        name, number = base, 1
        while name.lower() in self.names:
            number += 1
            name = f"{base[: LONGEST_NAME - 3]} {number}"
        self.names.add(name.lower())
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def cover(self) -> None:
        """What, for whom, when, by which filters, counted how, from which sources."""
        said = self.document
        sheet = self.sheet(_("About"))
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 96)
        row = 0
        for text, style in ((said.title, self.heading), (said.subtitle, self.part)):
            sheet.write_string(row, 0, text, style)
            row += 1
        facts = [(_("Made at"), in_words(said.made_at)), *said.chosen]
        blocks = [
            ("", facts),
            (_("Please note"), [("", text) for text in said.warnings]),
            (_("What is counted and how"), [("", text) for text in said.method]),
            (_("Sources"), [(each.title, _cited(each)) for each in said.sources]),
        ]
        for title, lines in blocks:
            row = self._lines(sheet, row + 1, title, lines) if lines else row

    def _lines(self, sheet: Worksheet, row: int, title: str, lines: list[tuple[str, str]]) -> int:
        if title:
            sheet.write_string(row, 0, title, self.part)
            row += 1
        for label, text in lines:
            # In constant memory a row's height has to be told before its cells.
            sheet.set_row(row, 15 * (1 + len(text) // LONGEST_LINE))
            sheet.write_string(row, 0, label, self.label)
            sheet.write_string(row, 1, text, self.text)
            row += 1
        return row

    def figures(self) -> None:
        """Key figures and paragraphs, section by section."""
        sheet, row = None, 0
        for section in self.document.sections:
            said = [block for block in section.blocks if isinstance(block, Figures | Paragraph)]
            if not said:
                continue
            if sheet is None:
                sheet = self.sheet(_("Summary"))
                sheet.set_column(0, 0, 48)
                sheet.set_column(1, 1, 18)
                sheet.set_column(2, 2, 60)
            sheet.write_string(row, 0, section.title, self.part)
            row += 1
            for block in said:
                row = self._said(sheet, row, block)
            row += 1

    def _said(self, sheet: Worksheet, row: int, block: Figures | Paragraph) -> int:
        if isinstance(block, Paragraph):
            sheet.write_string(row, 0, block.text)
            return row + 1
        writer = CellWriter(sheet, self.day, self.moment, self.number)
        for item in block.items:
            sheet.write_string(row, 0, item.label)
            writer.cell(row, 1, item.value)
            sheet.write_string(row, 2, item.note)
            row += 1
        return row

    def table(self, table: Table, before: int, progress: Callable[[int], None]) -> int:
        """One sheet with a frozen heading; gives how many rows there are up to now."""
        sheet = self.sheet(table.title)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_row(0, 32)
        for position, column in enumerate(table.columns):
            sheet.set_column(position, position, min(max(NARROWEST, 16 * column.width), WIDEST))
            sheet.write_string(0, position, column.label, self.head)
        figures = [self.percent if column.kind is Kind.PERCENT else self.number for column in table.columns]
        number = _rows(table, CellWriter(sheet, self.day, self.moment), figures, lambda done: progress(before + done))
        if number:
            sheet.autofilter(0, 0, number, len(table.columns) - 1)
        return before + number


def _rows(table: Table, writer: CellWriter, figures: list[Format], progress: Callable[[int], None]) -> int:
    """Below the heading; unknown values leave their cells empty."""
    number = 0
    cell = writer.cell
    for number, row in enumerate(table.rows, start=1):
        for position, value in enumerate(row):
            if value is not None:
                cell(number, position, value, figures[position])
        if number % EVERY == 0:
            progress(number)
    return number


def _cited(source: Any) -> str:
    parts = [source.publisher, source.day.isoformat() if source.day else "", source.url]
    return ", ".join(part for part in parts if part)
