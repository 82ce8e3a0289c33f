"""Rows of lists of product models."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from core.importers.parse.cells import compact, is_blank_word
from core.importers.parse.mapping import Field
from core.importers.parse.names import organisation_key
from core.importers.parse.problems import Problem, Severity, rejection, worst
from core.importers.parse.rows import ReadRow, missing, too_long

FIELDS = (
    Field("brand", ("brand name", "manufacturer", "make"), required=True),
    Field("name", ("model name", "model", "product", "product name"), required=True),
    Field("category", ("product category", "type", "product type"), required=True),
    Field("regulatory_model", ("model number", "regulatory model number")),
    Field("part_numbers", ("part number", "sku", "skus", "part numbers")),
)
LIMITS = {"brand": 300, "name": 300, "regulatory_model": 80}
LONGEST_PART = 80
_NEEDED = ("brand", "name", "category")


@dataclass(frozen=True)
class Model:
    number: int
    edition: str
    brand: str
    name: str
    category: str
    regulatory_model: str
    part_numbers: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """Brand, name and number, evened out but for signs that tell models apart."""
        return (organisation_key(self.brand), model_key(self.name), compact(self.regulatory_model))


@dataclass(frozen=True)
class ReadModel:
    row: ReadRow
    model: Model | None
    problems: tuple[Problem, ...]


def model_key(name: str) -> str:
    """Equal for names that differ by case and blanks only; "A+" and "A" stay two."""
    return " ".join(name.casefold().split())


def read_model(row: ReadRow, categories: Collection[str]) -> ReadModel:
    """What `row` says of a product model."""
    if row.left_out or worst(row.problems) is Severity.REJECTION:
        return ReadModel(row, None, row.problems)
    values = {known.name: "" if is_blank_word(row.get(known.name)) else row.get(known.name) for known in FIELDS}
    problems = (*row.problems, *missing(values, _NEEDED), *too_long(values, LIMITS))
    if values["category"] and values["category"] not in categories:
        problems += (rejection("category-unknown", "category", values["category"]),)
    parts, remarks = _parts(values["part_numbers"])
    problems += remarks
    if worst(problems) is Severity.REJECTION:
        return ReadModel(row, None, problems)
    named = (values["brand"], values["name"], values["category"], values["regulatory_model"])
    return ReadModel(row, Model(row.number, row.edition, *named, parts), problems)


def _parts(text: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    parts = [part for part in (part.strip() for part in re.split(r"[,;|]", text)) if part]
    long = tuple(Problem("part-too-long", "part_numbers", part) for part in parts if len(part) > LONGEST_PART)
    return tuple(dict.fromkeys(part for part in parts if len(part) <= LONGEST_PART)), long
