"""The lists of procurement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from core.listing.cells import link_cell, record_cell
from core.listing.columns import IS_DEMO, Column
from core.listing.facets import MOST_VALUES, Facet
from core.listing.listing import Listing
from core.listing.sorts import Sort
from procurement.cells import answer_cell, money_cell
from procurement.enums import (
    AffiliationRoute,
    AffiliationStage,
    BuyerLegalType,
    ContractStatus,
    DisclosureAnswer,
    NonDisclosureReason,
    ProcurerLevel,
    SpendBand,
)
from procurement.filters import (
    AffiliationFilterSet,
    ContractFilterSet,
    DisclosureFilterSet,
    ProcurerFilterSet,
    SupplierFilterSet,
    countries,
)
from procurement.models import Affiliation, Contract, ContractLine, DisclosureRequest, Procurer, Supplier
from supplychain.models import ProductCategory

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

UPDATED = Sort("updated", _("Last change"), ("updated_at",), "day")


@dataclass(frozen=True)
class LineFacet(Facet):
    """Contracts by a value of their lines; lines that the viewer may not see are not counted."""

    def counts(
        self, queryset: QuerySet[Any], user: "User | AnonymousUser", chosen: Sequence[str]
    ) -> list[tuple[str, str, int]]:
        rank = Case(
            When(**{f"{self.field}__in": list(chosen)}, then=Value(0)), default=Value(1), output_field=IntegerField()
        )
        lines = ContractLine.objects.visible_to(user).filter(contract__in=queryset.order_by().values("pk"))
        rows = (
            lines.order_by()
            .values(facet_value=F(self.field), facet_label=F(self.label_field or self.field))
            .annotate(facet_count=Count("contract", distinct=True), facet_rank=rank)
            .order_by("facet_rank", "-facet_count", "facet_value")[: MOST_VALUES + len(chosen)]
        )
        return [(row["facet_value"], row["facet_label"], row["facet_count"]) for row in rows]


def named(labels: Any) -> Any:
    """Labels of codes, as a facet asks for them."""
    return lambda values: {code: label for code, label in labels() if code in values}


def label_of(choices: Any, code: str | None) -> str | None:
    return str(choices(code).label) if code else None


def country_of(organisation: Any) -> str | None:
    return str(organisation.country) if organisation.country else None


def shown(row: Any, value: Any) -> Any:
    """`value`, where the buyer lets the viewer see what it buys."""
    return value if row.shows_buying else None


PROCURERS = Listing(
    name="procurers",
    title=_("Public buyers"),
    lead=_("Public bodies that buy ICT hardware. What they buy is shown as far as each of them has chosen."),
    model=Procurer,
    url_name="procurement:procurer-list",
    queryset=lambda user: Procurer.objects.visible_to(user).for_listing().with_buying_shown_to(user),
    filterset_class=ProcurerFilterSet,
    serializer="procurement.api.serializers.ProcurerSerializer",
    columns=(
        Column("name", _("Name"), lambda row: row.name, record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column(
            "country",
            _("Country"),
            lambda row: country_of(row.organisation),
            code=lambda row: row.organisation.country_id,
        ),
        Column("level", _("Level"), lambda row: row.get_level_display(), code=lambda row: row.level),
        Column(
            "legal_type",
            _("Legal type"),
            lambda row: row.get_legal_type_display(),
            code=lambda row: row.legal_type,
            default=False,
        ),
        Column(
            "spend_band",
            _("Yearly spend"),
            lambda row: shown(row, label_of(SpendBand, row.spend_band)),
            code=lambda row: shown(row, row.spend_band),
        ),
        Column("users_served", _("Users served"), lambda row: shown(row, row.users_served), numeric=True),
        IS_DEMO,
    ),
    sorts=(Sort("name", _("Name"), ("organisation__sort_key",)), UPDATED),
    default_sort="name",
    facets=(
        Facet("country", _("Country"), "organisation__country", labels=named(countries)),
        Facet("level", _("Level"), options=ProcurerLevel.choices),
        Facet("legal_type", _("Legal type"), labels=named(lambda: BuyerLegalType.choices)),
    ),
)

SUPPLIERS = Listing(
    name="suppliers",
    title=_("Suppliers"),
    lead=_("Companies, often resellers, that hold contracts with public buyers."),
    model=Supplier,
    url_name="procurement:supplier-list",
    queryset=lambda user: Supplier.objects.visible_to(user).for_listing(),
    filterset_class=SupplierFilterSet,
    serializer="procurement.api.serializers.SupplierSerializer",
    columns=(
        Column("name", _("Name"), lambda row: row.name, record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column(
            "country",
            _("Country"),
            lambda row: country_of(row.organisation),
            code=lambda row: row.organisation.country_id,
        ),
        Column("website", _("Website"), lambda row: row.organisation.website, default=False),
        IS_DEMO,
    ),
    sorts=(Sort("name", _("Name"), ("organisation__sort_key",)), UPDATED),
    default_sort="name",
    facets=(Facet("country", _("Country"), "organisation__country", labels=named(countries)),),
)

CONTRACTS = Listing(
    name="contracts",
    title=_("Contracts"),
    lead=_("Open a contract to see which factories make what it buys, how sure that is, and who says so."),
    model=Contract,
    url_name="procurement:contract-list",
    queryset=lambda user: Contract.objects.visible_to(user).for_listing().with_status().with_lines_shown_to(user),
    filterset_class=ContractFilterSet,
    serializer="procurement.api.serializers.ContractSerializer",
    columns=(
        Column("title", _("Title"), lambda row: row.title, record_cell, sort="title"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("reference", _("Buyer's reference"), lambda row: row.reference, default=False),
        Column(
            "buyer",
            _("Buyer"),
            lambda row: row.buyer.name,
            lambda row, value: link_cell(row.buyer, value),
            sort="buyer",
        ),
        Column(
            "supplier",
            _("Supplier"),
            lambda row: row.supplier and row.supplier.name,
            lambda row, value: link_cell(row.supplier, value),
        ),
        Column(
            "country",
            _("Country"),
            lambda row: country_of(row.buyer.organisation),
            code=lambda row: row.buyer.organisation.country_id,
            default=False,
        ),
        Column("signed_on", _("Signed on"), lambda row: row.signed_on, default=False),
        Column("starts_on", _("Starts on"), lambda row: row.starts_on, sort="starts"),
        Column("ends_on", _("Ends on"), lambda row: row.ends_on, sort="ends"),
        Column(
            "status",
            _("Status"),
            lambda row: label_of(ContractStatus, row.status),
            code=lambda row: row.status,
            default=False,
        ),
        Column("value", _("Value"), lambda row: row.value_amount, money_cell, numeric=True),
        Column("currency", _("Currency"), lambda row: row.currency_id, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("title", _("Title"), ("sort_key",)),
        Sort("buyer", _("Buyer"), ("buyer__organisation__sort_key", "sort_key")),
        Sort("starts", _("Start"), ("starts_on",), "day"),
        Sort("ends", _("End"), ("ends_on",), "day"),
        UPDATED,
    ),
    default_sort="-starts",
    facets=(
        Facet("status", _("Status"), options=ContractStatus.choices),
        Facet("country", _("Country of the buyer"), "buyer__organisation__country", labels=named(countries)),
        LineFacet(
            "category",
            _("Category"),
            "category",
            labels=named(lambda: [(row.code, row) for row in ProductCategory.objects.all()]),
        ),
        LineFacet("brand", _("Brand"), "brand__public_id", "brand__organisation__name"),
        Facet("buyer", _("Buyer"), "buyer__public_id", "buyer__organisation__name"),
        Facet("supplier", _("Supplier"), "supplier__public_id", "supplier__organisation__name"),
        Facet("currency", _("Currency"), "currency"),
    ),
)


def days_in_stage(row: Any) -> int | None:
    return (row.as_at - row.since).days if row.since else None


AFFILIATIONS = Listing(
    name="affiliations",
    title=_("Affiliations"),
    lead=_("Which public bodies are affiliated with whom, by which route and since when."),
    model=Affiliation,
    url_name="procurement:affiliation-list",
    queryset=lambda user: Affiliation.objects.visible_to(user).for_listing().with_stage_today(user),
    filterset_class=AffiliationFilterSet,
    serializer="procurement.api.serializers.AffiliationSerializer",
    columns=(
        Column("procurer", _("Public buyer"), lambda row: row.procurer.name, record_cell, sort="procurer"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("body", _("Body"), lambda row: row.body.name, sort="body"),
        Column(
            "country",
            _("Country"),
            lambda row: country_of(row.procurer.organisation),
            code=lambda row: row.procurer.organisation.country_id,
        ),
        Column("stage", _("Stage"), lambda row: label_of(AffiliationStage, row.stage), code=lambda row: row.stage),
        Column("since", _("Since"), lambda row: row.since, sort="since"),
        Column("days", _("Days in stage"), days_in_stage, numeric=True),
        Column("route", _("Route"), lambda row: label_of(AffiliationRoute, row.route), code=lambda row: row.route),
        Column("via", _("Through"), lambda row: row.via_name, default=False),
        Column("basis_of_count", _("How the body counts it"), lambda row: row.basis_of_count, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("procurer", _("Public buyer"), ("procurer__organisation__sort_key",)),
        Sort("body", _("Body"), ("body__sort_key", "procurer__organisation__sort_key")),
        Sort("since", _("Since"), ("since",), "day"),
        UPDATED,
    ),
    default_sort="procurer",
    facets=(
        Facet("body", _("Body"), "body__public_id", "body__name"),
        Facet("stage", _("Stage"), labels=named(lambda: AffiliationStage.choices)),
        Facet("route", _("Route"), labels=named(lambda: AffiliationRoute.choices)),
        Facet("country", _("Country"), "procurer__organisation__country", labels=named(countries)),
    ),
)


def goods(row: Any) -> str | None:
    """What was asked about, where the buyer shows it."""
    return str(row.line.product_model or row.line.brand) if row.shows_line else None


DISCLOSURES = Listing(
    name="disclosures",
    title=_("Disclosure requests"),
    lead=_("Who was asked to name factories, by when, and what came back. Buyers decide what they publish."),
    model=DisclosureRequest,
    url_name="procurement:disclosure-list",
    queryset=lambda user: (
        DisclosureRequest.objects.visible_to(user).for_listing().with_overdue().with_line_shown_to(user)
    ),
    filterset_class=DisclosureFilterSet,
    serializer="procurement.api.serializers.DisclosureSerializer",
    columns=(
        Column("asked_of", _("Asked of"), lambda row: row.asked_of.name, record_cell, sort="asked_of"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column(
            "buyer",
            _("Buyer"),
            lambda row: row.line.contract.buyer.name,
            lambda row, value: link_cell(row.line.contract.buyer, value),
        ),
        Column("goods", _("Goods"), goods),
        Column("asked_on", _("Asked on"), lambda row: row.asked_on, sort="asked"),
        Column("due_on", _("Answer due"), lambda row: row.due_on, sort="due"),
        Column("answered_on", _("Answered on"), lambda row: row.answered_on, default=False),
        Column(
            "answer",
            _("Answer"),
            lambda row: label_of(DisclosureAnswer, row.answer),
            answer_cell,
            code=lambda row: row.answer,
        ),
        Column("overdue", _("Overdue"), lambda row: row.is_overdue, default=False),
        Column(
            "reason",
            _("Reason given"),
            lambda row: label_of(NonDisclosureReason, row.reason),
            code=lambda row: row.reason,
        ),
        IS_DEMO,
    ),
    sorts=(
        Sort("asked", _("Asked on"), ("asked_on",), "day"),
        Sort("due", _("Answer due"), ("due_on",), "day"),
        Sort("asked_of", _("Asked of"), ("asked_of__sort_key",)),
        UPDATED,
    ),
    default_sort="-asked",
    facets=(
        Facet("answer", _("Answer"), labels=named(lambda: DisclosureAnswer.choices)),
        Facet("reason", _("Reason given"), labels=named(lambda: NonDisclosureReason.choices)),
        Facet("buyer", _("Buyer"), "line__contract__buyer__public_id", "line__contract__buyer__organisation__name"),
    ),
)
