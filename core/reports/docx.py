"""A report as a text file that people go on writing in (DOCX), with headings, tables and pictures' descriptions."""

from collections.abc import Callable
from typing import IO, Any

from docx import Document as Book
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor

from core.reports.document import Document
from core.reports.printed import printed

# A table of so many columns is read across the long side of the paper, in small letters.
MANY_COLUMNS = 9
TEAL = RGBColor(0x0B, 0x55, 0x63)


def write_docx(document: Document, file: IO[bytes], progress: Callable[[int], None]) -> None:
    said = printed(document)
    book = Book()
    _looks(book, said)
    if any(len(table.columns) >= MANY_COLUMNS for table in document.tables()):
        _turn(book)
    book.add_heading(said["title"], 0)
    if said["subtitle"]:
        book.add_paragraph(said["subtitle"], style="Subtitle")
    facts = [{"label": said["words"]["made_at"], "text": said["made_at"]}, *said["chosen"]]
    _grid(book, None, [[pair["label"], pair["text"]] for pair in facts], set())
    _list(book, said["words"]["warnings"], said["warnings"])
    for section in said["sections"]:
        book.add_heading(section["title"], section["level"])
        for block in section["blocks"]:
            _block(book, block)
    _list(book, said["words"]["method"], said["method"])
    sources = [
        ", ".join(filter(None, (each["title"], each["publisher"], each["day"], each["url"])))
        for each in said["sources"]
    ]
    _list(book, said["words"]["sources"], sources)
    book.save(file)
    progress(document.row_count)


def _looks(book: Any, said: dict[str, Any]) -> None:
    book.core_properties.title = said["title"]
    book.core_properties.author = said["words"]["product"]
    book.core_properties.language = said["language"]
    normal = book.styles["Normal"]
    normal.font.name, normal.font.size = "Source Sans 3", Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), said["language"])
    normal.element.get_or_add_rPr().append(language)
    for name in ("Title", "Heading 1", "Heading 2"):
        book.styles[name].font.color.rgb = TEAL


def _turn(book: Any) -> None:
    """Paper across."""
    page = book.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width


def _block(book: Any, block: dict[str, Any]) -> None:
    match block["type"]:
        case "text":
            book.add_paragraph(block["text"])
        case "figures":
            _grid(book, None, [[item["label"], item["value"], item["note"]] for item in block["items"]], {1})
        case "chart":
            book.add_paragraph(block["title"], style="Caption")
            book.add_paragraph(block["description"])
        case "table":
            _table(book, block)


def _table(book: Any, block: dict[str, Any]) -> None:
    book.add_paragraph(block["title"], style="Caption")
    if not block["rows"]:
        book.add_paragraph(block["empty"])
        return
    figures = {place for place, column in enumerate(block["columns"]) if column["is_figure"]}
    _grid(book, [column["label"] for column in block["columns"]], block["rows"], figures)
    for text in (block["more"], block["note"]):
        if text:
            book.add_paragraph(text)


def _grid(book: Any, head: list[str] | None, rows: list[list[str]], figures: set[int]) -> None:
    """A table; its heading is repeated on every page and known as such to screen readers."""
    lines = [*([head] if head else []), *rows]
    if not lines:
        return
    size = Pt(8) if len(lines[0]) >= MANY_COLUMNS else None
    table = book.add_table(rows=len(lines), cols=len(lines[0]))
    table.style = "Light List Accent 1" if head else "Table Grid"
    for line, cells in zip(lines, table.rows, strict=True):
        for place, (text, cell) in enumerate(zip(line, cells.cells, strict=True)):
            _fill(cell.paragraphs[0], text, size, is_figure=place in figures)
    if head:
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))


def _fill(paragraph: Any, text: str, size: Any, *, is_figure: bool) -> None:
    paragraph.add_run(text).font.size = size
    if is_figure:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _list(book: Any, title: str, lines: list[str]) -> None:
    if lines:
        book.add_heading(title, 1)
    for line in lines:
        book.add_paragraph(line, style="List Bullet")
