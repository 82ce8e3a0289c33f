"""One's own saved searches: keep, open, rename, delete."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.listing.registry import listings
from core.lookup import find
from core.models import SavedSearch, User
from core.services.searches import delete_search, rename_search, save_search


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def saved_searches(request: HttpRequest) -> HttpResponse:
    """The list of saved searches; a list's page posts a new one here."""
    if request.method == "POST":
        return _save(request)
    searches = SavedSearch.objects.visible_to(request.user).order_by("listing", "name", "pk")
    known = listings()
    shown = [(search, known[search.listing]) for search in searches if search.listing in known]
    return render(request, "search/saved.html", {"shown": shown})


def _save(request: HttpRequest) -> HttpResponse:
    listing = listings().get(request.POST.get("listing", ""))
    if listing is None:
        messages.error(request, _("This list does not exist."))
        return redirect("core:saved-search-list")
    query = request.POST.get("query", "").replace("\x00", "")
    try:
        owner = cast(User, request.user)
        search = save_search(owner=owner, listing=listing.name, name=request.POST.get("name", ""), query=query)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(name)s” has been saved.") % {"name": search.name})
    return redirect(f"{listing.get_absolute_url()}?{query}")


@login_required
@require_safe
def open_search(request: HttpRequest, public_id: str) -> HttpResponse:
    """Leads to the list as it was saved."""
    search = find(SavedSearch.objects.visible_to(request.user), public_id)
    listing = listings().get(search.listing)
    if listing is None:
        messages.error(request, _("This list does not exist."))
        return redirect("core:saved-search-list")
    return redirect(f"{listing.get_absolute_url()}?{search.query}")


@login_required
@require_POST
def rename(request: HttpRequest, public_id: str) -> HttpResponse:
    search = find(SavedSearch.objects.visible_to(request.user), public_id)
    try:
        rename_search(search=search, name=request.POST.get("name", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The search has been renamed."))
    return redirect("core:saved-search-list")


@login_required
@require_POST
def delete(request: HttpRequest, public_id: str) -> HttpResponse:
    search = find(SavedSearch.objects.visible_to(request.user), public_id)
    delete_search(search=search)
    messages.success(request, _("“%(name)s” has been deleted.") % {"name": search.name})
    return redirect("core:saved-search-list")
