"""Every format says the same; nothing from the record is taken for markup or a formula."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest
from docx import Document as Book
from python_calamine import CalamineWorkbook

from core.reports.document import Section
from core.reports.report import Format
from core.reports.words import in_words
from core.reports.writing import file_name, write
from tests.core.reports.conftest import DAY, NASTY, table


def written(document, form):
    file = io.BytesIO()
    write(document, form, file)
    return file.getvalue()


def html_cells(text, name):
    part = text[text.index(f'id="table-{name}"') :]
    body = part[part.index("<tbody>") : part.index("</tbody>")]
    found = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in found]


def test_every_format_holds_the_same_cells(document):
    expected = [list(row) for row in table().rows]
    data = json.loads(written(document, Format.JSON))
    from_json = [list(row.values()) for row in data["sections"][2]["blocks"][0]["rows"]]
    assert from_json == [[row[0], DAY.isoformat(), *row[2:]] for row in expected]
    lines = list(csv.reader(io.StringIO(written(document, Format.CSV).decode("utf-8-sig"))))
    assert lines[0] == ["name", "day", "people", "share", "note"]
    assert lines[1:] == [[f"'{row[0]}", "2026-03-01", str(row[2]), "12.5", ""] for row in expected]
    book = CalamineWorkbook.from_filelike(io.BytesIO(written(document, Format.XLSX)))
    sheet = book.get_sheet_by_name("All rows").to_python()
    assert sheet == [["Name", "Day", "People", "Share", "Note"]] + [[row[0], DAY, row[2], 12.5, ""] for row in expected]
    shown = html_cells(written(document, Format.HTML).decode(), "rows")
    said = [[in_words(row[0]), "1 March 2026", in_words(row[2]), "12.5 %", "–"] for row in expected]
    assert [[re.sub("&[^;]+;", "?", cell) for cell in row] for row in shown] == [
        [re.sub("[<>&\"']", "?", cell) for cell in row] for row in said
    ]
    grid = Book(io.BytesIO(written(document, Format.DOCX))).tables[-1]
    assert [[cell.text for cell in row.cells] for row in grid.rows][1:] == said


def test_a_page_runs_nothing_and_follows_no_trap(document):
    text = written(document, Format.HTML).decode()
    assert "<script" not in text
    assert "javascript:" not in text.replace("javascript:alert(1)", "", text.count("A trap, "))
    assert 'href="https://example.org/list"' in text
    assert text.count("<h1>") == 1
    assert '<html lang="en">' in text


def test_paper_is_tagged_and_the_same_twice(document):
    first, second = written(document, Format.PDF), written(document, Format.PDF)
    assert first[:5] == b"%PDF-"
    assert b"pdfuaid" in first
    assert b"/StructTreeRoot" in first
    assert first == second


def test_a_spreadsheet_says_what_it_is_and_has_no_formula(document):
    data = written(document, Format.XLSX)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["About", "Summary", "All rows", "All rows 2"]
    about = ["|".join(map(str, row)) for row in book.get_sheet_by_name("About").to_python()]
    assert about[0].startswith("A test report")
    assert any("Period|Last quarter" in line for line in about)
    assert any("A list|A publisher, 2026-03-01, https://example.org/list" in line for line in about)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any("<f>" in sheet for sheet in sheets)


def test_charts_are_one_drawing(document):
    root = ET.fromstring(written(document, Format.SVG))  # noqa: S314 (our own)
    texts = ["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "People by day" in texts
    assert NASTY in texts


def test_a_printed_table_ends_and_says_so(document):
    long = table(5, printed=2, count=5)
    cut = type(document)(**{**vars(document), "sections": [Section("rows", "Rows", [long])]})
    text = written(cut, Format.HTML).decode()
    assert len(html_cells(text, "rows")) == 2
    assert "3 more rows are in the spreadsheet." in text


@pytest.mark.parametrize(
    "form", [Format.HTML, Format.PDF, Format.XLSX, Format.CSV, Format.JSON, Format.DOCX, Format.SVG]
)
def test_a_report_without_anything_is_a_file_all_the_same(document, form):
    empty = type(document)(**{**vars(document), "sections": [], "sources": [], "warnings": [], "chosen": []})
    assert written(empty, form) or form is Format.CSV


def test_a_file_is_named_by_kind_filters_and_day(document):
    assert file_name(document, Format.PDF) == "test-last-quarter-2026-04-02.pdf"
