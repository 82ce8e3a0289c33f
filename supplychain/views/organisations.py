"""Pages of brands and companies."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from core.models import PublicRecord
from supplychain.enums import CompanyRole
from supplychain.models import Brand, Company, Factory
from supplychain.queries.links import shown_links
from supplychain.queries.moments import NOW
from supplychain.queries.profiles import brands_supplied, lists_of, models_of, relations_of, sites_by_stage
from supplychain.views.records import SupplyChainView, address

SHOWN_ROWS = 50


class BrandView(SupplyChainView):
    model = Brand
    template_name = "supplychain/brand_detail.html"
    page = "brand"
    list_name = "brands"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).select_related("organisation__country", "organisation__parent")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        assert isinstance(record, Brand)  # noqa: S101 (the model of this view)
        links = NOW.links(request.user).filter(brand=record)
        found = shown_links(links, request.user, limit=SHOWN_ROWS + 1)
        relations = list(relations_of(record, request.user)[: SHOWN_ROWS + 1])
        return {
            "stages": sites_by_stage(links),
            "links": found[:SHOWN_ROWS],
            "has_more_links": len(found) > SHOWN_ROWS,
            "list_url": f"{address('supplychain:factory-list')}?brand={record.public_id}",
            "models": models_of(record, request.user),
            "lists": lists_of(record, request.user, timezone.localdate()),
            "relations": relations[:SHOWN_ROWS],
            "has_more_relations": len(relations) > SHOWN_ROWS,
        }


class CompanyView(SupplyChainView):
    model = Company
    template_name = "supplychain/company_detail.html"
    page = "company"
    list_name = "companies"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).select_related("organisation__country", "organisation__parent")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        assert isinstance(record, Company)  # noqa: S101 (the model of this view)
        sites = Factory.objects.visible_to(request.user).filter(operator=record).select_related("country")
        factories = list(sites.order_by("sort_key", "pk")[: SHOWN_ROWS + 1])
        relations = list(relations_of(record, request.user)[: SHOWN_ROWS + 1])
        return {
            "roles": [CompanyRole(role).label for role in record.roles],
            "list_url": f"{address('supplychain:factory-list')}?operator={record.public_id}",
            "factories": factories[:SHOWN_ROWS],
            "has_more_factories": len(factories) > SHOWN_ROWS,
            "brands": brands_supplied(record, request.user),
            "relations": relations[:SHOWN_ROWS],
            "has_more_relations": len(relations) > SHOWN_ROWS,
            "parts": _other_companies(record, request),
        }


def _other_companies(company: Company, request: HttpRequest) -> Any:
    """Companies of the same group: parts of this one."""
    companies = Company.objects.visible_to(request.user).filter(organisation__parent=company.organisation_id)
    return companies.for_listing().by_name()
