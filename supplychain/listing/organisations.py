"""The lists of brands and of companies."""

from typing import TYPE_CHECKING, Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from core.listing import IS_DEMO, Column, Facet, Listing, Sort
from core.listing.cells import record_cell
from core.models import Country
from supplychain.enums import CompanyRole
from supplychain.filters import BrandFilterSet, CompanyFilterSet
from supplychain.models import Brand, Company, Factory
from supplychain.queries.moments import NOW

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def number_of(rows: QuerySet[Any], owner: str, counted: str) -> Coalesce:
    """Number of distinct `counted` among `rows` whose `owner` is the outer row."""
    matching = rows.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Coalesce(
        Subquery(matching.annotate(number=Count(counted, distinct=True)).values("number")[:1]),
        0,
        output_field=IntegerField(),
    )


def brands_for(user: "User | AnonymousUser") -> QuerySet[Any]:
    """Brands with the number of factories that visible links name."""
    brands = Brand.objects.visible_to(user).for_listing().select_related("organisation__source")
    return brands.annotate(factories_count=number_of(NOW.links(user), "brand", "factory"))


def companies_for(user: "User | AnonymousUser") -> QuerySet[Any]:
    """Companies with the number of their factories."""
    companies = (
        Company.objects.visible_to(user).for_listing().select_related("organisation__parent", "organisation__source")
    )
    return companies.annotate(factories_count=number_of(Factory.objects.visible_to(user), "operator", "pk"))


def country_name(row: Any) -> str | None:
    return str(row.organisation.country) if row.organisation.country else None


def country_labels(codes: Any) -> dict[str, str]:
    return {code: str(Country(code=code, name=code)) for code in codes}


NAME = Column("name", _("Name"), lambda row: row.name, record_cell, sort="name")
IDENTIFIER = Column("id", _("Identifier"), lambda row: row.public_id, default=False)
COUNTRY = Column("country", _("Country"), country_name, sort="country", code=lambda row: row.organisation.country_id)
FACTORIES_COUNT = Column(
    "factories", _("Factories on record"), lambda row: row.factories_count, sort="factories", numeric=True
)
SORTS = (
    Sort("name", _("Name"), ("organisation__sort_key",)),
    Sort("country", _("Country"), ("organisation__country_id", "organisation__sort_key")),
    Sort("factories", _("Factories on record"), ("factories_count",), "number"),
    Sort("updated", _("Last change"), ("updated_at",), "day"),
)
COUNTRIES = Facet("country", _("Country"), field="organisation__country_id", labels=country_labels)

BRANDS = Listing(
    name="brands",
    title=_("Brands"),
    lead=_("Owners of product names, with the factories that sources link to them."),
    model=Brand,
    url_name="supplychain:brand-list",
    queryset=brands_for,
    filterset_class=BrandFilterSet,
    serializer="supplychain.serializers.BrandSerializer",
    columns=(
        NAME,
        IDENTIFIER,
        COUNTRY,
        FACTORIES_COUNT,
        Column("supplier_list", _("Published supplier list"), lambda row: row.supplier_list_url, default=False),
        Column("is_demo", _("Fictional demo record"), lambda row: row.is_demo, default=False),
        IS_DEMO,
    ),
    sorts=SORTS,
    default_sort="name",
    facets=(COUNTRIES,),
    empty_text=_("No brand answers to all of this."),
)

COMPANIES = Listing(
    name="companies",
    title=_("Companies"),
    lead=_("Legal entities and groups that operate factories."),
    model=Company,
    url_name="supplychain:company-list",
    queryset=companies_for,
    filterset_class=CompanyFilterSet,
    serializer="supplychain.serializers.CompanySerializer",
    columns=(
        NAME,
        IDENTIFIER,
        COUNTRY,
        Column("roles", _("What it does"), lambda row: ", ".join(str(CompanyRole(role).label) for role in row.roles)),
        Column("group", _("Group"), lambda row: str(row.organisation.parent) if row.organisation.parent else None),
        FACTORIES_COUNT,
        Column("is_demo", _("Fictional demo record"), lambda row: row.is_demo, default=False),
        IS_DEMO,
    ),
    sorts=SORTS,
    default_sort="name",
    facets=(COUNTRIES,),
    empty_text=_("No company answers to all of this."),
)
