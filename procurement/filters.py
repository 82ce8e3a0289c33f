"""Filters of the lists of procurement, and what procurement adds to the factory list."""

import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.filters import AnyOfFilter, DayFilter, ListingFilterSet, RecordsFilter, TextFilter, YesNoFilter
from core.models import Country, Currency, Organisation
from procurement.enums import (
    AffiliationRoute,
    AffiliationStage,
    BuyerLegalType,
    ContractStatus,
    DisclosureAnswer,
    NonDisclosureReason,
    ProcurerLevel,
)
from procurement.models import ContractLine, Procurer, Supplier
from procurement.queries.reach import links_by_model, standing_links
from supplychain.models import Brand, ProductCategory, ProductModel

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

    Viewer = User | AnonymousUser


def countries() -> list[tuple[str, Any]]:
    return [(country.code, country) for country in Country.objects.all()]


def of_either(first: str, second: str) -> TextFilter:
    """Search over the names of the organisations at two paths."""

    def rule(_queryset: QuerySet[Any], text: str) -> Q:
        named = Organisation.objects.matching(text).values("pk")
        return Q(**{f"{first}__in": named}) | Q(**{f"{second}__in": named})

    return TextFilter(rule, label=_("Name contains"))


def by_line(field: str, values: list[Any], user: "Viewer") -> Q:
    """Contracts with a line of these values that the viewer may see; other lines are not searched."""
    lines = ContractLine.objects.visible_to(user).filter(**{f"{field}__in": values})
    return Q(pk__in=lines.values("contract"))


class ProcurerFilterSet(ListingFilterSet):
    country = AnyOfFilter("organisation__country", choices=countries, label=_("Country"))
    level = AnyOfFilter(choices=ProcurerLevel.choices, label=_("Level"))
    legal_type = AnyOfFilter(choices=BuyerLegalType.choices, label=_("Legal type"))


class SupplierFilterSet(ListingFilterSet):
    country = AnyOfFilter("organisation__country", choices=countries, label=_("Country"))


class ContractFilterSet(ListingFilterSet):
    buyer = RecordsFilter(records=lambda user: Procurer.objects.visible_to(user), label=_("Buyer"))
    supplier = RecordsFilter(records=lambda user: Supplier.objects.visible_to(user), label=_("Supplier"))
    brand = RecordsFilter(
        records=lambda user: Brand.objects.visible_to(user),
        rule=lambda values, user: by_line("brand", values, user),
        label=_("Brand"),
    )
    product = RecordsFilter(
        records=lambda user: ProductModel.objects.visible_to(user),
        rule=lambda values, user: by_line("product_model", values, user),
        label=_("Product model"),
    )
    category = AnyOfFilter(
        choices=lambda: [(row.code, row) for row in ProductCategory.objects.all()],
        rule=lambda values, user: by_line("category", values, user),
        label=_("Category"),
    )
    status = AnyOfFilter(choices=ContractStatus.choices, label=_("Status"))
    country = AnyOfFilter("buyer__organisation__country", choices=countries, label=_("Country of the buyer"))
    currency = AnyOfFilter(
        choices=lambda: [(row.code, row.code) for row in Currency.objects.all()], label=_("Currency")
    )
    starts_after = DayFilter("starts_on", lookup_expr="gte", label=_("Starts on or after"))
    ends_before = DayFilter("ends_on", lookup_expr="lte", label=_("Ends on or before"))


class StageDayFilter(DayFilter):
    """Stages as of a day instead of today."""

    def filter(self, qs: QuerySet[Any], value: datetime.date | None) -> QuerySet[Any]:
        return qs if value is None else qs.with_stage_on(value, self.viewer)  # type: ignore[attr-defined]


class AffiliationFilterSet(ListingFilterSet):
    """`as_of` stands first: the other filters ask about the stage of that day."""

    q = of_either("procurer__organisation", "body")
    as_of = StageDayFilter(label=_("Stage as of"))
    body = RecordsFilter(records=lambda user: Organisation.objects.visible_to(user), label=_("Body"))
    procurer = RecordsFilter(records=lambda user: Procurer.objects.visible_to(user), label=_("Public buyer"))
    stage = AnyOfFilter(choices=AffiliationStage.choices, label=_("Stage"))
    route = AnyOfFilter(choices=AffiliationRoute.choices, label=_("Route"))
    country = AnyOfFilter("procurer__organisation__country", choices=countries, label=_("Country"))


class DisclosureFilterSet(ListingFilterSet):
    q = of_either("line__contract__buyer__organisation", "asked_of")
    answer = AnyOfFilter(
        choices=[("open", _("Waiting for an answer")), *DisclosureAnswer.choices],
        rule=lambda values, user: Q(answer__in=["" if value == "open" else value for value in values]),
        label=_("Answer"),
    )
    overdue = YesNoFilter("is_overdue", label=_("Overdue"))
    reason = AnyOfFilter(choices=NonDisclosureReason.choices, label=_("Reason given"))
    buyer = RecordsFilter(
        "line__contract__buyer", records=lambda user: Procurer.objects.visible_to(user), label=_("Buyer")
    )
    asked_after = DayFilter("asked_on", lookup_expr="gte", label=_("Asked on or after"))


def factories_of(buyers: list[Any], user: "Viewer") -> Q:
    lines = ContractLine.objects.visible_to(user).filter(contract__buyer__in=buyers)
    return Q(pk__in=links_by_model(lines, standing_links(user)).values("factory"))


class FactoriesByProcurer(ListingFilterSet):
    """Factories that make what a buyer buys, by model or disclosure; buyers who hide that are not known here."""

    procurer = RecordsFilter(
        records=lambda user: Procurer.objects.whose_buying_is_visible_to(user).select_related("organisation"),
        rule=factories_of,
        label=_("Behind what this buyer buys"),
    )
