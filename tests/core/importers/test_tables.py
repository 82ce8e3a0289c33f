"""Tables are read whole from CSV, XLSX and ODS, or refused with a reason."""

import datetime
import gzip
import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from core.importers.parse import tables
from core.importers.parse.problems import Unreadable
from core.importers.parse.tables import cell_text, read_table, sniff_delimiter


def code_of(name: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_table(name, data)
    return caught.value.problem.code


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    table = read_table("a.csv", b"name,country\nA,CN\n\nB,VN\n")
    assert table.headers == ("name", "country")
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, {"name": "A", "country": "CN"}),
        (4, {"name": "B", "country": "VN"}),
    ]


def test_quoted_line_breaks_belong_to_their_cell() -> None:
    table = read_table("a.csv", b'name,country\r\n"Two\r\nlines",CN\r\n')
    assert table.rows[0].cells["name"] == "Two\r\nlines"


def test_a_byte_order_mark_is_no_part_of_the_first_header() -> None:
    assert read_table("a.csv", "\ufeffname,x\nÄ,1\n".encode()).headers == ("name", "x")


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [("a,b;c,d", ","), ("a;b;c", ";"), ("a\tb", "\t"), ("a|b|c", "|"), ('"a;b;c;d",e,f', ","), ("a", ",")],
)
def test_the_delimiter_is_the_one_that_the_header_uses_most(header: str, delimiter: str) -> None:
    assert sniff_delimiter(header + "\n1;2\n") == delimiter


def test_surplus_cells_are_kept_under_their_place_and_missing_ones_are_blank() -> None:
    table = read_table("a.csv", b"a,b\n1\n1,2,3\n1,2,,\n")
    assert [row.cells for row in table.rows] == [
        {"a": "1", "b": ""},
        {"a": "1", "b": "2", "column 3": "3"},
        {"a": "1", "b": "2"},
    ]


def test_a_header_without_a_name_is_called_after_its_place() -> None:
    assert read_table("a.csv", b"a,,c\n1,2,3\n").headers == ("a", "column 2", "c")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"", "file-empty"),
        ("a.csv", b"  \n", "file-empty"),
        ("a.csv", b"name,country\n", "file-without-rows"),
        ("a.csv", "name\nZürich\n".encode("latin-1"), "file-not-utf8"),
        ("a.csv", "name\nA\n".encode("utf-16"), "file-not-text"),
        ("a.csv", b'name\n"A\n', "file-broken"),
        ("a.csv", b"name, name\nA,B\n", "header-doubled"),
        ("a.csv.gz", b"no gzip", "file-broken"),
        ("a.xlsx", b"no workbook", "file-broken"),
        ("a.ods", b"PK\x03\x04 broken", "file-broken"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(name: str, data: bytes, code: str) -> None:
    assert code_of(name, data) == code


def test_too_large_and_too_long_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_BYTES", 10)
    assert code_of("a.csv", b"name\n" + b"A\n" * 20) == "file-too-large"
    assert code_of("a.csv.gz", gzip.compress(b"name\n" + b"A\n" * 20)) == "file-too-large"
    monkeypatch.setattr(tables, "MAX_BYTES", 1000)
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    assert code_of("a.csv", b"name\n" + b"A\n" * 20) == "file-too-long"


def test_packed_csv_is_read() -> None:
    assert read_table("A.CSV.GZ", gzip.compress(b"name\nA\n")).rows[0].cells == {"name": "A"}


def test_a_workbook_is_read_from_its_first_sheet_with_rows() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.add_worksheet("empty")
        sheet = book.add_worksheet("list")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        rows: list[list[str | float]] = [["name", "year", "open"], ["A", 2016, True], ["=x", 1.5, False]]
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell) if isinstance(cell, str) else sheet.write(row, column, cell)
        sheet.write_datetime(3, 0, datetime.datetime(2020, 5, 1), day)
    table = read_table("a.xlsx", buffer.getvalue())
    assert [row.cells for row in table.rows] == [
        {"name": "A", "year": "2016", "open": "yes"},
        {"name": "=x", "year": "1.5", "open": "no"},
        {"name": "2020-05-01", "year": "", "open": ""},
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (3.0, "3"),
        (datetime.date(2020, 5, 1), "2020-05-01"),
        (datetime.datetime(2020, 5, 1, 12, 30), "2020-05-01T12:30:00"),
        (datetime.time(12, 30), "12:30:00"),
        ("a\0b", "ab"),
    ],
)
def test_cells_of_workbooks_become_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text


@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.csv.gz", "a.ods"]))
def test_no_bytes_end_in_anything_but_a_table_or_a_reason(data: bytes, name: str) -> None:
    try:
        table = read_table(name, data)
    except Unreadable:
        return
    assert table.rows
