"""Making reports in tests, as the pages and the command do."""

import datetime
import io
import json
from zipfile import ZipFile

from django.utils.translation import override
from python_calamine import CalamineWorkbook

from core.reports.making import asked_of
from core.reports.report import Format
from core.reports.writing import write

NOW = datetime.datetime(2026, 11, 24, 12, 30, 15, 123456, tzinfo=datetime.UTC)
BEGINS = {
    Format.PDF: b"%PDF-",
    Format.HTML: b"<!doctype html>",
    Format.XLSX: b"PK",
    Format.DOCX: b"PK",
    Format.JSON: b'{"report":',
    Format.CSV: b"\xef\xbb\xbf",
}


def document(report, user, now=NOW, **values):
    """The report for `user`; fields that are not given are as the form offers them."""
    initial = {name: field.initial for name, field in report.form_class.base_fields.items()}
    given = initial | values
    texts = {name: [str(value)] for name, value in given.items() if value not in (None, "", False)}
    with override("en"):
        return report.document(asked_of(report, texts, user, now, "en"))


def table(document, name):
    return next(each for each in document.tables() if each.name == name)


def rows(document, name):
    """Rows of a table as dictionaries by the names of its columns."""
    found = table(document, name)
    names = [column.name for column in found.columns]
    return [dict(zip(names, row, strict=True)) for row in found.rows]


def written(document, form):
    file = io.BytesIO()
    write(document, form, file)
    return file.getvalue()


def writes_every_format(report, document):
    """All formats of the report, by format; each begins as its kind does."""
    found = {form: written(document, form) for form in report.formats}
    for form, content in found.items():
        assert content.startswith(BEGINS[form]), form
    if Format.JSON in found:
        assert json.loads(found[Format.JSON])["report"] == report.kind
    if Format.DOCX in found:
        assert "word/document.xml" in ZipFile(io.BytesIO(found[Format.DOCX])).namelist()
    return found


def sheet(content, title):
    """Rows of one sheet of a spreadsheet, its heading first."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(title).to_python()
