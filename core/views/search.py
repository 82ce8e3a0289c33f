"""The page of the search over everything."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.filters.fields import LONGEST_VALUE, refusal
from core.search import record_by_id, search, searched

PARAMETERS = ("q", "kind")


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Hits by kind; an identifier leads straight to its record."""
    text = request.GET.get("q", "").strip().replace("\x00", "")[:LONGEST_VALUE]
    record = record_by_id(text, request.user)
    if record is not None:
        return redirect(record)
    only, problems = _read(request)
    kinds = search(text, request.user, only) if text else []
    context: dict[str, Any] = {
        "text": text,
        "only": only,
        "problems": problems,
        "kinds": kinds,
        "shown": [kind for kind in kinds if kind.hits],
        "total": sum(kind.number for kind in kinds),
        "is_exact": all(kind.is_exact for kind in kinds),
    }
    return render(request, "search/search.html", context)


def _read(request: HttpRequest) -> tuple[str, dict[str, list[str]]]:
    """The kind asked for, and what cannot be followed, by parameter."""
    names = [listing.name for listing in searched()]
    only = request.GET.get("kind", "")
    problems = {
        name: [_("There is no parameter “%(name)s” here.") % {"name": name[:80]}]
        for name in request.GET
        if name not in PARAMETERS
    }
    if only and only not in names:
        problems["kind"] = [refusal(only, ", ".join(names))]
        only = ""
    return only, problems
