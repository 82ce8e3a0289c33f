"""Addresses made comparable, and what is suspicious about them.

Two spellings of one address have one key: case, punctuation, spaces, words split or glued by a
page layout, common abbreviations and the country's name at the end do not count. Numbers do,
every one and in their order.
"""

import re

from core.importers.parse.cells import fold
from core.importers.parse.countries import Countries
from core.importers.parse.problems import Problem

SHORT = 25
_ABBREVIATIONS = {
    "rd": "road",
    "ave": "avenue",
    "av": "avenue",
    "blvd": "boulevard",
    "bldg": "building",
    "dist": "district",
    "hwy": "highway",
    "ind": "industrial",
    "pkwy": "parkway",
    "st": "street",
    "str": "street",
    "tech": "technology",
    "hi": "high",
    "fl": "floor",
    "dev": "development",
    "econ": "economic",
    "prov": "province",
}
_SPLIT = re.compile(r"([^\W\d_]{2,})- ([a-zà-ÿ]+)")
_GLUED = re.compile(r"[a-zà-ÿ'’](?=(?:China|Taiwan|Japan|Korea|Malaysia|Thailand|Vietnam|Philippines)$)")
_PO_BOX = re.compile(r"\bP\.?\s?O\.?\s?Box\b", re.IGNORECASE)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_CHINESE_TERRITORIES = ("HK", "MO", "TW")


def mend(field: str, address: str) -> tuple[str, tuple[Problem, ...]]:
    """`address` with words joined that a page layout split, and parted where a country was glued on."""
    problems: list[Problem] = []
    mended = _SPLIT.sub(r"\1\2", address)
    if mended != address:
        problems.append(Problem("word-split", field, address))
    parted = _GLUED.sub(lambda found: found.group() + " ", mended)
    if parted != mended:
        problems.append(Problem("words-glued", field, address))
    return parted, tuple(problems)


def address_key(address: str, country: str, countries: Countries) -> str:
    """Key of an address in `country`; see the module's text."""
    text = fold(_SPLIT.sub(r"\1\2", address)).replace("'", "").replace("’", "").replace("&", " and ")
    tokens = [_ABBREVIATIONS.get(token, token) for token in _TOKEN.findall(text.replace("#", " no "))]
    numbered = [
        word
        for word, following in zip(tokens, [*tokens[1:], ""], strict=False)
        if not (word == "no" and following.isdigit())
    ]
    return _without_country(_joined(numbered), country, countries)


def _joined(tokens: list[str]) -> str:
    """Tokens without spaces; two numbers stay apart."""
    text = ""
    for token in tokens:
        text += f".{token}" if token.isdigit() and text[-1:].isdigit() else token
    return text


def _without_country(key: str, country: str, countries: Countries) -> str:
    while ending := next((n for n in countries.spellings_of(country) if key.endswith(n) and key != n), ""):
        key = key.removesuffix(ending)
    return key


def without_numbers(key: str) -> str:
    """What two keys share that differ by numbers only."""
    return re.sub(r"\d+(?:\.\d+)*", "#", key)


def check(field: str, address: str, country: str, countries: Countries) -> tuple[Problem, ...]:
    """What is suspicious about `address` in `country`."""
    problems = []
    if len(address) < SHORT:
        problems.append(Problem("address-short", field, address))
    if _PO_BOX.search(address):
        problems.append(Problem("po-box", field, address))
    if clash := _clash(address, country, countries):
        problems.append(Problem(clash, field, address))
    if country and _names_country_midway(address, country, countries):
        problems.append(Problem("several-sites", field, address))
    return tuple(problems)


def _clash(address: str, country: str, countries: Countries) -> str:
    ending = countries.at_end_of(address)
    if ending == "CN" == country:
        before = countries.at_end_of(re.sub(r"[\s,]*(?:P\.?R\.?\s*)?China\W*$", "", address, flags=re.IGNORECASE))
        return "territory-or-china" if before in _CHINESE_TERRITORIES else ""
    if not ending or not country or ending == country:
        return ""
    both = {ending, country}
    return "territory-or-china" if "CN" in both and both & set(_CHINESE_TERRITORIES) else "country-differs"


def _names_country_midway(address: str, country: str, countries: Countries) -> bool:
    """A country's name that further numbered address follows looks like two sites in one row."""
    words = re.split(r"[\s,]+", address)
    for index in range(3, len(words) - 4):
        code = countries.read(words[index])[0] if len(words[index]) > 3 else ""
        follows = words[index + 1].casefold()
        if code and (follows in ("no", "building", "block") or follows.isdigit()):
            return True
    return False
