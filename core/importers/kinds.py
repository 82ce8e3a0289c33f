"""Kinds of lists: what each reads and how it plans. Apps declare theirs in `settings.IMPORT_KINDS`."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from core.enums import RowVerdict
from core.importers.parse.countries import Countries
from core.importers.parse.mapping import Field, SourceSpec
from core.importers.parse.problems import Problem
from core.importers.parse.rows import ReadRow
from core.models import Source


@dataclass(frozen=True)
class Outcome:
    """What becomes of a row, and everything that was remarked on it."""

    verdict: RowVerdict
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Batch:
    """All that a plan is made from. `sources` names the source of each edition that has one."""

    rows: tuple[ReadRow, ...]
    sources: Mapping[str, SourceSpec]
    countries: Countries
    today: datetime.date

    def seen_on(self, edition: str) -> datetime.date:
        """The day that an edition speaks of; today where its source says none."""
        return self.sources[edition].seen_on or self.today


class Plan(Protocol):
    """What an import would do: a verdict for every row, and how to carry it out."""

    outcomes: Mapping[int, Outcome]
    figures: Mapping[str, int]

    def cited(self) -> set[str]:
        """Codes of the sources that what is written cites."""

    def apply(self, sources: Mapping[str, Source]) -> None:
        """Write it, set by set, inside the caller's transaction; `sources` by code."""


@dataclass(frozen=True)
class ImportKind:
    """One kind of list. `texts` says what the kind's own problem codes mean."""

    name: str
    label: Any
    fields: tuple[Field, ...]
    make_plan: Callable[[Batch], Plan]
    texts: Mapping[str, str] = field(default_factory=dict)


def import_kinds() -> dict[str, ImportKind]:
    """All declared kinds by name."""
    return {name: import_string(path) for name, path in settings.IMPORT_KINDS.items()}
