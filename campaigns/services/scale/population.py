"""What synthetic links and contracts refer to: brands with models and lists, companies."""

import random
from dataclasses import dataclass, field
from typing import Any

from campaigns.services.scale.words import identifiers, word
from core.enums import Granularity, SourceKind
from core.models import Organisation, Source
from supplychain.models import Brand, Company, ProductCategory, ProductModel

MODELS_EACH = 8
LISTS_EACH = 3
NOTE = "Synthetic, made to measure with."


@dataclass
class Population:
    """Primary keys of what links and contracts refer to, in order."""

    seed: int
    chooser: random.Random
    places: list[dict[str, str]]
    brands: list[int] = field(default_factory=list)
    models: list[int] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    companies: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    buyers: list[int] = field(default_factory=list)
    readers: list[int] = field(default_factory=list)
    suppliers: list[int] = field(default_factory=list)


def organisations(people: Population, count: int, ending: str) -> list[Organisation]:
    """So many bodies with invented names, each in some country."""
    numbers = identifiers("G", people.seed, Organisation.objects.count())
    made = [
        Organisation(
            public_id=next(numbers),
            name=f"{word(people.chooser)} {ending} {number}",
            country_id=people.chooser.choice(people.places)["country"],
            is_demo=True,
        )
        for number in range(1, count + 1)
    ]
    return list(Organisation.objects.bulk_create(made, batch_size=2000))


def profiles(people: Population, model: Any, bodies: list[Organisation], *, start: int = 0, **values: Any) -> list[int]:
    """Profiles of the bodies; gives their primary keys."""
    numbers = identifiers(model.ID_KIND, people.seed, start)
    made = [model(public_id=next(numbers), organisation=body, is_demo=True, **values) for body in bodies]
    return [row.pk for row in model.objects.bulk_create(made, batch_size=2000)]


def make_brands(people: Population, count: int) -> None:
    bodies = organisations(people, count, "Brand")
    people.brands = profiles(people, Brand, bodies)
    people.categories = list(ProductCategory.objects.values_list("code", flat=True))
    numbers = identifiers("M", people.seed)
    models = [
        ProductModel(
            public_id=next(numbers),
            name=f"{body.name.split()[0]} {number} G{people.chooser.randint(1, 9)}",
            brand_id=brand,
            category_id=people.categories[(brand + number) % len(people.categories)],
            regulatory_model=f"SY{brand}{number}",
            is_demo=True,
        )
        for brand, body in zip(people.brands, bodies, strict=True)
        for number in range(MODELS_EACH)
    ]
    people.models = [row.pk for row in ProductModel.objects.bulk_create(models, batch_size=2000)]
    _make_lists(people, bodies)


def _make_lists(people: Population, bodies: list[Organisation]) -> None:
    numbers = identifiers("E", people.seed)
    lists = [
        Source(
            public_id=next(numbers),
            code=f"scale-{people.seed}-{position}",
            title=f"{body.name}: supplier list {2024 + position % LISTS_EACH}",
            kind=SourceKind.BRAND_LIST,
            publisher_name=body.name,
            granularity=Granularity.SITE,
            published_on=f"{2024 + position % LISTS_EACH}-03-01",
            is_public=True,
            note=NOTE,
            is_demo=True,
        )
        for position, body in enumerate(body for body in bodies for _ in range(LISTS_EACH))
    ]
    people.sources = [row.pk for row in Source.objects.bulk_create(lists, batch_size=2000)]


def make_companies(people: Population, count: int) -> None:
    people.companies = profiles(people, Company, organisations(people, count, "Industries"), roles=["ems"])
