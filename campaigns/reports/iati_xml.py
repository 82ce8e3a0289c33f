"""Writing an activity file of the International Aid Transparency Initiative, version 2.03.

The file is for everyone: it is written from what everyone may see, whoever asks for it. Codes are those of the
standard's lists; where the record has no code (a sector, say), the element is left out and none is made up.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Any

from lxml import etree

VERSION = "2.03"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
FUNDING, ACCOUNTABLE, IMPLEMENTING = "1", "2", "4"
PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END = "1", "2", "3", "4"
# Vocabulary of location identifiers: ISO 3166-1 alpha-2.
COUNTRY_CODES = "A4"
WEB_PAGE, RESULTS = "A12", "A08"


@dataclass(frozen=True)
class Organisation:
    """`ref` is its registered identifier where there is one, `type` its code in the list OrganisationType."""

    name: str
    ref: str
    type: str
    role: str = ""
    is_registered: bool = True


@dataclass(frozen=True)
class Link:
    """A document that everyone can open; `format` is its media type, `category` a code of DocumentCategory."""

    url: str
    format: str
    title: str
    category: str
    languages: Sequence[str] = ()
    day: datetime.date | None = None


@dataclass(frozen=True)
class Value:
    """A figure, or words alone, of the whole or of a part: by one dimension, or in one country."""

    number: Decimal | None
    comment: str = ""
    dimension: tuple[str, str] | None = None
    country: str = ""


@dataclass(frozen=True)
class Period:
    starts_on: datetime.date
    ends_on: datetime.date
    target: Value | None
    actual: Sequence[Value] = ()


@dataclass(frozen=True)
class Indicator:
    title: str
    measure: str
    is_ascending: bool
    description: str = ""
    # Year (the standard asks for one), day, figure, comment.
    baseline: tuple[int, datetime.date | None, Value] | None = None
    periods: Sequence[Period] = ()


@dataclass(frozen=True)
class Result:
    type: str
    title: str
    description: str
    indicators: Sequence[Indicator]


@dataclass(frozen=True)
class Activity:
    """A project as the standard sees it."""

    identifier: str
    language: str
    currency: str
    updated_at: datetime.datetime
    reporter: Organisation
    title: str
    description: str
    participants: Sequence[Organisation]
    other_identifiers: Sequence[tuple[str, str]]
    status: str
    dates: Sequence[tuple[str, datetime.date]]
    website: str
    # ISO code and name.
    countries: Sequence[tuple[str, str]]
    links: Sequence[Link]
    results: Sequence[Result]
    note: str = ""


def writer_of(activity: Activity) -> Callable[[Any, IO[bytes], Any], None]:
    """What a document of this kind carries: it writes the file."""

    def write(document: Any, file: IO[bytes], progress: Callable[[int], None]) -> None:
        root = etree.Element("iati-activities", {"version": VERSION, "generated-datetime": _moment(document.made_at)})
        if activity.note:
            root.append(etree.Comment(f" {plain(activity.note).replace('--', '-')} "))
        root.append(_activity(activity))
        etree.ElementTree(root).write(file, encoding="UTF-8", xml_declaration=True, pretty_print=True)
        progress(document.row_count)

    return write


def plain(text: str) -> str:
    return FORBIDDEN.sub("", text)


def _moment(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).replace(microsecond=0).isoformat()


def _add(parent: Any, name: str, attributes: dict[str, str | None] | None = None, text: str = "") -> Any:
    """A child; attributes without a value are left out, text stands in a narrative as the standard has it."""
    given = {key: plain(value) for key, value in (attributes or {}).items() if value}
    child = etree.SubElement(parent, name, given)
    if text:
        etree.SubElement(child, "narrative").text = plain(text)
    return child


def _activity(said: Activity) -> Any:
    """Elements in the order of the schema."""
    attributes = {LANGUAGE: said.language, "last-updated-datetime": _moment(said.updated_at)}
    root = etree.Element("iati-activity", attributes | ({"default-currency": said.currency} if said.currency else {}))
    etree.SubElement(root, "iati-identifier").text = plain(said.identifier)
    _who_and_what(root, said)
    _add(root, "activity-status", {"code": said.status})
    for kind, day in said.dates:
        _add(root, "activity-date", {"type": kind, "iso-date": day.isoformat()})
    if said.website:
        contact = _add(root, "contact-info", {"type": "1"})
        _add(contact, "organisation", text=said.reporter.name)
        etree.SubElement(contact, "website").text = plain(said.website)
    _places(root, said.countries)
    for link in said.links:
        _link(root, link)
    for result in said.results:
        _result(root, result)
    return root


def _who_and_what(root: Any, said: Activity) -> None:
    _add(root, "reporting-org", {"ref": said.reporter.ref, "type": said.reporter.type}, said.reporter.name)
    _add(root, "title", text=said.title)
    _add(root, "description", {"type": "1"}, said.description)
    for each in said.participants:
        reference = each.ref if each.is_registered else None
        _add(root, "participating-org", {"ref": reference, "type": each.type, "role": each.role}, each.name)
    for reference, kind in said.other_identifiers:
        _add(root, "other-identifier", {"ref": reference, "type": kind})


def _places(root: Any, countries: Sequence[tuple[str, str]]) -> None:
    """Countries, and the same as locations that figures point to."""
    for code, name in countries:
        _add(root, "recipient-country", {"code": code}, name)
    for code, name in countries:
        location = _add(root, "location", {"ref": code})
        _add(location, "location-id", {"vocabulary": COUNTRY_CODES, "code": code})
        _add(location, "name", text=name)


def _link(root: Any, link: Link) -> None:
    element = _add(root, "document-link", {"url": link.url, "format": link.format})
    _add(element, "title", text=link.title)
    _add(element, "category", {"code": link.category})
    for code in link.languages:
        _add(element, "language", {"code": code})
    if link.day:
        _add(element, "document-date", {"iso-date": link.day.isoformat()})


def _result(root: Any, said: Result) -> None:
    result = _add(root, "result", {"type": said.type})
    _add(result, "title", text=said.title)
    if said.description:
        _add(result, "description", text=said.description)
    for indicator in said.indicators:
        _indicator(result, indicator)


def _indicator(result: Any, said: Indicator) -> None:
    ascending = "true" if said.is_ascending else "false"
    indicator = _add(result, "indicator", {"measure": said.measure, "ascending": ascending})
    _add(indicator, "title", text=said.title)
    if said.description:
        _add(indicator, "description", text=said.description)
    if said.baseline:
        year, day, value = said.baseline
        baseline = _add(indicator, "baseline", {"iso-date": day.isoformat() if day else None, "year": str(year)})
        _valued(baseline, value)
    for period in said.periods:
        element = _add(indicator, "period")
        _add(element, "period-start", {"iso-date": period.starts_on.isoformat()})
        _add(element, "period-end", {"iso-date": period.ends_on.isoformat()})
        _values(element, "target", [period.target] if period.target else [])
        _values(element, "actual", period.actual)


def _values(period: Any, name: str, values: Iterable[Value]) -> None:
    for value in values:
        _valued(_add(period, name), value)


def _valued(element: Any, said: Value) -> None:
    if said.number is not None:
        element.set("value", figure(said.number))
    if said.country:
        _add(element, "location", {"ref": said.country})
    if said.dimension:
        name, value = said.dimension
        _add(element, "dimension", {"name": name, "value": value})
    if said.comment:
        _add(element, "comment", text=said.comment)


def figure(number: Decimal) -> str:
    """Without digits that say nothing, and never with an exponent."""
    text = f"{round(number, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
