"""Cells made comparable: what cannot matter is evened out, and what might is reported."""

import re
import unicodedata

from core.importers.parse.problems import Problem

EXCEL_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})
BLANK_WORDS = frozenset({"na", "n/a", "n.a.", "none", "null", "nil", "-", "--", "unknown", "tbd"})
# UTF-8 that was read as Windows-1252 on its way.
_GARBLED = re.compile(r"Ã[\u0080-\u00bf\u2010-\u203a€£¡-¿–-…]|Â[\u0080-\u00bf]|â€|\ufffd")
_INVISIBLE = re.compile(r"[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
# The apostrophe that our own files put before what a spreadsheet would take for a formula.
_GUARDED = re.compile(r"'[=+\-@\t\r]")
_BREAK = re.compile(r"[\r\n\u000b\u000c\u0085]+")


def clean(field: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """`text` composed (NFC), without invisible characters and on one line, and what was found on the way."""
    problems: list[Problem] = []
    value = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    if _GUARDED.match(value):
        value = value[1:]
    if _BREAK.search(value):
        problems.append(Problem("line-break", field, value))
    if "\t" in value.strip():
        problems.append(Problem("tab", field, value))
    value = " ".join(value.split())
    if value.upper() in EXCEL_ERRORS:
        problems.append(Problem("formula-error", field, value))
        value = ""
    if _GARBLED.search(value):
        problems.append(Problem("characters-garbled", field, value))
    return value, tuple(problems)


def is_blank_word(value: str) -> bool:
    """Does `value` say that there is no value?"""
    return value.casefold() in BLANK_WORDS


def fold(text: str) -> str:
    """Lower case, compatibility forms and accents evened out."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    stripped = "".join(symbol for symbol in decomposed if not unicodedata.combining(symbol))
    return unicodedata.normalize("NFKC", stripped.translate(_LETTERS))


_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


def compact(text: str) -> str:
    """Letters and digits of `text`, folded: equal for two spellings that differ by space, case or punctuation."""
    return "".join(symbol for symbol in fold(text) if symbol.isalnum())
