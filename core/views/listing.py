"""The page of a list and its files, all from one `Listing`."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import View

from core.filters.fields import refusal
from core.listing.listing import Listing
from core.listing.selection import Selection
from core.views.downloads import download, start_export


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

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Asks for a file that is written in the background."""
        selection = Selection(self.listing, request.GET, request.user)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        problems = self.problems_of_file(selection)
        if problems or selection.address.format != "xlsx":
            return refused(problems)
        return start_export(request, selection)

    def context(self, selection: Selection) -> dict[str, Any]:
        """What the template shows; subclasses may add to it."""
        return {"listing": self.listing, "selection": selection, "page": selection.page, "problems": selection.problems}

    def file(self, request: HttpRequest, selection: Selection) -> HttpResponseBase:
        problems = self.problems_of_file(selection)
        return refused(problems) if problems else download(request, selection)

    def problems_of_file(self, selection: Selection) -> dict[str, list[str]]:
        wanted, formats = selection.address.format, self.listing.formats
        unknown = {} if wanted in formats else {"format": [refusal(wanted, ", ".join(formats))]}
        return selection.problems | unknown


def refused(problems: dict[str, list[str]]) -> HttpResponse:
    """400 in the shape of the API's errors."""
    return JsonResponse({"detail": _("The address asks for something unknown."), "fields": problems}, status=400)
