"""The read API of indicators."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from campaigns.listing.results import INDICATORS
from campaigns.models import Indicator
from core.api.serializers import Citation, RecordSerializer
from core.api.viewsets import ListingViewSet


class ProgressSerializer(serializers.Serializer[Any]):
    """One period: target and what approved activities and updates say. `actual` of a percentage is not rounded."""

    starts_on = serializers.DateField(source="period.starts_on")
    ends_on = serializers.DateField(source="period.ends_on")
    state = serializers.CharField(source="period.state")
    target = serializers.DecimalField(18, 4, allow_null=True)
    actual = serializers.DecimalField(None, 4, allow_null=True)
    numerator = serializers.DecimalField(None, 4, source="sums.numerator")
    denominator = serializers.DecimalField(None, 4, source="sums.denominator")
    share = serializers.DecimalField(None, 2, allow_null=True)
    activities = serializers.IntegerField(source="sums.activities")
    updates = serializers.IntegerField(source="sums.updates")
    narrative = serializers.CharField()


class IndicatorSerializer(RecordSerializer):
    """`progress` is of the period that runs on the day asked for (`on`), else today, else of the last that began.

    `measure` is the code of IATI's IndicatorMeasure, 5 for what is told in words.
    """

    list_name = "indicators"

    project = serializers.CharField(source="project.public_id")
    result = serializers.CharField(source="result.code")
    type = serializers.CharField(source="result.type")
    parent = serializers.CharField(source="parent.public_id", default=None)
    partner = serializers.CharField(source="partner.public_id", default=None)
    measure = serializers.CharField(source="iati_measure")
    progress = serializers.SerializerMethodField()

    class Meta:
        model = Indicator
        fields = (
            *RecordSerializer.FIELDS,
            "code",
            "name",
            "project",
            "result",
            "type",
            "parent",
            "partner",
            "definition",
            "kind",
            "unit",
            "measure",
            "is_ascending",
            "counts",
            "baseline_value",
            "baseline_on",
            "baseline_comment",
            "means_of_verification",
            "frequency",
            "progress",
            "is_demo",
        )

    @extend_schema_field(ProgressSerializer(allow_null=True))
    def get_progress(self, record: Any) -> dict[str, Any] | None:
        return ProgressSerializer(record.progress).data if record.progress else None

    def citations(self, record: Indicator) -> list[Citation]:
        source = record.source
        return [Citation(source, seen_on=source.retrieved_on)] if source else []


class IndicatorViewSet(ListingViewSet):
    listing = INDICATORS
    serializer_class = IndicatorSerializer


ROUTES = [("indicators", IndicatorViewSet)]
