"""Administration of outreach. States move through the workflow and figures through the activity's own page."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import ActivityState
from campaigns.models import (
    Activity,
    ActivityContract,
    ActivityPartner,
    ActivityProcurer,
    ActivityStop,
    AudienceCount,
    EventPreset,
    EvidenceFile,
)
from campaigns.queries.histories import ACTIVITY
from campaigns.services.outreach.evidence import forget_files
from campaigns.services.outreach.guards import ask_guards
from core.admin.base import RecordAdmin, RecordInline


class CountInline(RecordInline):
    model = AudienceCount
    allows = frozenset({"view"})
    fields = ("measure", "number", "is_estimate", "sex", "age_band", "country")


class CoPartnerInline(RecordInline):
    model = ActivityPartner
    fields = ("partner",)


class ActivityProcurerInline(RecordInline):
    model = ActivityProcurer
    fields = ("procurer",)


class ActivityContractInline(RecordInline):
    model = ActivityContract
    fields = ("contract",)


class StopInline(RecordInline):
    model = ActivityStop
    fields = ("held_on", "city", "country", "venue")


class EvidenceInline(RecordInline):
    model = EvidenceFile
    allows = frozenset({"view"})
    fields = readonly_fields = ("title", "name", "content_type", "size", "people", "is_published")


@admin.register(Activity)
class ActivityAdmin(RecordAdmin):
    history = ACTIVITY
    list_display = ("name", "public_id", "type", "state", "starts_on", "lead", "project", "is_demo")
    list_filter = ("state", "type", "is_demo")
    search_fields = ("search_text", "public_id", "city")
    date_hierarchy = "starts_on"
    ordering = ("-starts_on", "pk")
    readonly_fields = ("state", "author", "submitted_by", "approved_by", "approved_at", "client_id")
    groups = (
        (_("What"), ("project", "work_package", "lead", "type", "name", "description", "event")),
        (_("When and where"), ("starts_on", "ends_on", "country", "city", "venue", "is_online", "language")),
        (_("For whom"), ("audience_group", "is_announced")),
        (_("State"), ("state", "author", "submitted_by", "approved_by", "approved_at")),
    )
    inlines = (CountInline, CoPartnerInline, StopInline, ActivityProcurerInline, ActivityContractInline, EvidenceInline)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _moves(obj, obj.state if obj else "")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _moves(obj, "")

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """With its files."""
        forget_files(obj.evidence.values_list("path", flat=True))
        super().delete_model(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Each is removed by itself: a guard may forbid it."""
        return {}


def _moves(activity: Any, to_state: str) -> bool:
    """Whether nothing forbids to touch it: it is not locked, nor its period closed."""
    if activity is None:
        return True
    try:
        ask_guards(activity, to_state)
    except ValidationError:
        return False
    return bool(activity.state != ActivityState.LOCKED)


@admin.register(EventPreset)
class EventPresetAdmin(RecordAdmin):
    list_display = ("name", "public_id", "project", "lead", "starts_on", "is_demo")
    list_filter = ("type", "is_demo")
    search_fields = ("name", "public_id", "city")
    ordering = ("-starts_on", "pk")
    groups = (
        (_("What"), ("project", "lead", "type", "name")),
        (_("When and where"), ("starts_on", "ends_on", "country", "city", "venue", "is_online", "language")),
        (_("For whom"), ("audience_group",)),
    )
