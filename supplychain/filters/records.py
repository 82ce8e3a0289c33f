"""Filters of the lists of brands, companies, product models and production links."""

import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.filters import AnyOfFilter, DayFilter, ListingFilterSet, RecordsFilter, TextFilter, YesNoFilter
from core.models import Country, Source
from supplychain.enums import Basis, CompanyRole, Confidence, LinkRole
from supplychain.models import Brand, Company, Factory, LinkCitation, ProductCategory, ProductModel, Stage
from supplychain.queries.moments import NOW
from supplychain.queries.names import factories_named
from supplychain.queries.tallies import keys_of
from supplychain.querysets import ProductionLinkQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def countries(user: "User | AnonymousUser") -> QuerySet[Country]:
    return Country.objects.all()


def brands(user: "User | AnonymousUser") -> QuerySet[Brand]:
    return Brand.objects.visible_to(user).for_listing()


def stages(user: "User | AnonymousUser") -> QuerySet[Stage]:
    return Stage.objects.all()


def made_at(stage_codes: list[Any], user: "User | AnonymousUser") -> Q:
    """Brands or models with a visible link of any of these stages."""
    return Q(pk__in=NOW.links(user).filter(stage__in=stage_codes).values("brand"))


class BrandFilterSet(ListingFilterSet):
    country = RecordsFilter("organisation__country", records=countries, key="code", label=_("Country"))
    stage = RecordsFilter(records=stages, key="code", rule=made_at, label=_("Stage"))
    publishes_list = YesNoFilter(rule=~Q(supplier_list_url=""), label=_("Publishes a supplier list"))


class CompanyFilterSet(ListingFilterSet):
    country = RecordsFilter("organisation__country", records=countries, key="code", label=_("Country"))
    role = AnyOfFilter(
        choices=CompanyRole.choices, rule=lambda roles, user: Q(roles__overlap=roles), label=_("What it does")
    )
    site_country = RecordsFilter(
        records=countries,
        key="code",
        rule=lambda codes, user: Q(pk__in=Factory.objects.current().filter(country__in=codes).values("operator")),
        label=_("Has factories in"),
    )


def models_made_at(stage_codes: list[Any], user: "User | AnonymousUser") -> Q:
    links = NOW.links(user).filter(stage__in=stage_codes, product_model__isnull=False)
    return Q(pk__in=links.values("product_model"))


class ProductFilterSet(ListingFilterSet):
    q = TextFilter(
        lambda _queryset, text: (
            ProductModel.objects.all().matching_rule(text)
            | Q(regulatory_model__iexact=text.strip())
            | Q(part_numbers__contains=[text.strip()])
        ),
        label=_("Name or number"),
    )
    brand = RecordsFilter(records=brands, label=_("Brand"))
    category = RecordsFilter(records=lambda user: ProductCategory.objects.all(), key="code", label=_("Category"))
    stage = RecordsFilter(records=stages, key="code", rule=models_made_at, label=_("Stage"))


class ValidOnFilter(DayFilter):
    """Links valid on that day, as far as is known today."""

    def filter(self, qs: QuerySet[Any], value: datetime.date | None) -> QuerySet[Any]:
        return qs.filter(*ProductionLinkQuerySet.valid_rules(value)) if value else qs


class LinkFilterSet(ListingFilterSet):
    q = TextFilter(
        lambda _queryset, text: Q(factory__in=Factory.objects.filter(factories_named(text)).values("pk")),
        label=_("Name of the factory"),
    )
    factory = RecordsFilter(records=lambda user: Factory.objects.visible_to(user), label=_("Factory"))
    brand = RecordsFilter(records=brands, label=_("Brand"))
    product = RecordsFilter(
        "product_model", records=lambda user: ProductModel.objects.visible_to(user), label=_("Product model")
    )
    operator = RecordsFilter(
        "factory__operator", records=lambda user: Company.objects.visible_to(user).for_listing(), label=_("Operator")
    )
    country = RecordsFilter("factory__country", records=countries, key="code", label=_("Country"))
    stage = RecordsFilter(records=stages, key="code", label=_("Stage"))
    basis = AnyOfFilter(choices=Basis.choices, label=_("Basis"))
    confidence = AnyOfFilter(choices=Confidence.choices, label=_("Confidence"))
    role = AnyOfFilter(choices=LinkRole.choices, label=_("Role"))
    source = RecordsFilter(
        records=lambda user: Source.objects.visible_to(user),
        rule=lambda pks, user: Q(pk__in=LinkCitation.objects.filter(source__in=pks).values("link")),
        label=_("Source"),
    )
    ended = YesNoFilter(rule=Q(last_seen__isnull=False) | Q(valid_to__isnull=False), label=_("No longer listed"))
    replaced = YesNoFilter(rule=Q(superseded_by__isnull=False), label=_("Replaced by a better statement"))
    as_of = ValidOnFilter(label=_("Valid on"))

    def without(self, *names: str) -> QuerySet[Any]:
        """Also leaves the `given` values on the result, for facets."""
        result = super().without(*names)
        result.given = keys_of(self.values, without=names)  # type: ignore[attr-defined]
        return result
