"""What a list's page offers around its rows: headings that sort, orders to choose from, files."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from core.listing.address import Address
from core.listing.columns import Column

FORMATS = {
    "csv": (gettext_lazy("CSV (table for any program)"), "text/csv"),
    "xlsx": (gettext_lazy("Excel (XLSX)"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (gettext_lazy("JSON (as the API gives it)"), "application/json"),
    "geojson": (gettext_lazy("GeoJSON (points for a map)"), "application/geo+json"),
}
DIRECTIONS = {
    "text": (gettext_lazy("%(sort)s, A to Z"), gettext_lazy("%(sort)s, Z to A")),
    "day": (gettext_lazy("%(sort)s, oldest first"), gettext_lazy("%(sort)s, newest first")),
    "number": (gettext_lazy("%(sort)s, fewest first"), gettext_lazy("%(sort)s, most first")),
}


@dataclass(frozen=True)
class Heading:
    """A column's heading; `address` sorts by it, the other way round where that is in force."""

    column: Column
    address: str = ""
    direction: str = ""


@dataclass(frozen=True)
class SortOption:
    name: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class File:
    label: Any
    content_type: str
    address: str


def headings_of(address: Address) -> list[Heading]:
    return [_heading(address, column) for column in address.columns]


def _heading(address: Address, column: Column) -> Heading:
    if column.sort is None:
        return Heading(column)
    in_force = address.sort.removeprefix("-") == column.sort
    descending = in_force and address.sort.startswith("-")
    turned = column.sort if descending or not in_force else f"-{column.sort}"
    direction = ("descending" if descending else "ascending") if in_force else ""
    return Heading(column, address.with_(sort=turned), direction)


def sort_options_of(address: Address) -> list[SortOption]:
    options = []
    for sort in address.listing.sorts:
        forward, backward = (str(words) % {"sort": sort.label} for words in DIRECTIONS[sort.kind])
        for name, label in ((sort.name, forward), (f"-{sort.name}", backward)):
            options.append(SortOption(name, label, name == address.sort))
    return options


def files_of(address: Address) -> list[File]:
    return [File(*FORMATS[name], address.with_(format=name, size=None)) for name in address.listing.formats]
