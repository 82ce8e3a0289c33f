"""OpenAPI description of lists, taken from their filters, sorts and sizes."""

from typing import Any

from django.db import DatabaseError
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from core.filters.fields import DayField, YesNoField
from core.filters.filters import AnyOfFilter, RecordsFilter, WordedFilter
from core.listing.address import DEFAULT_SIZE, GREATEST_SIZE
from core.listing.listing import Listing


class BearerTokenScheme(OpenApiAuthenticationExtension):
    target_class = "core.api.authentication.BearerTokenAuthentication"
    name = "bearerToken"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {"type": "http", "scheme": "bearer", "description": "A key from one's own account page."}


class ListingSchema(AutoSchema):
    """Adds the list's parameters and its envelope."""

    view: Any

    def get_override_parameters(self) -> list[Any]:
        return parameters_of(self.view.listing) if self.view.action == "list" else []

    def get_filter_backends(self) -> list[Any]:
        return []

    def _get_paginator(self) -> Any:
        return Envelope() if self.view.action == "list" else None

    def _is_list_view(self, serializer: Any = None) -> bool:
        return self.view.action == "list"


class Envelope:
    """Tells the schema how `core.api.envelope` looks."""

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return []

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["count", "count_is_exact", "next", "previous", "results"],
            "properties": {
                "count": {
                    "type": "integer",
                    "nullable": True,
                    "description": "Number of rows; a lower bound where it is not exact.",
                },
                "count_is_exact": {"type": "boolean"},
                "next": address,
                "previous": address,
                "results": schema,
            },
        }


def parameters_of(listing: Listing) -> list[OpenApiParameter]:
    """The parameters that the list's address takes."""
    sorts = [name for sort in listing.sorts for name in (sort.name, f"-{sort.name}")]
    size = {"type": "integer", "minimum": 1, "maximum": GREATEST_SIZE, "default": DEFAULT_SIZE}
    own = [
        OpenApiParameter("sort", str, enum=sorts, default=listing.default_sort, description="Order of the rows."),
        OpenApiParameter("after", str, description="Position from `next` or `previous` of another page."),
        OpenApiParameter("size", size, description="Rows per page."),
    ]
    filters = listing.filters.base_filters.items()
    return [_parameter(name, filter_) for name, filter_ in filters] + own


def _codes(filter_: AnyOfFilter) -> list[str] | None:
    """The codes that a filter knows; those kept in a table are unknown before the first migration."""
    try:
        return list(filter_.pairs()) or None
    except DatabaseError:
        return None


def _parameter(name: str, filter_: WordedFilter) -> OpenApiParameter:
    label = str(filter_.label or name)
    if isinstance(filter_, RecordsFilter):
        description = f"{label}: `{filter_.key}` of a record; several mean any of them."
        return OpenApiParameter(name, str, many=True, description=description)
    if isinstance(filter_, AnyOfFilter):
        return OpenApiParameter(name, str, many=True, enum=_codes(filter_), description=f"{label}: any of several.")
    kinds = {DayField: OpenApiTypes.DATE, YesNoField: OpenApiTypes.STR}
    kind = next((kind for field, kind in kinds.items() if issubclass(filter_.field_class, field)), OpenApiTypes.STR)
    codes = ["yes", "no"] if issubclass(filter_.field_class, YesNoField) else None
    return OpenApiParameter(name, kind, enum=codes, description=label)
