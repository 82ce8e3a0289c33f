"""Pages of campaign partners."""

from typing import Any

from django.http import HttpRequest

from campaigns.models import Partner
from core.views.records import RecordView


class PartnerView(RecordView):
    """One partner: role, area, where to find it, and who says so."""

    model = Partner
    template_name = "campaigns/partner_detail.html"
    page = "partner"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()
