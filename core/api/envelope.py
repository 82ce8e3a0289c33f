"""The envelope around every list of the API."""

from typing import Any

from rest_framework.request import Request

from core.listing.selection import Selection


def envelope(selection: Selection, objects: Any, request: Request) -> dict[str, Any]:
    """`count` is a lower bound where it is not exact; `next` and `previous` are addresses."""
    return {
        "count": selection.total.number,
        "count_is_exact": selection.total.is_exact,
        "next": _address(request, selection.page.next),
        "previous": _address(request, selection.page.previous),
        "results": objects,
    }


def _address(request: Request, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    query = request.query_params.copy()
    query["after"] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
