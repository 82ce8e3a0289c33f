"""The list of production links."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.listing import IS_DEMO, Column, Listing, Sort
from core.listing.cells import record_cell
from core.templatetags.records import confidence, record_link
from supplychain.enums import Basis, Confidence
from supplychain.filters import LinkFilterSet
from supplychain.listing.facets import TalliedFacet, brand_keys, brands_named
from supplychain.listing.organisations import country_labels
from supplychain.models import ProductionLink, Stage


def stage_labels(codes: Any) -> dict[str, str]:
    return {stage.code: str(stage) for stage in Stage.objects.filter(code__in=codes)}


def source_titles(link: Any) -> str:
    """Titles of the sources that the viewer may read, latest first."""
    return "; ".join(dict.fromkeys(citation.source.title for citation in link.readable_citations))


LINKS = Listing(
    name="links",
    title=_("Production links"),
    lead=_("Statements that a factory makes something for a brand: who says so, on what basis and since when."),
    model=ProductionLink,
    url_name="supplychain:link-list",
    queryset=lambda user: ProductionLink.objects.visible_to(user).for_listing().with_sources_for(user),
    filterset_class=LinkFilterSet,
    serializer="supplychain.serializers.LinkSerializer",
    columns=(
        Column("id", _("Statement"), lambda row: row.public_id, record_cell),
        Column(
            "factory",
            _("Factory"),
            lambda row: row.factory.name,
            lambda row, _value: record_link(row.factory),
            sort="factory",
        ),
        Column("country", _("Country"), lambda row: str(row.factory.country), code=lambda row: row.factory.country_id),
        Column("brand", _("Brand"), lambda row: str(row.brand), sort="brand"),
        Column("product", _("Product model"), lambda row: row.product_model.name if row.product_model else None),
        Column("stage", _("Stage"), lambda row: str(row.stage) if row.stage else None, code=lambda row: row.stage_id),
        Column("component", _("Component"), lambda row: row.component, default=False),
        Column(
            "role",
            _("Role of the operator"),
            lambda row: row.get_role_display(),
            default=False,
            code=lambda row: row.role,
        ),
        Column(
            "confidence",
            _("Confidence"),
            lambda row: row.get_confidence_display(),
            lambda row, _value: confidence(row.confidence, row.get_basis_display()),
            code=lambda row: row.confidence,
        ),
        Column("basis", _("Basis"), lambda row: row.get_basis_display(), default=False, code=lambda row: row.basis),
        Column("sources", _("Who says so"), lambda row: source_titles(row) or None),
        Column("first_seen", _("First seen"), lambda row: row.first_seen, sort="first_seen"),
        Column("last_seen", _("Last seen"), lambda row: row.last_seen, sort="last_seen"),
        Column("valid_from", _("Valid from"), lambda row: row.valid_from, default=False),
        Column("valid_to", _("Valid to"), lambda row: row.valid_to, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("updated", _("Last change"), ("updated_at",), "day"),
        Sort("factory", _("Factory"), ("factory__sort_key",)),
        Sort("brand", _("Brand"), ("brand__organisation__sort_key",)),
        Sort("first_seen", _("First seen"), ("first_seen",), "day"),
        Sort("last_seen", _("Last seen"), ("last_seen",), "day"),
    ),
    default_sort="-updated",
    facets=(
        TalliedFacet("confidence", _("Confidence"), options=Confidence.choices),
        TalliedFacet("basis", _("Basis"), options=Basis.choices),
        TalliedFacet("stage", _("Stage"), field="stage_id", labels=stage_labels),
        TalliedFacet("country", _("Country"), field="factory__country_id", labels=country_labels),
        TalliedFacet(
            "brand",
            _("Brand"),
            field="brand__public_id",
            label_field="brand__organisation__name",
            named=brands_named,
            keys=brand_keys,
        ),
    ),
    empty_text=_("No statement answers to all of this."),
)
