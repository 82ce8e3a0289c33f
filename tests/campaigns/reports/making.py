"""Making a report in a test, and reading what was written."""

import csv
import datetime
import io
import json

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from core.access import access_of
from core.reports.making import asked_of
from core.reports.report import Format
from core.reports.writing import write

NOW = timezone.make_aware(datetime.datetime(2026, 6, 1, 12))


def asked(report, user=None, now=NOW, **values):
    """What `user` (nobody signed in, unless given) asks for."""
    texts = {name: [str(getattr(value, "public_id", value))] for name, value in values.items()}
    return asked_of(report, texts, user or AnonymousUser(), now, "en")


def made(report, user=None, now=NOW, **values):
    return report.document(asked(report, user, now, **values))


def written(document, form):
    file = io.BytesIO()
    write(document, Format(form), file)
    return file.getvalue()


def table(document, name):
    """Rows of a table as dictionaries by the columns' names."""
    (found,) = [each for each in document.tables() if each.name == name]
    names = [column.name for column in found.columns]
    return [dict(zip(names, row, strict=True)) for row in found.rows]


def figures(document):
    """Key figures by their label."""
    blocks = [block for section in document.sections for block in section.blocks if hasattr(block, "items")]
    return {item.label: item.value for block in blocks for item in block.items}


def sheet(document, title):
    """Rows of a sheet of the spreadsheet, the heading first."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(written(document, "xlsx")))
    return book.get_sheet_by_name(title).to_python()


def lines(document):
    """Rows of the CSV file by the columns' names."""
    return list(csv.DictReader(io.StringIO(written(document, "csv").decode("utf-8-sig"))))


def spoken(document):
    return json.loads(written(document, "json"))


def assert_every_format(report, document):
    """Each format is written, and begins as its kind of file does."""
    begins = {"html": b"<!doctype html>", "pdf": b"%PDF-", "xlsx": b"PK", "docx": b"PK", "json": b"{", "xml": b"<?xml"}
    begins["svg"], begins["csv"] = b"<svg", "\ufeff".encode()
    for form in report.formats:
        assert written(document, form).startswith(begins[form]), form


def assert_same_rows(document, name):
    """CSV, JSON and spreadsheet carry the same cells as the main table."""
    rows = table(document, name)
    (main,) = [each for each in document.tables() if each.name == name]
    told = lines(document)
    blocks = [block for section in spoken(document)["sections"] for block in section["blocks"]]
    (objects,) = [block["rows"] for block in blocks if block.get("name") == name]
    cells = sheet(document, main.title[:31])[1:]
    assert len(rows) == len(told) == len(objects) == len(cells)
    for row, line, thing, row_of_cells in zip(rows, told, objects, cells, strict=True):
        for place, (column, value) in enumerate(row.items()):
            plain = "" if value is None else str(value)
            # A text that a spreadsheet would run has an apostrophe in front.
            assert line[column].removeprefix("'") == plain, column
            assert ("" if thing[column] is None else str(thing[column])) == plain, column
            assert as_text(row_of_cells[place] if place < len(row_of_cells) else "") == plain, column


def as_text(value):
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def queries_for(report, user=None, now=NOW, **values):
    """How many queries it takes to make the report, once who asks is known."""
    wish = asked(report, user, now, **values)
    access_of(wish.user)
    with CaptureQueriesContext(connection) as queries:
        document = report.document(wish)
        for each in document.tables():
            list(each.rows)
    return len(queries)
