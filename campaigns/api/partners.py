"""The read API of campaigns."""

from rest_framework import serializers

from campaigns.listing.partners import PARTNERS
from campaigns.models import Partner, ProjectPartner
from core.api.serializers import Citation, RecordSerializer
from core.api.viewsets import ListingViewSet


class ParticipationSerializer(serializers.ModelSerializer[ProjectPartner]):
    """What the partner is in one project."""

    id = serializers.CharField(source="project.public_id")
    name = serializers.CharField(source="project.name")

    class Meta:
        model = ProjectPartner
        fields = ("id", "name", "role")


class PartnerSerializer(RecordSerializer):
    """`area` is the country or region a partner works in, as the source words it."""

    list_name = "partners"

    name_local = serializers.CharField(source="organisation.name_local")
    country = serializers.CharField(source="organisation.country_id", allow_null=True)
    projects = ParticipationSerializer(source="participations", many=True)
    website = serializers.CharField(source="organisation.website")

    class Meta:
        model = Partner
        fields = (*RecordSerializer.FIELDS, "name", "name_local", "country", "website", "is_demo", "projects", "area")

    def citations(self, record: Partner) -> list[Citation]:
        source = record.source
        return [Citation(source, seen_on=source.retrieved_on)] if source else []


class PartnerViewSet(ListingViewSet):
    listing = PARTNERS
    serializer_class = PartnerSerializer


ROUTES = [("partners", PartnerViewSet)]
