"""Mapping files: which column holds which field, what holds for all rows, and which source says so."""

import datetime
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from core.importers.parse.cells import clean, compact
from core.importers.parse.problems import Problem, Unreadable
from core.importers.parse.tables import RawRow

KEYS = frozenset({"kind", "about", "columns", "constants", "values", "only", "source", "editions"})
SOURCE_KEYS = frozenset({
    "title", "kind", "publisher_name", "document", "url", "published_on", "retrieved_on", "licence", "is_public",
    "granularity", "note", "seen_on",
})  # fmt: skip
EDITION_KEYS = frozenset({"column", "code", "each"})
_CODE = re.compile(r"[a-z0-9_-]{1,80}")


@dataclass(frozen=True)
class Field:
    """A field of a kind of list; `synonyms` are headers that it is guessed from."""

    name: str
    synonyms: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class SourceSpec:
    """One source of a list. `settings` are values of a new source; `seen_on` is the day it speaks of."""

    code: str
    settings: Mapping[str, Any]
    seen_on: datetime.date | None = None

    @property
    def granularity(self) -> str:
        return str(self.settings.get("granularity", ""))


@dataclass(frozen=True)
class ListMapping:
    """A mapping that fits its file."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: Mapping[str, Any] = field(default_factory=dict)
    editions: Mapping[str, Any] = field(default_factory=dict)

    def holds(self, name: str) -> bool:
        """Is the field given, by a column or for all rows?"""
        return name in self.columns or name in self.constants

    def headers(self) -> list[str]:
        """Every column that the mapping names."""
        named = [header for columns in self.columns.values() for header in columns]
        return [*named, *self.only, *([self.editions["column"]] if self.editions else [])]

    def selects(self, row: RawRow) -> bool:
        """Does the row belong to this list at all?"""
        return all(row.cells.get(column, "").strip() in accepted for column, accepted in self.only.items())

    def values_of(self, row: RawRow) -> tuple[dict[str, str], tuple[Problem, ...]]:
        """Clean values by field, constants included, and what was found in the cells."""
        values = dict(self.constants)
        problems: list[Problem] = []
        for name, columns in self.columns.items():
            cells = [clean(name, row.cells.get(column, "")) for column in columns]
            problems += [problem for _, found in cells for problem in found]
            text = ", ".join(value for value, _ in cells if value) or values.get(name, "")
            values[name] = self.values.get(name, {}).get(text, text)
        return values, tuple(problems)

    def edition_of(self, row: RawRow) -> str:
        """Which edition of the list a row belongs to; "" where the file holds one only."""
        return clean("edition", row.cells.get(self.editions["column"], ""))[0] if self.editions else ""

    def source_of(self, code: str, edition: str) -> SourceSpec:
        """The source behind an edition of the list imported as `code`."""
        names = {"source": code, "edition": edition}
        settings = {**self.source, **self.editions.get("each", {}).get(edition, {})}
        filled = {key: _filled(value, names) for key, value in settings.items()}
        seen_on = filled.pop("seen_on", None) or filled.get("published_on") or filled.get("retrieved_on")
        pattern = self.editions.get("code", "{source}-{edition}") if self.editions else "{source}"
        own = _filled(pattern, names).lower()
        if not _CODE.fullmatch(own):
            raise Unreadable("source-code-form", own)
        return SourceSpec(own, filled, _day("seen_on", seen_on))


def _filled(value: Any, names: Mapping[str, str]) -> Any:
    if not isinstance(value, str):
        return value
    for name, text in names.items():
        value = value.replace("{" + name + "}", text)
    return value


def _day(name: str, value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if value else None
    except (ValueError, TypeError) as error:
        raise Unreadable("mapping-date", str(value), name) from error


def load_mapping(text: str, kind: str) -> dict[str, Any]:
    """The mapping written in `text`. Raises `Unreadable` where it is no mapping for `kind`."""
    try:
        mapping = json.loads(text)
    except ValueError as error:
        raise Unreadable("mapping-not-json", str(error)) from error
    if not isinstance(mapping, dict):
        raise Unreadable("mapping-not-json", type(mapping).__name__)
    _require_known("mapping-key", mapping, KEYS)
    if mapping.get("kind", kind) != kind:
        raise Unreadable("mapping-kind", str(mapping["kind"]))
    parts = [part for part in KEYS - {"kind", "about"} if not isinstance(mapping.get(part, {}), dict)]
    if parts:
        raise Unreadable("mapping-part", parts[0])
    return mapping


def _require_known(code: str, given: Iterable[str], known: Iterable[str]) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise Unreadable(code, ", ".join(unknown))


def fit_mapping(mapping: Mapping[str, Any], fields: tuple[Field, ...], headers: tuple[str, ...]) -> ListMapping:
    """`mapping` with the columns it leaves open guessed from `headers`. Raises `Unreadable`."""
    fitted = ListMapping(
        columns={name: _as_tuple(column) for name, column in mapping.get("columns", {}).items()},
        constants={name: str(value) for name, value in mapping.get("constants", {}).items()},
        values=mapping.get("values", {}),
        only={column: _as_tuple(accepted) for column, accepted in mapping.get("only", {}).items()},
        source=mapping.get("source", {}),
        editions=mapping.get("editions", {}),
    )
    _require_known_words(fitted, fields)
    _require_known("column-missing", fitted.headers(), headers)
    fitted = replace(fitted, columns=_with_guesses(fitted, fields, headers))
    lacking = [known.name for known in fields if known.required and not fitted.holds(known.name)]
    if lacking:
        raise Unreadable("field-without-column", ", ".join(headers), ", ".join(lacking))
    return fitted


def _require_known_words(fitted: ListMapping, fields: tuple[Field, ...]) -> None:
    names = [known.name for known in fields]
    _require_known("mapping-field", [*fitted.columns, *fitted.constants, *fitted.values], names)
    _require_known("mapping-source", fitted.source, SOURCE_KEYS)
    _require_known("mapping-editions", fitted.editions, EDITION_KEYS)
    if fitted.editions and "column" not in fitted.editions:
        raise Unreadable("mapping-editions", "column")


def _with_guesses(
    fitted: ListMapping, fields: tuple[Field, ...], headers: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    used = {header for columns in fitted.columns.values() for header in columns}
    guessed = {
        name: (header,)
        for name, header in guess_columns(fields, headers).items()
        if not fitted.holds(name) and header not in used
    }
    return {**fitted.columns, **guessed}


def _as_tuple(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def guess_columns(fields: tuple[Field, ...], headers: tuple[str, ...]) -> dict[str, str]:
    """Columns by field where a header is the field's name or one of its synonyms."""
    by_name: dict[str, str] = {}
    for header in headers:
        by_name.setdefault(compact(header), header)
    guessed = {}
    for known in fields:
        spellings = map(compact, (known.name, *known.synonyms))
        if found := next((by_name[spelling] for spelling in spellings if spelling in by_name), None):
            guessed[known.name] = found
    return guessed
