"""The core's own part of the API."""

from core.api.serializers import ImportRunSerializer, JobSerializer, SourceSerializer
from core.api.viewsets import ListingViewSet
from core.listing.records import IMPORTS, JOBS, SOURCES


class SourceViewSet(ListingViewSet):
    listing = SOURCES
    serializer_class = SourceSerializer


class JobViewSet(ListingViewSet):
    listing = JOBS
    serializer_class = JobSerializer


class ImportRunViewSet(ListingViewSet):
    listing = IMPORTS
    serializer_class = ImportRunSerializer


ROUTES = [("sources", SourceViewSet), ("jobs", JobViewSet), ("imports", ImportRunViewSet)]
