"""The core's own part of the API."""

from core.api.serializers import SourceSerializer
from core.api.viewsets import ListingViewSet
from core.listing.records import SOURCES


class SourceViewSet(ListingViewSet):
    listing = SOURCES
    serializer_class = SourceSerializer


ROUTES = [("sources", SourceViewSet)]
