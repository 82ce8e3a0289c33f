"""The read API of campaigns."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from campaigns.listing.pages import CAMPAIGNS
from campaigns.models import Campaign
from campaigns.queries.pages import figures_of, public_activities, publications_of
from core.api.serializers import RecordSerializer, viewer_of
from core.api.viewsets import ListingViewSet
from procurement.api.serializers import NamedSerializer


class FigureSerializer(serializers.Serializer[Any]):
    """What approved activities counted, of one measure. Never add figures of two measures."""

    measure = serializers.CharField()
    number = serializers.IntegerField()
    activities = serializers.IntegerField()
    has_estimates = serializers.BooleanField()


class CampaignSerializer(RecordSerializer):
    list_name = "campaigns"

    lead = NamedSerializer()
    project = NamedSerializer()

    class Meta:
        model = Campaign
        fields = (
            *RecordSerializer.FIELDS,
            "name",
            "slogan",
            "lead",
            "project",
            "starts_on",
            "ends_on",
            "is_published",
            "is_demo",
        )


class CampaignDetailSerializer(CampaignSerializer):
    """`activities` are those that everyone sees."""

    figures = serializers.SerializerMethodField()
    activities = serializers.SerializerMethodField()
    publications = serializers.SerializerMethodField()

    class Meta(CampaignSerializer.Meta):
        fields = (*CampaignSerializer.Meta.fields, "story", "figures", "activities", "publications")

    @extend_schema_field(FigureSerializer(many=True))
    def get_figures(self, record: Any) -> Any:
        return FigureSerializer(figures_of(record), many=True).data

    @extend_schema_field(NamedSerializer(many=True))
    def get_activities(self, record: Any) -> Any:
        return NamedSerializer(public_activities(record), many=True).data

    @extend_schema_field(NamedSerializer(many=True))
    def get_publications(self, record: Any) -> Any:
        return NamedSerializer(publications_of(record, viewer_of(self.context)), many=True).data


class CampaignViewSet(ListingViewSet):
    listing = CAMPAIGNS
    serializer_class = CampaignSerializer
    detail_serializer_class = CampaignDetailSerializer


ROUTES = [("campaigns", CampaignViewSet)]
