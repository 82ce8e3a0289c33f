"""The page of a list and its files, all from one `Listing`."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import View

from core.filters.fields import refusal
from core.listing.listing import Listing
from core.listing.selection import Selection
from core.views.downloads import download


class ListingView(View):
    """`ListingView.as_view(listing=FACTORIES)`.

    GET answers with the page, or with `format=` with all rows as a file. What the address asks and
    the list cannot do is said on the page and refused (400) in a file.
    """

    listing: Listing = None  # type: ignore[assignment]
    template_name = "components/listing/page.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        selection = Selection(self.listing, request.GET, request.user)
        if selection.address.format:
            return self.file(request, selection)
        return render(request, self.template_name, self.context(selection))

    def context(self, selection: Selection) -> dict[str, Any]:
        """What the template shows; subclasses may add to it."""
        return {"listing": self.listing, "selection": selection, "page": selection.page}

    def file(self, request: HttpRequest, selection: Selection) -> HttpResponseBase:
        wanted = selection.address.format
        problems = dict(selection.problems)
        if wanted not in self.listing.formats:
            problems["format"] = [refusal(wanted, ", ".join(self.listing.formats))]
        if problems:
            return refused(problems)
        return download(request, selection)


def refused(problems: dict[str, list[str]]) -> HttpResponse:
    """400 in the shape of the API's errors."""
    return JsonResponse({"detail": _("The address asks for something unknown."), "fields": problems}, status=400)
