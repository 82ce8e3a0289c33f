"""`python -m config.messages extract|check|compile`: the catalogues of translations, without gettext's tools.

`extract` brings `locale/*/LC_MESSAGES/django.po` to the present texts and keeps translations. `check` says what a
catalogue lacks or holds in vain. `compile` makes the `.mo` files that Django reads. Runs by its path too.
"""

import csv
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

BASE_DIR = Path(__file__).resolve().parent.parent
APPS = ("config", "core", "supplychain", "procurement", "campaigns")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    # Said at once, in modules where `_` waits until it is shown.
    "__": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Columns of reference data that pages show through `gettext`.
TRANSLATED_COLUMNS = {
    "campaigns/reference/ilo_conventions.csv": "title",
    "campaigns/reference/partners.csv": "area",
    "campaigns/reference/quoted_totals.csv": "label",
    "supplychain/reference/minerals.csv": "name",
    "supplychain/reference/product_categories.csv": "name",
    "supplychain/reference/stages.csv": "name",
}
# Languages in which reports are made, and no page is shown: their catalogues hold what reports can say.
REPORTS_ONLY = ("de", "nl")
SAID_IN_REPORTS = re.compile(
    r"(^|/)(reports|enums|charts|reference|listing|filters)(/|\.py$)|^core/services/report_mail\.py$|^(core/lookup|procurement/stages)\.py$"
)
CALL = re.compile(r"""(?<!\w)(?:_|n?p?gettext)\((?:u?(?:"[^"]*?"|'(?:[^'\\]|\\.)*?'),?\s*)+(?:count)?\)""")
Found = tuple[str, int, str | tuple[str, ...], list[str], str | None]


def catalogues() -> list[Path]:
    """The translations' files, one a language."""
    return sorted(BASE_DIR.glob("locale/*/LC_MESSAGES/django.po"))


def sources() -> list[Path]:
    """Files with texts to translate: modules of the apps but their migrations, and templates."""
    modules = [path for app in APPS for path in (BASE_DIR / app).rglob("*.py") if "migrations" not in path.parts]
    folders = [BASE_DIR / "templates", *(BASE_DIR / app / "templates" for app in APPS)]
    templates = [path for folder in folders for path in folder.rglob("*") if path.suffix in {".html", ".txt"}]
    return sorted([*modules, *templates])


def calls_of_template(text: str, name: str) -> bytes:
    """A template's texts as Python calls, each on the line it stands on."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 (compiling needs no Django)

    lines = (" ; ".join(CALL.findall(line)) for line in str(templatize(text, origin=name)).split("\n"))
    return "\n".join(lines).encode()


def reference_texts() -> Iterator[Found]:
    """Names of reference data; a row's line number is that of the file where no cell breaks a line."""
    for name, column in TRANSLATED_COLUMNS.items():
        path = BASE_DIR / name
        if path.exists():
            with path.open(newline="") as file:
                yield from ((name, line, row[column], [], None) for line, row in enumerate(csv.DictReader(file), 2))


def texts() -> Iterator[Found]:
    """Every text to translate with its place."""
    yield from reference_texts()
    for path in sources():
        name = str(path.relative_to(BASE_DIR))
        content = path.read_bytes() if path.suffix == ".py" else calls_of_template(path.read_text(), name)
        for line, message, comments, context in extract("python", BytesIO(content), KEYWORDS, ["Translators:"]):
            yield name, line, message, comments, context


def template(language: str = "") -> Catalog:
    """A catalogue of all texts that `language` needs, none translated."""
    catalog = Catalog(project="Fair ICT Tracker", charset="utf-8", fuzzy=False)
    for name, _line, message, comments, context in texts():
        if language not in REPORTS_ONLY or SAID_IN_REPORTS.search(name):
            catalog.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return catalog


def read(path: Path) -> Catalog:
    """The catalogue of a language."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def updated(path: Path, present: Catalog) -> Catalog:
    """The catalogue of a language with the present texts, old translations kept where the text still stands."""
    catalog = read(path)
    catalog.update(present, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def keys(catalog: Catalog) -> set[tuple[object, str | None]]:
    """What a catalogue translates: texts and their contexts."""
    return {(message.id, message.context) for message in catalog if message.id}


def out_of_date() -> list[str]:
    """What catalogues lack or hold in vain, one line each."""
    found = []
    for path in catalogues():
        present = keys(template(path.parts[-3]))
        name, held = path.relative_to(BASE_DIR), keys(read(path))
        found += [f"{name} lacks {text}" for text, _context in present - held]
        found += [f"{name} holds {text}, which no source has" for text, _context in held - present]
    return sorted(found)


def is_wrong(message: Message) -> bool:
    """Whether a translation's placeholders differ from the text's."""
    return bool(message.string) and any(message.check())


def compile_catalogues() -> None:
    """Write what Django reads; a translation that would break its text is left out, so the text shows in English."""
    for path in catalogues():
        catalog = read(path)
        for message in [message for message in catalog if message.id and is_wrong(message)]:
            print(f"{path.relative_to(BASE_DIR)}: left out, placeholders differ: {message.id}", file=sys.stderr)
            catalog.delete(message.id, message.context)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)


def extract_texts() -> None:
    """Bring the catalogues to the present texts."""
    for path in catalogues():
        catalog = updated(path, template(path.parts[-3]))
        with path.open("wb") as file:
            write_po(file, catalog, width=120, sort_output=True, include_lineno=False, omit_header=False)
        print(f"{path.relative_to(BASE_DIR)}: {sum(not message.string for message in catalog)} to translate")


def main(command: str) -> int:
    """Exit code of one command."""
    if command == "check":
        found = out_of_date()
        print("\n".join(found), end="\n" if found else "", file=sys.stderr)
        return int(bool(found))
    {"extract": extract_texts, "compile": compile_catalogues}[command]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
