"""The list of product models."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.listing import IS_DEMO, Column, Facet, Listing, Sort
from core.listing.cells import record_cell
from supplychain.filters import ProductFilterSet
from supplychain.listing.organisations import number_of
from supplychain.models import ProductCategory, ProductModel
from supplychain.queries.moments import NOW

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def products_for(user: "User | AnonymousUser") -> QuerySet[Any]:
    """Models with the number of factories that visible links for the model name."""
    models = ProductModel.objects.visible_to(user).for_listing().select_related("source")
    return models.annotate(factories_count=number_of(NOW.links(user), "product_model", "factory"))


PRODUCTS = Listing(
    name="products",
    title=_("Product models"),
    lead=_("Models under a brand, with the factories that sources link to the model itself."),
    model=ProductModel,
    url_name="supplychain:product-list",
    queryset=products_for,
    filterset_class=ProductFilterSet,
    serializer="supplychain.serializers.ProductSerializer",
    columns=(
        Column("name", _("Model"), lambda row: row.name, record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("brand", _("Brand"), lambda row: str(row.brand), sort="brand"),
        Column("category", _("Category"), lambda row: str(row.category)),
        Column("regulatory_model", _("Regulatory model number"), lambda row: row.regulatory_model),
        Column("factories", _("Factories on record"), lambda row: row.factories_count, sort="factories", numeric=True),
        Column("is_demo", _("Fictional demo record"), lambda row: row.is_demo, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("name", _("Model"), ("sort_key",)),
        Sort("brand", _("Brand"), ("brand__organisation__sort_key", "sort_key")),
        Sort("factories", _("Factories on record"), ("factories_count",), "number"),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="name",
    facets=(
        Facet(
            "category",
            _("Category"),
            field="category_id",
            labels=lambda codes: {row.code: str(row) for row in ProductCategory.objects.filter(code__in=codes)},
        ),
        Facet("brand", _("Brand"), field="brand__public_id", label_field="brand__organisation__name"),
    ),
    empty_text=_("No model answers to all of this."),
)
