"""The read API of outreach."""

from typing import Any

from rest_framework import serializers

from campaigns.listing.outreach import ACTIVITIES
from campaigns.models import Activity
from core.api.serializers import RecordSerializer
from core.api.viewsets import ListingViewSet
from procurement.api.serializers import NamedSerializer


class TotalSerializer(serializers.Serializer[Any]):
    """The figure of one measure. Figures of two measures must not be added to each other."""

    measure = serializers.CharField()
    number = serializers.IntegerField()
    is_estimate = serializers.BooleanField()


class PartSerializer(TotalSerializer):
    """A part of the measure's total: by sex, by age band or by country."""

    sex = serializers.CharField()
    age_band = serializers.CharField()
    country = serializers.CharField(source="country_id", allow_null=True)


class StopSerializer(serializers.Serializer[Any]):
    held_on = serializers.DateField()
    country = serializers.CharField(source="country_id", allow_null=True)
    city = serializers.CharField()
    venue = serializers.CharField()


class ActivitySerializer(RecordSerializer):
    """The lead partner owns the figures; `co_partners` took part, and nothing is counted for them again."""

    list_name = "activities"

    project = NamedSerializer()
    lead = NamedSerializer()
    co_partners = NamedSerializer(source="partners_who_joined", many=True)
    country = serializers.CharField(source="country_id", allow_null=True)
    work_package = serializers.CharField(source="work_package.code", allow_null=True, default=None)
    totals = TotalSerializer(many=True)

    class Meta:
        model = Activity
        fields = (
            *RecordSerializer.FIELDS,
            "name",
            "type",
            "state",
            "project",
            "work_package",
            "lead",
            "co_partners",
            "starts_on",
            "ends_on",
            "country",
            "city",
            "venue",
            "is_online",
            "language",
            "audience_group",
            "totals",
            "is_demo",
        )


class ActivityDetailSerializer(ActivitySerializer):
    """With the description, the stops and the parts of the figures."""

    counts = serializers.SerializerMethodField()
    stops = StopSerializer(many=True)

    class Meta(ActivitySerializer.Meta):
        fields = (*ActivitySerializer.Meta.fields, "description", "stops", "counts")

    def get_counts(self, record: Activity) -> list[dict[str, Any]]:
        return list(PartSerializer(record.counts.order_by("pk"), many=True).data)


class ActivityViewSet(ListingViewSet):
    listing = ACTIVITIES
    serializer_class = ActivitySerializer
    detail_serializer_class = ActivityDetailSerializer


ROUTES = [("activities", ActivityViewSet)]
