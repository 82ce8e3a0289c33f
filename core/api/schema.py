"""OpenAPI description of lists, taken from their filters and sorts."""

from drf_spectacular.openapi import AutoSchema


class ListingSchema(AutoSchema):
    """Adds the parameters of the list and its envelope."""
