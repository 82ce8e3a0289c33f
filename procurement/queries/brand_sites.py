"""Sites that lists name for a line's brand, without saying which model they make."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from procurement.models import ContractLine
from procurement.queries.reach import ends_before_line, standing_links
from supplychain.enums import Basis
from supplychain.models import ProductionLink

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

STRENGTH = {basis: position for position, basis in enumerate(Basis.values)}


@dataclass(frozen=True)
class BrandSite:
    """A factory at a stage, by the strongest link that names it. Read without its record: there may be thousands."""

    link_id: int
    factory_id: int
    brand_id: int
    stage: str | None
    category: str | None
    basis: str
    since: datetime.date | None
    ends: datetime.date | None

    @property
    def place(self) -> tuple[int, str | None]:
        return (self.factory_id, self.stage)

    @property
    def rank(self) -> tuple[int, int, int]:
        """Strongest basis first, then the latest, then the order of recording."""
        return (STRENGTH[self.basis], -(self.since or datetime.date.min).toordinal(), self.link_id)


def brand_sites(lines: list[ContractLine], user: "User | AnonymousUser") -> dict[int, list[BrandSite]]:
    """Sites by line, strongest first, each place once. One query."""
    brands = {line.brand_id for line in lines}
    categories = {line.category_id for line in lines if line.product_model_id is None}
    links = standing_links(user).filter(
        Q(product_model__isnull=True) | Q(product_model__category__in=categories), brand__in=brands
    )
    by_brand: dict[int, list[BrandSite]] = {}
    for site in _read(links):
        by_brand.setdefault(site.brand_id, []).append(site)
    return {line.pk: _sites_of(line, by_brand.get(line.brand_id, [])) for line in lines}


def _read(links: QuerySet[ProductionLink]) -> list[BrandSite]:
    rows = links.annotate(since=Coalesce("valid_from", "first_seen"), ends=Coalesce("valid_to", "last_seen"))
    columns = ("pk", "factory", "brand", "stage", "product_model__category", "basis", "since", "ends")
    return sorted((BrandSite(*row) for row in rows.values_list(*columns)), key=lambda site: site.rank)


def _sites_of(line: ContractLine, sites: list[BrandSite]) -> list[BrandSite]:
    places: dict[tuple[int, str | None], BrandSite] = {}
    for site in sites:
        if _may_make(site, line) and not ends_before_line(site.ends, line):
            places.setdefault(site.place, site)
    return list(places.values())


def _may_make(site: BrandSite, line: ContractLine) -> bool:
    """A line that names no model may mean any of its kind; one that names a model means no other."""
    return site.category is None or (line.product_model_id is None and site.category == line.category_id)
