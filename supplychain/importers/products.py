"""Lists of product models."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.enums import RowVerdict
from core.importers.kinds import Batch, ImportKind, Outcome
from core.importers.parse.cells import compact
from core.importers.parse.problems import Problem, review
from core.models import Source
from supplychain.importers.parse.products import FIELDS, Model, ReadModel, model_key, read_model
from supplychain.importers.resolve import Ambiguous, Parties
from supplychain.models import Brand, Company, ProductCategory, ProductModel
from supplychain.queries.listed import party_names, survivors
from supplychain.services.imports import Ref
from supplychain.services.product_imports import ModelDraft, ModelWrite, write_models

TEXTS = {
    "category-unknown": gettext_noop(
        "This is no product category. A code of the list of categories is accepted; the mapping can "
        "translate a list's own words under “values”."
    ),
    "part-too-long": gettext_noop("A part number has at most 80 characters; this one was left out."),
    "category-differs": gettext_noop("The model is on record under another category, which was kept."),
}
Key = tuple[Ref, str, str]


@dataclass
class ProductsPlan:
    write: ModelWrite
    sources: set[str]
    outcomes: Mapping[int, Outcome]
    figures: Mapping[str, int]

    def cited(self) -> set[str]:
        return self.sources

    def apply(self, sources: Mapping[str, Source]) -> None:
        write_models(self.write, sources)


@dataclass
class _Known:
    """A model on record, or drafted in this import (without an id); `parts` grow with the rows."""

    pk: int | None
    category: str
    parts: list[str] = field(default_factory=list)


def make_plan(batch: Batch) -> ProductsPlan:
    """Compare a list of models with the register."""
    categories = set(ProductCategory.objects.values_list("code", flat=True))
    planner = _Planner(batch)
    outcomes = {row.number: planner.outcome_of(read_model(row, categories)) for row in batch.rows}
    planner.write.brands = planner.brands.used({key[0] for key in planner.known})
    figures = {"brands": len(planner.write.brands), "models": len(planner.write.models)}
    return ProductsPlan(planner.write, planner.cited, outcomes, figures)


class _Planner:
    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.write = ModelWrite()
        self.cited: set[str] = set()
        self.brands = Parties(party_names(Brand), party_names(Company))
        self.known = _models()

    def outcome_of(self, found: ReadModel) -> Outcome:
        model = found.model
        if model is None:
            left_out = found.row.left_out
            return Outcome(RowVerdict.UNCHANGED if left_out else RowVerdict.REJECTED, found.problems)
        code = self.batch.sources[model.edition].code
        brand = self.brands.find(model.brand, code)
        if isinstance(brand, Ambiguous):
            return Outcome(RowVerdict.REVIEW, (*found.problems, review("name-ambiguous", "brand", brand.value)))
        self.cited.add(code)
        verdict, remarks = self._verdict(model, brand, code)
        return Outcome(verdict, (*found.problems, *remarks))

    def _verdict(self, model: Model, brand: Ref, code: str) -> tuple[RowVerdict, tuple[Problem, ...]]:
        key = (brand, *model.key[1:])
        known = self.known.get(key)
        if known is None:
            self.known[key] = _Known(None, model.category, list(model.part_numbers))
            named = (model.name, model.category, model.regulatory_model, self.known[key].parts)
            self.write.models.append(ModelDraft(brand, *named, code))
            return RowVerdict.CREATED, ()
        differs = known.category != model.category
        remarks = (Problem("category-differs", "category", known.category),) if differs else ()
        parts = [part for part in model.part_numbers if part not in known.parts]
        known.parts += parts
        if parts and known.pk is not None:
            self.write.parts.setdefault(known.pk, []).extend(parts)
        return RowVerdict.CHANGED if parts else RowVerdict.UNCHANGED, remarks


def _models() -> dict[Key, _Known]:
    """Models by brand, name and number; a merged one stands for its survivor."""
    moved = survivors(ProductModel)
    models = ProductModel.objects.filter(is_demo=False).order_by("pk")
    columns = ("pk", "brand_id", "name", "regulatory_model", "category_id", "part_numbers")
    known: dict[Key, _Known] = {}
    for pk, brand, name, number, category, parts in models.values_list(*columns):
        known.setdefault((brand, model_key(name), compact(number)), _Known(moved.get(pk, pk), category, parts))
    return known


PRODUCTS = ImportKind("products", _("Product models"), FIELDS, make_plan, TEXTS)
