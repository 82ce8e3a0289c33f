"""The page of a production link: the statement itself."""

from typing import Any

from django.http import HttpRequest

from core.access import access_of
from core.models import PublicRecord
from supplychain.models import ProductionLink
from supplychain.queries.links import cited
from supplychain.views.records import SupplyChainView


class LinkView(SupplyChainView):
    model = ProductionLink
    template_name = "supplychain/link_detail.html"
    page = "link"
    list_name = "links"

    def queryset(self, request: HttpRequest) -> Any:
        related = ("factory__country", "brand__organisation", "product_model", "stage")
        return super().queryset(request).select_related(*related)

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        assert isinstance(record, ProductionLink)  # noqa: S101 (the model of this view)
        citations = record.citations.select_related("source").order_by("-seen_on", "source_id")
        visible = ProductionLink.objects.visible_to(request.user)
        readers = record.readers.select_related("organisation") if access_of(request.user).sees_restricted else []
        return {
            "sources": [cited(citation, request.user) for citation in citations],
            "readers": readers,
            "successor": visible.filter(pk=record.superseded_by_id).first(),
            "predecessors": visible.filter(superseded_by=record.pk).order_by("-created_at", "pk"),
        }
