"""The read API of policy files."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from campaigns.listing.advocacy import POLICIES
from campaigns.models import AdvocacyAction, PolicyFile
from campaigns.queries.advocacy import asked_in, happenings_of
from core.api.serializers import Citation, RecordSerializer, viewer_of
from core.api.viewsets import ListingViewSet
from procurement.api.serializers import NamedSerializer


class RecommendationSerializer(serializers.Serializer[Any]):
    """A recommendation and the latest decision on it."""

    ask = serializers.CharField(source="recommendation.ask")
    outcome = serializers.CharField(source="outcome.state", allow_null=True, default=None)
    decided_on = serializers.DateField(source="outcome.decided_on", allow_null=True, default=None)
    actions = serializers.IntegerField()


class ActionSerializer(serializers.ModelSerializer[Any]):
    """A meeting, letter or the like that the reader may see."""

    partner = NamedSerializer()

    class Meta:
        model = AdvocacyAction
        fields = ("kind", "happened_on", "partner", "subject", "response")


class PolicySerializer(RecordSerializer):
    """`stage`, `since` and `outcome` are as of today."""

    list_name = "policies"

    title = serializers.CharField(source="name")
    institution = NamedSerializer(allow_null=True)
    stage = serializers.CharField(allow_null=True)
    since = serializers.DateField(allow_null=True)
    outcome = serializers.CharField(allow_null=True)
    address = serializers.CharField(source="url")

    class Meta:
        model = PolicyFile
        fields = (
            *RecordSerializer.FIELDS,
            "title",
            "level",
            "institution",
            "country",
            "reference",
            "summary",
            "opened_on",
            "stage",
            "since",
            "outcome",
            "address",
            "is_demo",
        )

    def citations(self, record: Any) -> list[Citation]:
        return [Citation(record.source)] if record.source else []


class PolicyDetailSerializer(PolicySerializer):
    recommendations = serializers.SerializerMethodField()
    actions = serializers.SerializerMethodField()

    class Meta(PolicySerializer.Meta):
        fields = (*PolicySerializer.Meta.fields, "recommendations", "actions")

    @extend_schema_field(RecommendationSerializer(many=True))
    def get_recommendations(self, record: Any) -> Any:
        return RecommendationSerializer(asked_in(record, self._happenings(record)), many=True).data

    @extend_schema_field(ActionSerializer(many=True))
    def get_actions(self, record: Any) -> Any:
        rows = [one.record for one in self._happenings(record) if one.kind == "action"]
        return ActionSerializer(rows, many=True).data

    def _happenings(self, record: Any) -> Any:
        if not hasattr(self, "known"):
            self.known = happenings_of(record, viewer_of(self.context))
        return self.known


class PolicyViewSet(ListingViewSet):
    listing = POLICIES
    serializer_class = PolicySerializer
    detail_serializer_class = PolicyDetailSerializer


ROUTES = [("policies", PolicyViewSet)]
