"""OpenAPI description of lists, taken from their filters and sorts."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema


class ListingSchema(AutoSchema):
    """Adds the parameters of the list and its envelope."""


class BearerTokenScheme(OpenApiAuthenticationExtension):
    """How programs sign in."""

    target_class = "core.api.authentication.BearerTokenAuthentication"
    name = "bearerToken"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {"type": "http", "scheme": "bearer"}
