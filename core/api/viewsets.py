"""The read API of a list: the same filters, sorts and rows as its page."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.encoding import force_bytes
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from core.api.envelope import envelope
from core.api.errors import UnknownParameters
from core.api.schema import ListingSchema
from core.api.serializers import RecordSerializer, api_address
from core.listing.listing import Listing
from core.listing.selection import Selection
from core.lookup import Merged, find


class ListingViewSet(GenericViewSet[Any]):
    """`GET /api/v1/<list>/` and `GET /api/v1/<list>/<public id>/`.

    Set `listing` and `serializer_class`; `detail_serializer_class` where an object alone says
    more than in the list. Parameters that are unknown or have an unknown value are refused.
    """

    listing: Listing
    serializer_class: type[RecordSerializer]
    detail_serializer_class: type[RecordSerializer] | None = None
    schema = ListingSchema()
    lookup_field = "public_id"
    lookup_value_regex = "[^/]+"
    http_method_names: Sequence[str] = ["get", "head", "options"]

    def get_queryset(self) -> Any:
        return self.listing.queryset(self.request.user)

    def get_serializer_class(self) -> Any:
        if self.action == "retrieve" and self.detail_serializer_class:
            return self.detail_serializer_class
        return self.serializer_class

    def list(self, request: Request) -> Response:
        selection = Selection(self.listing, request.query_params, request.user)
        problems = dict(selection.problems)
        if problems:
            raise UnknownParameters(problems)
        objects = self.get_serializer(selection.page.rows, many=True).data
        return Response(envelope(selection, objects, request))

    def retrieve(self, request: Request, public_id: str) -> HttpResponseBase:
        if request.query_params:
            raise UnknownParameters({name: ["This address takes no parameters."] for name in request.query_params})
        try:
            record = find(self.get_queryset(), public_id)
        except Merged as merged:
            return HttpResponsePermanentRedirect(
                api_address(self.listing.name, merged.survivor.public_id, {"request": request})
            )
        return self.tagged(request, self.get_serializer(record).data)

    def tagged(self, request: Request, data: Any) -> HttpResponseBase:
        """The object with its ETag; 304 to who has it already."""
        response = Response(data)
        content = force_bytes(request.accepted_renderer.render(data))
        etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        response["ETag"] = etag
        answer = get_conditional_response(request._request, etag=etag, response=response)
        return answer if answer is not None else HttpResponse(status=500)
