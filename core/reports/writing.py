"""Turning a document into a file of one format."""

import hashlib
import tempfile
from collections.abc import Callable
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage
from django.utils.text import slugify
from django.utils.translation import override

from core.reports.document import Document
from core.reports.docx import write_docx
from core.reports.files import write_csv, write_json
from core.reports.html import write_html
from core.reports.pdf import write_pdf
from core.reports.report import Format
from core.reports.svg import write_svg
from core.reports.xlsx import write_xlsx
from core.services.jobs import Result

Progress = Callable[[int], None]
Writer = Callable[[Document, IO[bytes], Progress], None]
WRITERS: dict[Format, Writer] = {
    Format.HTML: write_html,
    Format.PDF: write_pdf,
    Format.XLSX: write_xlsx,
    Format.CSV: write_csv,
    Format.JSON: write_json,
    Format.DOCX: write_docx,
    Format.SVG: write_svg,
}
LONGEST_NAME = 120


def write(document: Document, form: Format, file: IO[bytes], progress: Progress = lambda _done: None) -> None:
    """Everything that the format carries, in the language of the document."""
    writer = document.payload if form is Format.XML else WRITERS[form]
    with override(document.language):
        writer(document, file, progress)


def kept(document: Document, form: Format, folder: str, progress: Progress) -> Result:
    """The written file in the storage. It appears there whole or not at all."""
    with tempfile.TemporaryFile() as file:
        write(document, form, file, progress)
        size, digest = file.tell(), digest_of(file)
        name = file_name(document, form)
        path = default_storage.save(f"{folder}/{name}", File(file))
    return Result(path, name, digest, size, document.row_count)


def digest_of(file: IO[bytes]) -> str:
    """SHA-256 of all of it; the file stands at its begin then."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # readable in bytes
    file.seek(0)
    return digest


def file_name(document: Document, form: Format) -> str:
    """Kind, filters and day: "outreach-last-quarter-make-ict-fair-2026-11-24.pdf"."""
    said = "-".join(slugify(text) for _label, text in document.chosen)
    base = "-".join(filter(None, (document.kind, said)))[:LONGEST_NAME].strip("-")
    return f"{base}-{document.made_at.date().isoformat()}.{form.value}"
