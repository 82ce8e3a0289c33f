"""Logframes: results, indicators with their periods, updates, and which activities feed what."""

from django.contrib import admin

from campaigns.models import (
    ActivityIndicator,
    Indicator,
    IndicatorPeriod,
    IndicatorUpdate,
    Result,
    UpdateDecision,
    UpdatePart,
)
from campaigns.queries.histories import INDICATOR
from core.admin.base import RecordAdmin, RecordInline


@admin.register(Result)
class ResultAdmin(RecordAdmin):
    list_display = ("code", "title", "type", "project", "position", "is_demo", "updated_at")
    list_select_related = ("project",)
    list_filter = ("type", "is_demo")
    search_fields = ("code", "title")
    groups = (
        (None, ("project", "parent", "code", "title", "type", "position", "source")),
        (None, ("description", "assumptions")),
    )


class PeriodInline(RecordInline):
    model = IndicatorPeriod


@admin.register(Indicator)
class IndicatorAdmin(RecordAdmin):
    history = INDICATOR
    list_display = ("name", "public_id", "code", "result", "partner", "unit", "counts", "is_demo", "updated_at")
    list_filter = ("kind", "unit", "is_demo")
    search_fields = ("search_text", "public_id", "code")
    ordering = ("sort_key", "pk")
    groups = (
        (None, ("result", "parent", "partner", "code", "name", "definition", "position", "source")),
        (None, ("kind", "unit", "is_ascending", "counts", "export_to_iati")),
        (None, ("baseline_value", "baseline_on", "baseline_comment")),
        (None, ("means_of_verification", "collection", "frequency")),
    )
    inlines = (PeriodInline,)


class PartInline(RecordInline):
    model = UpdatePart


class DecisionInline(RecordInline):
    """Decisions are read; the workflow writes them."""

    model = UpdateDecision
    allows = frozenset({"view"})


@admin.register(IndicatorUpdate)
class IndicatorUpdateAdmin(RecordAdmin):
    """Figures can be mended here; handing in and approving are moves of the workflow."""

    list_display = ("__str__", "period", "partner", "state", "approved_by", "is_demo", "updated_at")
    list_select_related = ("period", "partner__organisation", "approved_by")
    list_filter = ("state", "is_demo")
    search_fields = ("period__indicator__search_text", "partner__organisation__search_text", "narrative", "text")
    readonly_fields = ("state",)
    groups = (
        (None, ("period", "partner", "state")),
        (None, ("value", "numerator", "denominator", "narrative", "text")),
    )
    inlines = (PartInline, DecisionInline)


@admin.register(IndicatorPeriod)
class IndicatorPeriodAdmin(RecordAdmin):
    list_display = ("indicator", "starts_on", "ends_on", "target", "state", "is_demo", "updated_at")
    list_select_related = ("indicator",)
    list_filter = ("state", "is_demo")
    search_fields = ("indicator__search_text",)
    groups = ((None, ("indicator", "starts_on", "ends_on", "target", "target_comment", "actual_comment", "state")),)


@admin.register(ActivityIndicator)
class ActivityIndicatorAdmin(RecordAdmin):
    list_display = ("activity", "indicator", "is_demo", "updated_at")
    list_select_related = ("activity", "indicator")
    list_filter = ("is_demo",)
    search_fields = ("activity__search_text", "indicator__search_text")
    groups = ((None, ("activity", "indicator")),)
