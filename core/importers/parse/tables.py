"""Tables from CSV, XLSX and ODS files, every cell as text."""

import csv
import datetime
import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from core.importers.parse.problems import Unreadable

MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 200_000
DELIMITERS = ",;\t|"
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
csv.field_size_limit(1024 * 1024)


@dataclass(frozen=True)
class RawRow:
    """A row as it was read. Rows are numbered as a spreadsheet shows them: the header is row 1."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    headers: tuple[str, ...]
    rows: tuple[RawRow, ...]


def read_table(name: str, data: bytes) -> Table:
    """The table in a file called `name`. Raises `Unreadable`."""
    name, data = _unpacked(name.lower(), data)
    if not data.strip():
        raise Unreadable("file-empty", name)
    lines = _workbook_lines(data) if name.endswith(WORKBOOKS) else _csv_lines(name, data)
    return _table(lines)


def _unpacked(name: str, data: bytes) -> tuple[str, bytes]:
    if name.endswith(".gz"):
        try:
            with gzip.open(io.BytesIO(data)) as packed:
                data = packed.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise Unreadable("file-broken", name) from error
        name = name.removesuffix(".gz")
    if len(data) > MAX_BYTES:
        raise Unreadable("file-too-large", str(MAX_BYTES))
    return name, data


def _csv_lines(name: str, data: bytes) -> Iterable[list[str]]:
    if b"\0" in data:
        raise Unreadable("file-not-text", name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("file-not-utf8", f"byte {error.start + 1}") from error
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sniff_delimiter(text), strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise Unreadable("file-broken", f"line {reader.line_num}") from error


def sniff_delimiter(text: str) -> str:
    """The separator that the header uses most, quoted parts left out; a comma for a single column."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    outside = "".join(part for index, part in enumerate(header.split('"')) if index % 2 == 0)
    counts = {delimiter: outside.count(delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda delimiter: counts[delimiter])


def _workbook_lines(data: bytes) -> Iterable[list[str]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = (book.get_sheet_by_index(index).to_python() for index in range(len(book.sheet_names)))
        lines = next((lines for lines in sheets if lines), [])
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable("file-broken", "workbook") from error
    return ([cell_text(cell) for cell in line] for line in lines)


def cell_text(cell: Any) -> str:
    """Text of a workbook's cell: whole numbers without a point, dates as ISO 8601."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell).replace("\0", "")


def _table(lines: Iterable[list[str]]) -> Table:
    headers: tuple[str, ...] = ()
    rows: list[RawRow] = []
    for number, line in enumerate(lines, start=1):
        if not any(cell.strip() for cell in line):
            continue
        if not headers:
            headers = _headers(line)
            continue
        rows.append(RawRow(number, _named(headers, line)))
        if len(rows) > MAX_ROWS:
            raise Unreadable("file-too-long", str(MAX_ROWS))
    if not rows:
        raise Unreadable("file-without-rows", ", ".join(headers))
    return Table(headers, tuple(rows))


def _headers(line: list[str]) -> tuple[str, ...]:
    names = [" ".join(cell.split()) or f"column {index}" for index, cell in enumerate(line, start=1)]
    if doubled := [name for name, count in Counter(names).items() if count > 1]:
        raise Unreadable("header-doubled", ", ".join(doubled))
    return tuple(names)


def _named(headers: tuple[str, ...], line: list[str]) -> dict[str, str]:
    """Cells by header; missing ones are blank, surplus ones kept under their place."""
    cells = dict(zip(headers, line + [""] * len(headers), strict=False))
    surplus = {f"column {index}": cell for index, cell in enumerate(line, start=1) if index > len(headers)}
    return cells | {name: cell for name, cell in surplus.items() if cell.strip()}
