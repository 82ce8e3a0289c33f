"""`seed_scale`: so many factories with four links each, and enough of all else for facets to be like real ones."""

import random

from django.db import connection, transaction

from campaigns.services.demo.world import rows_of
from campaigns.services.reference import load_reference
from campaigns.services.scale.buying import make_buyers, make_contracts
from campaigns.services.scale.population import Population, make_brands, make_companies
from campaigns.services.scale.sites import LINKS_EACH, make_factories
from core.history import change
from core.models import Source


class AlreadyThere(Exception):
    """Rows of this seed are there; another seed adds others."""


def seed_scale(*, factories: int, seed: int, reason: str = "Seed synthetic rows") -> dict[str, int]:
    """Write the rows in one transaction and say how many; raises `AlreadyThere` for a seed that is."""
    with transaction.atomic():
        load_reference()
        if Source.objects.filter(code=f"scale-{seed}-0").exists():
            raise AlreadyThere(seed)
        with change(actor=None, reason=reason):
            summary = _build(factories, seed)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return summary


def _build(factories: int, seed: int) -> dict[str, int]:
    brands = min(max(factories // 200, 20), 2000)
    people = Population(seed, random.Random(f"scale {seed}"), rows_of("places"))  # noqa: S311 (no secret)
    make_brands(people, brands)
    make_companies(people, max(factories // 20, 20))
    make_buyers(people, max(brands, 50), max(brands // 10, 5))
    make_factories(people, factories)
    contracts = make_contracts(people)
    return {
        "factories": factories,
        "links": factories * LINKS_EACH,
        "brands": brands,
        "companies": len(people.companies),
        "models": len(people.models),
        "procurers": len(people.buyers),
        "contracts": contracts,
    }
