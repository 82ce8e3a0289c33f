"""The read API of publications."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from campaigns.enums.research import PartyRole
from campaigns.listing.research import PUBLICATIONS, parties_of, subjects_of
from campaigns.models import Publication
from core.api.serializers import Citation, RecordSerializer
from core.api.viewsets import ListingViewSet
from procurement.api.serializers import NamedSerializer


class PublicationSerializer(RecordSerializer):
    """`sources` holds the publication itself, as other records cite it."""

    list_name = "publications"

    title = serializers.CharField(source="name")
    title_local = serializers.CharField(source="name_local")
    authors = serializers.SerializerMethodField()
    commissioned_by = serializers.SerializerMethodField()
    countries = serializers.SerializerMethodField()
    minerals = serializers.SerializerMethodField()
    stages = serializers.SerializerMethodField()
    brands = serializers.SerializerMethodField()
    factories = serializers.SerializerMethodField()
    address = serializers.CharField(source="url")

    class Meta:
        model = Publication
        fields = (
            *RecordSerializer.FIELDS,
            "title",
            "title_local",
            "year",
            "published_on",
            "authors",
            "author_names",
            "commissioned_by",
            "countries",
            "minerals",
            "stages",
            "brands",
            "factories",
            "issues",
            "languages",
            "summary",
            "address",
            "is_published",
            "is_demo",
        )

    def citations(self, record: Any) -> list[Citation]:
        return [Citation(record.source)] if record.source else []

    @extend_schema_field(NamedSerializer(many=True))
    def get_authors(self, record: Any) -> Any:
        return NamedSerializer(parties_of(record, PartyRole.AUTHOR), many=True).data

    @extend_schema_field(NamedSerializer(many=True))
    def get_commissioned_by(self, record: Any) -> Any:
        return NamedSerializer(parties_of(record, PartyRole.COMMISSIONER), many=True).data

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_countries(self, record: Any) -> list[str]:
        return [found.pk for found in subjects_of(record, "country")]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_minerals(self, record: Any) -> list[str]:
        return [found.pk for found in subjects_of(record, "mineral")]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_stages(self, record: Any) -> list[str]:
        return [found.pk for found in subjects_of(record, "stage")]

    @extend_schema_field(NamedSerializer(many=True))
    def get_brands(self, record: Any) -> Any:
        return NamedSerializer(subjects_of(record, "brand"), many=True).data

    @extend_schema_field(NamedSerializer(many=True))
    def get_factories(self, record: Any) -> Any:
        return NamedSerializer(subjects_of(record, "factory"), many=True).data


class PublicationViewSet(ListingViewSet):
    listing = PUBLICATIONS
    serializer_class = PublicationSerializer


ROUTES = [("publications", PublicationViewSet)]
