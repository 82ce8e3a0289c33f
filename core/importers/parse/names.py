"""Names of organisations made comparable, with care: a wrong merge is worse than a missed one."""

import re

from core.importers.parse.cells import fold

# Endings that say how a company is incorporated, longest spelling first where one contains another.
LEGAL_FORMS = frozenset({
    "ab", "ag", "aktiengesellschaft", "as", "asa", "bhd", "bv", "co", "company", "corp", "corporation", "gmbh", "inc",
    "incorporated", "kg", "kgaa", "kk", "limited", "llc", "ltd", "lp", "mbh", "nv", "oy", "oyj", "plc", "private",
    "pte", "pty", "pvt", "sa", "sas", "sdn", "se", "spa", "srl", "sro",
})  # fmt: skip
_SPELLINGS = {"mfg": "manufacturing", "manuf": "manufacturing", "intl": "international"}
_CONTINUED = re.compile(r"\s*\((?:continued|cont(?:'d|\.)?)\)\s*$", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:\w\.){2,}|\b(?:\w\. )+\w\.")
_BRACKETED_END = re.compile(r"\s*\(([^()]+)\)\s*$")


def without_continuation(name: str) -> str:
    """`name` without the "(continued)" that page breaks leave in tables."""
    return _CONTINUED.sub("", name)


def organisation_key(name: str) -> str:
    """Equal for spellings of one name that differ by legal form, case, spaces or punctuation only."""
    plain = _without_initialism(without_continuation(name))
    bracketed = _BRACKETED_END.search(plain)
    if not bracketed:
        return " ".join(_without_legal_form(_tokens(plain)))
    return " ".join(_without_legal_form(_tokens(plain[: bracketed.start()])) + _tokens(bracketed.group(1)))


def _without_legal_form(tokens: list[str]) -> list[str]:
    tokens = [_SPELLINGS.get(token, token) for token in tokens]
    if tokens[:1] == ["the"] and len(tokens) > 1:
        del tokens[0]
    while len(tokens) > 1 and tokens[-1] in LEGAL_FORMS:
        tokens.pop()
    return tokens


def _tokens(name: str) -> list[str]:
    joined = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found.group()), name)
    text = fold(joined).replace("&", " and ").replace("'", "").replace("’", "")
    return re.findall(r"\w+", text.replace("_", " "))


def _without_initialism(name: str) -> str:
    """`name` without a short form in brackets at its end that only repeats its initials."""
    found = _BRACKETED_END.search(name)
    if not found:
        return name
    before = name[: found.start()]
    initials = "".join(token[0] for token in _tokens(before))
    short = fold(found.group(1))
    return before if len(short) > 1 and initials.startswith(short) else name
