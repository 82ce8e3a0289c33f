"""Tables for programs: CSV and JSON. Both carry the values, never their words."""

import csv
import io
import json
from collections.abc import Iterator
from typing import IO, Any

from rest_framework.utils.encoders import JSONEncoder

from core.exports.csv import cell
from core.reports.document import Block, ChartBlock, Document, Figures, Paragraph, Table

Progress = Any


def write_csv(document: Document, file: IO[bytes], progress: Progress) -> None:
    """The main table, in UTF-8 with a byte order mark; a text that a spreadsheet would run gets an apostrophe."""
    table = document.main_table()
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    if table is not None:
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        for number, row in enumerate(table.rows, start=1):
            writer.writerow([cell(value) for value in row])
            if number % 1000 == 0:
                progress(number)
    # The file stays open for its owner.
    text.detach()
    progress(document.row_count)


def write_json(document: Document, file: IO[bytes], progress: Progress) -> None:
    """Everything the report says; tables as objects by the names of their columns."""
    for piece in _pieces(document):
        file.write(piece.encode())
    progress(document.row_count)


def _pieces(document: Document) -> Iterator[str]:
    head = {
        "report": document.kind,
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "made_at": document.made_at,
        "chosen": [{"name": name, "value": value} for name, value in document.chosen],
        "method": list(document.method),
        "warnings": list(document.warnings),
        "sources": [
            {"title": each.title, "publisher": each.publisher, "date": each.day, "url": each.url}
            for each in document.sources
        ],
    }
    yield encoded(head)[:-1] + ',"sections":['
    for position, section in enumerate(document.sections):
        yield ("," if position else "") + encoded({"name": section.name, "title": section.title})[:-1] + ',"blocks":['
        for place, block in enumerate(section.blocks):
            yield "," if place else ""
            yield from _block(block)
        yield "]}"
    yield "]}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield encoded({"type": "text", "text": block.text})
        case Figures():
            items = [{"label": item.label, "value": item.value, "note": item.note} for item in block.items]
            yield encoded({"type": "figures", "figures": items})
        case ChartBlock():
            chart = block.chart
            yield encoded({"type": "chart", "title": chart.title, "description": chart.description})
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    names = [column.name for column in table.columns]
    head = {
        "type": "table",
        "name": table.name,
        "title": table.title,
        "note": table.note,
        "columns": [{"name": column.name, "label": column.label} for column in table.columns],
    }
    yield encoded(head)[:-1] + ',"rows":['
    for position, row in enumerate(table.rows):
        yield ("," if position else "") + encoded(dict(zip(names, row, strict=True)))
    yield "]}"


def encoded(value: Any) -> str:
    return json.dumps(value, cls=JSONEncoder, ensure_ascii=False, separators=(",", ":"))
