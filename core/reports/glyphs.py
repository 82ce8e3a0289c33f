"""What the fonts of printed reports can show.

Paper for screen readers may hold no character without a glyph. What no font has is printed as an empty box, and
texts of drawings name the font that has all of their characters.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from fontTools.ttLib import TTFont
from lxml import etree

# In the order in which they are asked: a family, and the file of its regular weight.
FAMILIES = (("Source Sans 3", "SourceSans3_400Regular.ttf"), ("Noto Sans SC", "NotoSansSC_400Regular.ttf"))
UNKNOWN = "□"


@cache
def glyphs() -> dict[str, frozenset[int]]:
    """Code points by family."""
    return {family: _held(Path(settings.REPORT_FONTS) / file) for family, file in FAMILIES}


def _held(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def family_of(character: str) -> str:
    """The first family that has it; empty where none does."""
    return next((family for family, held in glyphs().items() if ord(character) in held), "")


def legible(said: Any) -> Any:
    """The same texts, lists and dictionaries, with a box for every character that no font has."""
    match said:
        case str():
            text = unicodedata.normalize("NFC", said)
            return text if text.isascii() else "".join(_shown(character) for character in text)
        case list():
            return [legible(each) for each in said]
        case dict():
            return {name: legible(value) for name, value in said.items()}
    return said


def _shown(character: str) -> str:
    if character.isspace() or family_of(character):
        return character
    # Marks that only say how a character beside them looks, or nothing that is seen, leave no box.
    return "" if unicodedata.category(character) in ("Cf", "Mn", "Cc") else UNKNOWN


def with_fonts(svg: str) -> str:
    """The drawing with a font named for every text that the first family does not have."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter("{*}text", "{*}tspan")):
        if element.text and not element.text.isascii():
            _dress(element, legible(element.text))
    return str(etree.tostring(root, encoding="unicode"))


def _dress(element: Any, text: str) -> None:
    """One family for all of a text: a mixture loses characters, which paper for screen readers may not.

    Where none has all of them, it is the last one, and letters that it lacks lose their marks (Ελλάδα beside 深圳).
    """
    whole = [family for family, held in glyphs().items() if all(ord(each) in held for each in text)]
    family = whole[0] if whole else FAMILIES[-1][0]
    element.text = text if whole else "".join(_plain(each, glyphs()[family]) for each in text)
    element.set("font-family", family)


def _plain(character: str, held: frozenset[int]) -> str:
    if ord(character) in held:
        return character
    base = unicodedata.normalize("NFD", character)[0]
    return base if ord(base) in held else UNKNOWN
