"""Files of a list: exactly the rows that the page's filters select, all of them, in its order."""

import re
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.text import slugify

from core.exports import csv, json
from core.exports.table import Table
from core.listing.selection import Selection

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "geojson": "application/geo+json",
}
LONGEST_NAME = 120


def download(request: HttpRequest, selection: Selection) -> HttpResponseBase:
    """The file in the format that the address asks for, written while it is read."""
    wanted = selection.address.format
    writers = {"csv": _csv, "json": _json}
    response = StreamingHttpResponse(writers[wanted](request, selection), content_type=CONTENT_TYPES[wanted])
    name = file_name(selection, wanted)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def file_name(selection: Selection, extension: str) -> str:
    """List, filters and date, in letters that every file system takes."""
    filters = [f"{name}-{text}" for name, texts in selection.address.filters.lists() for text in texts]
    parts = [slugify(part) for part in (selection.listing.name, *filters)]
    stem = re.sub(r"-+", "-", "_".join(part for part in parts if part))[:LONGEST_NAME].rstrip("_-")
    return f"{stem}_{timezone.now().date().isoformat()}.{extension}"


def _csv(request: HttpRequest, selection: Selection) -> Iterator[bytes]:
    table = Table(str(selection.listing.title), selection.address.columns, selection.rows())
    return csv.write(table)


def _json(request: HttpRequest, selection: Selection) -> Iterator[bytes]:
    serializer = import_string(selection.listing.serializer)(context={"request": request})
    return json.write_list(serializer.to_representation(row) for row in selection.rows())
