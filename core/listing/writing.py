"""Files of a list: exactly the rows that its filters select, all of them, in its order and columns."""

import datetime
import re
from collections.abc import Iterator
from typing import IO, Any

from django.utils.module_loading import import_string
from django.utils.text import slugify

from core.exports import csv, json, xlsx
from core.exports.table import Table
from core.listing.selection import Selection

LONGEST_NAME = 120


def table_of(selection: Selection) -> Table:
    return Table(str(selection.listing.title), selection.address.columns, selection.rows())


def pieces(selection: Selection, wanted: str, context: dict[str, Any]) -> Iterator[bytes]:
    """A file in a format that streams; `context` is the serializers'."""
    if wanted == "csv":
        return csv.write(table_of(selection))
    if wanted == "geojson":
        return json.write_features(feature(selection, row) for row in selection.rows())
    serializer = import_string(selection.listing.serializer)(context=context)
    return json.write_list(serializer.to_representation(row) for row in selection.rows())


def write_xlsx(selection: Selection, file: IO[bytes], progress: xlsx.Progress = lambda _number: None) -> int:
    return xlsx.write(table_of(selection), file, progress)


def feature(selection: Selection, row: Any) -> dict[str, Any]:
    """A GeoJSON feature; without geometry where the list gives none for this viewer."""
    return {
        "type": "Feature",
        "id": row.public_id,
        "geometry": selection.listing.geometry(row) if selection.listing.geometry else None,
        "properties": {column.name: column.value(row) for column in selection.address.columns},
    }


def file_name(selection: Selection, extension: str, today: datetime.date) -> str:
    """List, filters and date, in letters that every file system takes."""
    filters = [f"{name}-{text}" for name, texts in selection.address.filters.lists() for text in texts]
    parts = [slugify(part) for part in (selection.listing.name, *filters)]
    stem = re.sub(r"-+", "-", "_".join(part for part in parts if part))[:LONGEST_NAME].rstrip("_-")
    return f"{stem}_{today.isoformat()}.{extension}"
