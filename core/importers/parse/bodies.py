"""Rows that name an organisation: a brand, a procurer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.importers.parse.cells import compact, is_blank_word
from core.importers.parse.countries import Countries
from core.importers.parse.mapping import Field
from core.importers.parse.names import organisation_key
from core.importers.parse.problems import Problem, Severity, worst
from core.importers.parse.rows import ReadRow, missing, read_country, too_long, without_long

FIELDS = (
    Field("name", ("official name", "organisation", "organization", "body"), required=True),
    Field("name_local", ("local name", "native name")),
    Field("name_local_lang", ("language of the local name",)),
    Field("short_name", ("abbreviation", "acronym")),
    Field("country", ("country code", "jurisdiction_code", "alpha_two_code")),
    Field("city", ("town", "place")),
    Field("website", ("url", "web page", "web pages", "homepage", "web site")),
    Field("identifier", ("national id", "registration number")),
    Field("identifier_scheme", ("scheme",)),
)
LIMITS = {"name_local": 300, "name_local_lang": 20, "short_name": 80, "city": 120, "identifier": 100}
LIMITS |= {"identifier_scheme": 20}
LONGEST_ADDRESS = 200
SHORTEST_NUMBER = 4
_WEB = re.compile(r"https?://[^\s/]+\.[^\s/]+\S*", re.IGNORECASE)
_BARE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Body:
    """An organisation as a row names it. `extra` holds the fields of its kind's profile."""

    number: int
    edition: str
    name: str
    country: str
    values: Mapping[str, str]
    identifier: tuple[str, str] | None = None
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> tuple[str, str, str]:
        """Name, country and town, evened out."""
        return (organisation_key(self.name), self.country, compact(self.values.get("city", "")))


@dataclass(frozen=True)
class ReadBody:
    row: ReadRow
    body: Body | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class ExtraField:
    """A field of a profile: a code of `codes`, or a web address where there are none."""

    name: str
    codes: frozenset[str] = frozenset()


def read_body(row: ReadRow, countries: Countries, extras: tuple[ExtraField, ...], needed: tuple[str, ...]) -> ReadBody:
    """What `row` says of an organisation; blank words count as blank."""
    if row.left_out or worst(row.problems) is Severity.REJECTION:
        return ReadBody(row, None, row.problems)
    values, problems = without_long(_plain(row, extras), LIMITS)
    problems = (*row.problems, *missing(values, needed), *too_long(values, {"name": 300}), *problems)
    country, remarks = read_country(values["country"], countries)
    website, more = web_address("website", values["website"])
    extra, others = _extra(values, extras)
    problems += (*remarks, *more, *others)
    if worst(problems) is Severity.REJECTION:
        return ReadBody(row, None, problems)
    own = {name: values[name] for name in ("name_local", "name_local_lang", "short_name", "city")} | {
        "website": website
    }
    identifier, doubts = _identifier(values, country)
    body = Body(row.number, row.edition, values["name"], country, own, identifier, extra)
    return ReadBody(row, body, (*problems, *doubts))


def _plain(row: ReadRow, extras: tuple[ExtraField, ...]) -> dict[str, str]:
    """Values of all fields; words that say there is none are blank (but NA is Namibia)."""
    names = {known.name for known in FIELDS} | {extra.name for extra in extras}
    return {name: "" if name != "country" and is_blank_word(row.get(name)) else row.get(name) for name in names}


def _identifier(values: Mapping[str, str], country: str) -> tuple[tuple[str, str] | None, tuple[Problem, ...]]:
    """Scheme and value; without a scheme it is one of the country's registers, which all use figures."""
    scheme, value = values["identifier_scheme"], values["identifier"]
    if not value:
        return None, ()
    if not scheme and (len(compact(value)) < SHORTEST_NUMBER or not any(map(str.isdigit, value))):
        return None, (Problem("identifier-form", "identifier", value),)
    return (scheme or f"{country or 'XX'}-national", value), ()


def web_address(name: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """A web address, completed where only its beginning lacks; left out where it is none."""
    if not text:
        return "", ()
    address = f"https://{text}" if _BARE.fullmatch(text) else text
    if not _WEB.fullmatch(address) or len(address) > LONGEST_ADDRESS:
        return "", (Problem("address-form", name, text),)
    return address, (Problem("address-completed", name, text),) if address != text else ()


def _extra(values: Mapping[str, str], extras: tuple[ExtraField, ...]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    read: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    for extra in extras:
        text = values[extra.name]
        if not extra.codes:
            read[extra.name], remarks = web_address(extra.name, text)
            problems += remarks
        elif text and text not in extra.codes:
            problems += (Problem("code-unknown", extra.name, text),)
        else:
            read[extra.name] = text
    return {name: text for name, text in read.items() if text}, problems
