"""Public identifiers that can be read aloud and carry a check character.

An identifier is a kind letter, nine symbols of data and one check symbol, written in
groups: `F-4K7Q-M2XD-9A`. The alphabet has 31 symbols (digits and capital letters without
I, L, O, S, U); 31 is prime, so a sum of symbols weighted by distinct non-zero weights
catches every single wrong symbol and every swap of two symbols. Letters that the alphabet
leaves out are read as the digit or letter they are mistaken for.
"""

import random
import secrets
from collections.abc import Iterator

ALPHABET = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
DATA_SYMBOLS = 9
_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "S": "5", "U": "V"})
_system_random = secrets.SystemRandom()


class InvalidPublicId(ValueError):
    """The text is no public identifier: wrong length, symbol, kind or check symbol."""


def check_symbol(payload: str) -> str:
    """Check symbol of `payload` (kind letter and data symbols, no hyphens)."""
    total = sum((position + 2) * _VALUE[symbol] for position, symbol in enumerate(payload))
    return ALPHABET[-total % 31]


def format_public_id(payload: str) -> str:
    """Written form of kind letter + data symbols: check symbol added, grouped by hyphens."""
    body = payload[1:] + check_symbol(payload)
    return f"{payload[0]}-{body[:4]}-{body[4:8]}-{body[8:]}"


def new_public_id(kind: str, source: random.Random | None = None) -> str:
    """A fresh identifier of `kind` (one letter of the alphabet); `source` makes it reproducible."""
    chooser = source or _system_random
    return format_public_id(kind + "".join(chooser.choices(ALPHABET, k=DATA_SYMBOLS)))


def new_public_ids(kind: str, count: int, source: random.Random | None = None) -> Iterator[str]:
    """`count` identifiers of `kind`, distinct among themselves."""
    seen: set[str] = set()
    while len(seen) < count:
        candidate = new_public_id(kind, source)
        if candidate not in seen:
            seen.add(candidate)
            yield candidate


def normalise_public_id(text: str, kind: str | None = None) -> str:
    """Written form of what a person typed or heard; raises `InvalidPublicId`."""
    symbols = "".join(text.upper().split()).replace("-", "").translate(_MISREAD)
    if len(symbols) != DATA_SYMBOLS + 2 or any(symbol not in _VALUE for symbol in symbols):
        raise InvalidPublicId(text)
    payload, check = symbols[:-1], symbols[-1]
    if check_symbol(payload) != check or (kind is not None and payload[0] != kind):
        raise InvalidPublicId(text)
    return format_public_id(payload)
