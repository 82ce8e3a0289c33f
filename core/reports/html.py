"""A report as one HTML file that needs nothing else: it can be mailed, kept, and printed."""

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import IO, Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from core.reports.document import Document
from core.reports.printed import printed

STYLE = Path(__file__).parent / "paper" / "report.css"
SAFE = ("https://", "http://")


def write_html(document: Document, file: IO[bytes], progress: Callable[[int], None]) -> None:
    said = printed(document)
    for section in said["sections"]:
        for block in section["blocks"]:
            if block["type"] == "table":
                block["rows"] = [_cells(row, block["columns"]) for row in block["rows"]]
    for source in said["sources"]:
        source["url"] = source["url"] if source["url"].startswith(SAFE) else ""
    # The style is ours, see `paper/report.css`.
    context = {"said": said, "style": mark_safe(style())}  # noqa: S308
    file.write(render_to_string("core/reports/document.html", context).encode())
    progress(document.row_count)


def _cells(row: list[str], columns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"text": text, "is_figure": column["is_figure"]} for text, column in zip(row, columns, strict=True)]


@cache
def style() -> str:
    return STYLE.read_text()


@cache
def style_hash() -> str:
    """What a content security policy calls the one style that a report may have."""
    digest = hashlib.sha256(style().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
