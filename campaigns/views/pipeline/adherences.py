"""One organisation's part in a pact."""

from typing import Any

from django.http import HttpRequest

from campaigns.models import Adherence
from core.views.records import RecordView


class AdherenceView(RecordView):
    model = Adherence
    template_name = "campaigns/pipeline/adherence_detail.html"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()
