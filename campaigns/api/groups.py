"""The read API of groups."""

from rest_framework import serializers

from campaigns.listing.groups import GROUPS
from campaigns.models import WorkingGroup
from core.api.serializers import Citation, RecordSerializer
from core.api.viewsets import ListingViewSet


class GroupSerializer(RecordSerializer):
    """`members_count` and `countries_count` are of the members on record today; quoted sizes are sources' figures."""

    list_name = "groups"

    convener = serializers.CharField(source="convener.public_id", default=None)
    country = serializers.CharField(source="country_id", allow_null=True)
    members_count = serializers.IntegerField()
    countries_count = serializers.IntegerField()

    class Meta:
        model = WorkingGroup
        fields = (
            *RecordSerializer.FIELDS,
            "name",
            "kind",
            "purpose",
            "recruitment_criteria",
            "convener",
            "country",
            "starts_on",
            "ends_on",
            "members_count",
            "countries_count",
            "is_demo",
        )

    def citations(self, record: WorkingGroup) -> list[Citation]:
        source = record.source
        return [Citation(source, seen_on=source.retrieved_on)] if source else []


class GroupViewSet(ListingViewSet):
    listing = GROUPS
    serializer_class = GroupSerializer


ROUTES = [("groups", GroupViewSet)]
