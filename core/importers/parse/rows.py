"""Rows under a mapping: values by field, the edition they belong to, and what was found in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.importers.parse.countries import Countries
from core.importers.parse.mapping import ListMapping
from core.importers.parse.problems import Problem, Severity, rejection
from core.importers.parse.tables import Table


@dataclass(frozen=True)
class ReadRow:
    """A row as its list's kind gets it. `left_out` rows are not of this list by the mapping's own words."""

    number: int
    raw: Mapping[str, str]
    values: Mapping[str, str]
    edition: str = ""
    problems: tuple[Problem, ...] = ()
    left_out: bool = False

    def get(self, name: str) -> str:
        return self.values.get(name, "")


def read_rows(table: Table, mapping: ListMapping) -> tuple[ReadRow, ...]:
    """All rows of `table`, none lost."""
    rows = []
    for raw in table.rows:
        if not mapping.selects(raw):
            rows.append(ReadRow(raw.number, raw.cells, {}, problems=(Problem("left-out"),), left_out=True))
            continue
        values, problems = mapping.values_of(raw)
        surplus = [name for name in raw.cells if name not in table.headers]
        if surplus:
            problems += (Problem("cells-surplus", "", raw.cells[surplus[0]]),)
        edition = mapping.edition_of(raw)
        if mapping.editions and not edition:
            problems += (rejection("edition-missing", mapping.editions["column"]),)
        rows.append(ReadRow(raw.number, raw.cells, values, edition, problems))
    return tuple(rows)


def too_long(values: Mapping[str, str], limits: Mapping[str, int]) -> tuple[Problem, ...]:
    """Rejections for the values that the register has no room for."""
    return tuple(
        rejection("text-too-long", name, values[name])
        for name, limit in limits.items()
        if len(values.get(name, "")) > limit
    )


def without_long(values: Mapping[str, str], limits: Mapping[str, int]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """`values` without those that the register has no room for and that it can do without."""
    problems = tuple(
        replace(found, code="text-left-out", severity=Severity.WARNING) for found in too_long(values, limits)
    )
    return {**values, **{found.field: "" for found in problems}}, problems


def missing(values: Mapping[str, str], names: Iterable[str]) -> tuple[Problem, ...]:
    """Rejections for the needed values that are blank."""
    return tuple(rejection("value-missing", name) for name in names if not values.get(name))


def read_country(text: str, countries: Countries) -> tuple[str, tuple[Problem, ...]]:
    """Code of the country in the field `country`; unknown ones reject the row, assumed ones are told."""
    code, assumed = countries.read(text)
    if text and not code:
        return "", (rejection("country-unknown", "country", text),)
    return code, (Problem("country-assumed", "country", text),) if assumed else ()
