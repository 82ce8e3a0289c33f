"""Writing product models of a list, set by set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.models import Source
from core.transliteration import latin_reading
from supplychain.models import ProductModel
from supplychain.services.imports import PartyDraft, Ref, record_brands

_BATCH = 2000


@dataclass(frozen=True)
class ModelDraft:
    brand: Ref
    name: str
    category: str
    regulatory_model: str
    part_numbers: list[str]
    source_code: str


@dataclass
class ModelWrite:
    """New brands and models, and part numbers that models on record get in addition."""

    brands: list[PartyDraft] = field(default_factory=list)
    models: list[ModelDraft] = field(default_factory=list)
    parts: dict[int, list[str]] = field(default_factory=dict)


def write_models(write: ModelWrite, sources: Mapping[str, Source]) -> None:
    """Write it inside the caller's transaction and history context."""
    brand = record_brands(write.brands, sources)
    ProductModel.objects.bulk_create(
        [
            ProductModel(
                brand_id=brand(draft.brand),
                name=draft.name,
                latin_reading=latin_reading(draft.name),
                category_id=draft.category,
                regulatory_model=draft.regulatory_model,
                part_numbers=draft.part_numbers,
                source=sources[draft.source_code],
            )
            for draft in write.models
        ],
        batch_size=_BATCH,
    )
    _add_parts(write.parts)


def _add_parts(parts: Mapping[int, Sequence[str]]) -> None:
    models = list(ProductModel.objects.filter(pk__in=parts))
    for model in models:
        model.part_numbers = [*model.part_numbers, *parts[model.pk]]
    ProductModel.objects.bulk_update(models, ["part_numbers"], batch_size=_BATCH)
