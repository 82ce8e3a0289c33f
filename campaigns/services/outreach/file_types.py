"""What a file is, read from its content; its name says nothing that is believed."""

import io
import zipfile

import filetype

TEXT = "text/plain"
# By content type the ending under which the file is given out.
ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    TEXT: "txt",
}
_OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_LONGEST_MIMETYPE = 100


def type_of(data: bytes) -> str:
    """The content type, one of `ENDINGS`; "" for everything that is not taken."""
    if data.startswith(b"PK"):
        return _type_of_package(data)
    found = filetype.guess_mime(data)
    if found is None:
        return TEXT if _is_text(data) else ""
    return found if found in ENDINGS else ""


def _type_of_package(data: bytes) -> str:
    """Of an office document; packages with macros are not taken."""
    try:
        names, stated = _inside(data)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return ""
    if stated:
        return stated if stated in ENDINGS else ""
    has_macros = any(name.endswith("vbaProject.bin") for name in names)
    if "[Content_Types].xml" not in names or has_macros:
        return ""
    return _office_type(names)


def _office_type(names: set[str]) -> str:
    return next((content_type for name, content_type in _OFFICE.items() if name in names), "")


def _inside(data: bytes) -> tuple[set[str], str]:
    """Names of the packed files, and the type that an OpenDocument states."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        if "mimetype" not in names:
            return names, ""
        with package.open("mimetype") as file:
            return names, file.read(_LONGEST_MIMETYPE).decode("ascii", "replace").strip()


def _is_text(data: bytes) -> bool:
    """UTF-8 without control characters; a web page is no plain text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    start = text.lstrip()[:200].lower()
    return not start.startswith(("<!doctype", "<html", "<?xml", "<svg", "<script")) and not any(
        symbol < " " and symbol not in "\t\r\n\f" for symbol in text
    )
