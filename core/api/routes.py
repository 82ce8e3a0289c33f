"""The core's own part of the API."""

from core.api.serializers import ImportRunSerializer, JobSerializer, ReportSerializer, SourceSerializer
from core.api.viewsets import ListingViewSet
from core.listing.records import IMPORTS, JOBS, REPORTS, SOURCES


class SourceViewSet(ListingViewSet):
    listing = SOURCES
    serializer_class = SourceSerializer


class JobViewSet(ListingViewSet):
    listing = JOBS
    serializer_class = JobSerializer


class ReportViewSet(ListingViewSet):
    listing = REPORTS
    serializer_class = ReportSerializer


class ImportRunViewSet(ListingViewSet):
    listing = IMPORTS
    serializer_class = ImportRunSerializer


ROUTES = [("sources", SourceViewSet), ("reports", ReportViewSet), ("jobs", JobViewSet), ("imports", ImportRunViewSet)]
