"""The page of a product model."""

from typing import Any

from django.http import HttpRequest

from core.models import PublicRecord
from supplychain.models import ProductModel
from supplychain.queries.links import by_stage, cited, shown_links
from supplychain.queries.moments import NOW
from supplychain.queries.profiles import gaps_of
from supplychain.views.records import SupplyChainView


class ProductView(SupplyChainView):
    model = ProductModel
    template_name = "supplychain/product_detail.html"
    page = "product"
    list_name = "products"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).select_related("brand__organisation", "category", "source")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        assert isinstance(record, ProductModel)  # noqa: S101 (the model of this view)
        links = NOW.links(request.user).filter(product_model=record)
        stages = by_stage(shown_links(links, request.user))
        return {
            "stages": stages,
            "gaps": gaps_of(record, stages),
            "cited": cited(record, request.user) if record.source else None,
        }
