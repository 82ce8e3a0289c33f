"""The data files under `<app>/reference/`, and what loading one did."""

import csv
import random
from dataclasses import dataclass

from django.apps import apps

from core.public_ids import new_public_id


@dataclass(frozen=True)
class Loaded:
    """What loading did to the rows of one table."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(self.created + other.created, self.changed + other.changed, self.unchanged + other.unchanged)


def reference_id(kind: str, key: str) -> str:
    """Public identifier of a reference row: the same in every installation, so that it can be quoted."""
    return new_public_id(kind, random.Random(f"reference:{key}"))  # noqa: S311 (a name, no secret)


def rows_of(app: str, name: str) -> list[dict[str, str]]:
    """Rows of a data file as they stand there."""
    with open(f"{apps.get_app_config(app).path}/reference/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
