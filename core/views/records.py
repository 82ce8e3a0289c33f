"""The page of one record, found by its public identifier."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views import View

from core.listing.registry import listings
from core.lookup import Merged, find
from core.models import PublicRecord
from core.panels import panels_for


class RecordView(View):
    """Base of all detail pages.

    Set `model`, `template_name` and, where upper apps add panels, `page` (a key of
    `settings.PANELS`). Override `queryset` for related rows and `details` for more context. The
    template gets `record`, `panels` and what `details` gives. A record that was merged answers 301 to
    the survivor; one that is unknown or hidden from the viewer 404.
    """

    model: type[PublicRecord]
    template_name = ""
    page = ""

    def get(self, request: HttpRequest, public_id: str) -> HttpResponse:
        try:
            record = find(self.queryset(request), public_id)
        except Merged as merged:
            return HttpResponsePermanentRedirect(self.address_of(merged.survivor))
        return render(request, self.template_name, self.context(request, record))

    def queryset(self, request: HttpRequest) -> Any:
        """Records that this viewer may see, with what the page shows of the row itself."""
        return self.model._default_manager.visible_to(request.user)

    def address_of(self, record: PublicRecord) -> str:
        return record.get_absolute_url()

    def context(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        panels = panels_for(self.page, request, record) if self.page else []
        common = {"record": record, "panels": panels, "crumbs": crumbs_of(record)}
        return common | self.details(request, record)

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        """More context of the template; everything in it is visible to the viewer."""
        return {}


def crumbs_of(record: PublicRecord) -> list[dict[str, str]]:
    """The way to the record's page: its list, then the record itself; nothing where there is no list."""
    way = list_crumbs(record)
    return [*way, {"label": str(record), "url": ""}] if way else []


def list_crumbs(record: PublicRecord) -> list[dict[str, str]]:
    """The way back to the list that holds the record; nothing for a kind without a list of its own."""
    name = f"{record.URL_NAME.removesuffix('-detail')}-list"
    try:
        address = reverse(name)
    except NoReverseMatch:
        return []
    titles = {listing.url_name: listing.title for listing in listings().values()}
    return [{"label": str(titles.get(name, record._meta.verbose_name_plural)), "url": address}]
