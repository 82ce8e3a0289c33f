"""The read API of campaigns."""

from rest_framework import serializers

from campaigns.listing import PARTNERS
from campaigns.models import Partner
from core.api.serializers import Citation, RecordSerializer
from core.api.viewsets import ListingViewSet


class PartnerSerializer(RecordSerializer):
    """`area` is the country or region a partner works in, as the source words it."""

    list_name = "partners"

    name_local = serializers.CharField(source="organisation.name_local")
    country = serializers.CharField(source="organisation.country_id", allow_null=True)
    website = serializers.CharField(source="organisation.website")

    class Meta:
        model = Partner
        fields = (*RecordSerializer.FIELDS, "name", "name_local", "country", "website", "is_demo", "role", "area")

    def citations(self, record: Partner) -> list[Citation]:
        source = record.source
        return [Citation(source, seen_on=source.retrieved_on)] if source else []


class PartnerViewSet(ListingViewSet):
    listing = PARTNERS
    serializer_class = PartnerSerializer


ROUTES = [("partners", PartnerViewSet)]
