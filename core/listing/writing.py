"""Files of a list: exactly the rows that its filters select, all of them, in its order.

Files hold every column, or those that the address chooses (`cols=`). CSV and GeoJSON are for programs
and write codes; XLSX is for people and writes words.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from django.utils.module_loading import import_string
from django.utils.text import slugify

from core.exports import csv, json, xlsx
from core.exports.table import Table
from core.listing.columns import Column
from core.listing.selection import Selection

LONGEST_NAME = 120


def coded_columns(selection: Selection) -> list[Column]:
    return [replace(column, value=column.code or column.value) for column in selection.address.written_columns]


def pieces(selection: Selection, wanted: str, context: dict[str, Any]) -> Iterator[bytes]:
    """A file in a format that streams; `context` is the serializers'."""
    if wanted == "csv":
        return csv.write(Table(str(selection.listing.title), coded_columns(selection), selection.rows()))
    if wanted == "geojson":
        columns = coded_columns(selection)
        return json.write_features(feature(selection, columns, row) for row in selection.rows())
    serializer = import_string(selection.listing.serializer)(context=context)
    return json.write_list(serializer.to_representation(row) for row in selection.rows())


def write_xlsx(selection: Selection, file: IO[bytes], progress: xlsx.Progress = lambda _number: None) -> int:
    table = Table(str(selection.listing.title), selection.address.written_columns, selection.rows())
    return xlsx.write(table, file, progress)


def feature(selection: Selection, columns: list[Column], row: Any) -> dict[str, Any]:
    """A GeoJSON feature; without geometry where the list gives none for this viewer."""
    return {
        "type": "Feature",
        "id": row.public_id,
        "geometry": selection.listing.geometry(row) if selection.listing.geometry else None,
        "properties": {column.name: column.value(row) for column in columns},
    }


def file_name(selection: Selection, extension: str, today: datetime.date) -> str:
    """List, filters and date, in letters that every file system takes."""
    filters = [f"{name}-{text}" for name, texts in selection.address.filters.lists() for text in texts]
    parts = [slugify(part) for part in (selection.listing.name, *filters)]
    stem = re.sub(r"-+", "-", "_".join(part for part in parts if part))[:LONGEST_NAME].rstrip("_-")
    return f"{stem}_{today.isoformat()}.{extension}"
