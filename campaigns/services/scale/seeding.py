"""`seed_scale`: so many factories with four links each, or activities with five counts each, and enough of all else."""

import datetime
import random

from django.db import connection, transaction

from campaigns.models import Project
from campaigns.services.demo.world import rows_of
from campaigns.services.reference import load_reference
from campaigns.services.scale.buying import make_buyers, make_contracts
from campaigns.services.scale.institutions import make_pipeline
from campaigns.services.scale.outreach import COUNTS_EACH, make_activities, make_consortia
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
    _analyze()
    return summary


def seed_outreach(
    *, activities: int, seed: int, today: datetime.date, reason: str = "Seed synthetic outreach"
) -> dict[str, int]:
    """Write projects, activities of the years before `today`, and as many steps of affiliations."""
    with transaction.atomic():
        load_reference()
        if Project.objects.filter(code=f"scale-{seed}-0").exists():
            raise AlreadyThere(seed)
        people = _population(seed)
        with change(actor=None, reason=reason):
            consortia = make_consortia(people, today)
            make_activities(people, consortia, activities, today)
            steps = make_pipeline(people, consortia, activities, today)
    _analyze()
    return {
        "projects": len(consortia),
        "activities": activities,
        "counts": activities * COUNTS_EACH,
        "steps of affiliations": steps,
    }


def _analyze() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _population(seed: int) -> Population:
    return Population(seed, random.Random(f"scale {seed}"), rows_of("places"))  # noqa: S311 (no secret)


def _build(factories: int, seed: int) -> dict[str, int]:
    brands = min(max(factories // 200, 20), 2000)
    people = _population(seed)
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
