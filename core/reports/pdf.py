"""A report on paper: PDF/UA-1 by Typst. The document goes in as data; nothing in it is read as markup."""

import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import IO, Any

import typst
from django.conf import settings

from core.reports.document import Document
from core.reports.glyphs import legible, with_fonts
from core.reports.printed import printed

PAPER = Path(__file__).parent / "paper" / "report.typ"
# Addresses that may be followed from a document; any other stays text.
SAFE = ("https://", "http://")


def write_pdf(document: Document, file: IO[bytes], progress: Callable[[int], None]) -> None:
    """Raises `typst.TypstError` where the paper cannot be set."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "report.typ").write_text(PAPER.read_text())
        said = legible(_with_drawings(printed(document), root))
        (root / "data.json").write_text(json.dumps(said, ensure_ascii=False))
        file.write(compiler().compile(root, document))
    progress(document.row_count)


@cache
def compiler() -> "Compiler":
    return Compiler()


class Compiler:
    """Typst with the fonts of the packages; reading these takes longer than most reports, so it happens once."""

    def __init__(self) -> None:
        self.fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(settings.REPORT_FONTS)]
        )

    def compile(self, root: Path, document: Document) -> bytes:
        made: Any = typst.compile(
            str(root / "report.typ"),
            root=str(root),
            font_paths=self.fonts,
            format="pdf",
            pdf_standards=["ua-1"],
            # The same document gives the same bytes.
            timestamp=document.made_at.replace(microsecond=0),
        )
        return bytes(made)


def _with_drawings(said: dict[str, Any], root: Path) -> dict[str, Any]:
    """Charts become files beside the data; addresses that nobody should open from a document go."""
    for section in said["sections"]:
        for block in section["blocks"]:
            if block["type"] == "chart":
                block["file"] = f"{block['name']}.svg"
                (root / block["file"]).write_text(with_fonts(block.pop("chart").svg()))
    for source in said["sources"]:
        source["url"] = source["url"] if source["url"].startswith(SAFE) else ""
    return said
