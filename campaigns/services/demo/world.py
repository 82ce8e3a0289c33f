"""The world that the demo builds: what has been made so far, and how rows are made."""

import csv
import datetime
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from anyascii import anyascii
from django.apps import apps
from django.db.models import Model
from django.utils.text import slugify

from campaigns.models import Activity, Partner, Project, WorkPackage
from core.models import Organisation, PublicRecord, Searchable, Source
from core.public_ids import new_public_id
from core.transliteration import latin_reading
from procurement.models import ContractLine, Procurer, Supplier
from supplychain.models import Brand, Company, Factory, ProductModel

Row = TypeVar("Row", bound=Model)
# What happened is told up to this day; only what is open today depends on the day of seeding.
ANCHOR = datetime.date(2026, 6, 30)


@dataclass
class World:
    """Rows by the names that later parts of the story call them by."""

    today: datetime.date
    sources: dict[str, Source] = field(default_factory=dict)
    lists: dict[str, list[Source]] = field(default_factory=lambda: defaultdict(list))
    organisations: dict[str, Organisation] = field(default_factory=dict)
    brands: dict[str, Brand] = field(default_factory=dict)
    companies: dict[str, Company] = field(default_factory=dict)
    procurers: dict[str, Procurer] = field(default_factory=dict)
    suppliers: dict[str, Supplier] = field(default_factory=dict)
    factories: dict[str, Factory] = field(default_factory=dict)
    stages: dict[str, list[str]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    models: dict[str, list[ProductModel]] = field(default_factory=lambda: defaultdict(list))
    lines: list[ContractLine] = field(default_factory=list)
    partners: dict[str, Partner] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)
    work_packages: dict[str, WorkPackage] = field(default_factory=dict)
    activities: list[Activity] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def make(self, model: type[Row], **values: Any) -> Row:
        """An unsaved fictional row, its identifier following from how many of its kind came before."""
        self.counts[model.__name__] += 1
        if issubclass(model, PublicRecord):
            chooser = chance(f"{model.__name__} {self.counts[model.__name__]}")
            values["public_id"] = new_public_id(model.ID_KIND, chooser)
        if issubclass(model, Searchable):
            values["latin_reading"] = latin_reading(values["name"], values.get("name_local", ""))
        return model(is_demo=True, **values)


def save(rows: Iterable[Row]) -> list[Row]:
    """Write rows of one model in one statement."""
    listed = list(rows)
    return list(type(listed[0])._default_manager.bulk_create(listed)) if listed else []


def chance(name: str) -> random.Random:
    """A source of choices that is the same every time and independent of every other `name`."""
    return random.Random(f"demo 1 {name}")  # noqa: S311 (choices of a story, no secrets)


def rows_of(name: str) -> list[dict[str, str]]:
    """Rows of a data file of the demo."""
    path = Path(apps.get_app_config("campaigns").path) / "reference" / "demo" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def slug(name: str) -> str:
    """The name as part of a code."""
    return slugify(anyascii(name))


def day_in(chooser: random.Random, year: int, months: tuple[int, int] = (1, 12)) -> datetime.date:
    """Some working day's date of that year, not after the anchor."""
    day = datetime.date(year, chooser.randint(*months), chooser.randint(1, 28))
    return min(day, ANCHOR)
