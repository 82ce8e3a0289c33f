"""What the pages of all supply chain records share: the way back, the record in the API, its history."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from core.models import PublicRecord
from core.views.records import RecordView


class SupplyChainView(RecordView):
    """A page of a record of this app; `list_name` is its list in the API's addresses."""

    list_name = ""

    def context(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        kind = record.URL_NAME.removesuffix("-detail")
        common = {
            "api_url": address(f"api:{self.list_name}-detail", record.public_id),
            "history_url": address(f"{kind}-history", record.public_id),
        }
        return common | super().context(request, record)


def address(name: str, *arguments: str) -> str:
    """Address of a page; empty where the page does not exist."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""
