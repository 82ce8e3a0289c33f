"""Imports and background work: to be read, not to be typed."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin
from core.models import ImportRow, ImportRun, Job, NameWord, ReportRecipient, ReportSchedule


@admin.register(ImportRun)
class ImportRunAdmin(RecordAdmin):
    allows = frozenset({"view"})
    list_display = ("file_name", "public_id", "kind", "state", "actor", "started_at", "read_count", "rejected_count")
    list_select_related = ("actor",)
    list_filter = ("kind", "state")
    search_fields = ("file_name", "public_id", "sha256", "reason")
    date_hierarchy = "started_at"
    ordering = ("-started_at", "pk")
    groups = (
        (_("File"), ("kind", "file_name", "sha256", "mapping", "sources")),
        (_("Run"), ("state", "actor", "reason", "started_at", "finished_at")),
        (
            _("Rows"),
            (
                "read_count",
                "created_count",
                "changed_count",
                "unchanged_count",
                "review_count",
                "rejected_count",
                "warning_count",
            ),
        ),
    )


@admin.register(ImportRow)
class ImportRowAdmin(RecordAdmin):
    allows = frozenset({"view"})
    list_display = ("number", "run", "verdict")
    list_select_related = ("run",)
    list_filter = ("verdict",)
    search_fields = ("run__public_id", "run__file_name")
    ordering = ("-run", "number")
    groups = ((None, ("run", "number", "verdict", "raw", "messages")),)


@admin.register(Job)
class JobAdmin(RecordAdmin):
    allows = frozenset({"view", "delete"})
    list_display = ("title", "public_id", "kind", "state", "requested_by", "done", "total", "created_at")
    list_select_related = ("requested_by",)
    list_filter = ("kind", "state")
    search_fields = ("title", "public_id", "requested_by__email")
    date_hierarchy = "created_at"
    ordering = ("-created_at", "pk")
    groups = (
        (_("Work"), ("kind", "title", "parameters", "requested_by", "parent", "retry_of")),
        (_("Progress"), ("state", "done", "total", "message", "cancel_requested")),
        (_("Moments"), ("started_at", "heartbeat_at", "finished_at", "expires_at", "data_as_of")),
        (_("Result"), ("result_file", "result_name", "result_size", "row_count", "result_sha256")),
    )


@admin.register(ReportSchedule)
class ReportScheduleAdmin(RecordAdmin):
    """Kept by their owners on their own pages."""

    allows = frozenset({"view", "delete"})
    list_display = ("name", "public_id", "owner", "frequency", "is_paused", "next_run_at", "last_run_at")
    list_select_related = ("owner",)
    list_filter = ("frequency", "is_paused")
    search_fields = ("name", "public_id", "owner__email")
    ordering = ("name", "pk")
    groups = (
        (_("Report"), ("name", "owner", "parameters")),
        (_("Moment"), ("frequency", "weekday", "day", "hour", "time_zone", "is_paused", "next_run_at", "last_run_at")),
    )


@admin.register(ReportRecipient)
class ReportRecipientAdmin(RecordAdmin):
    allows = frozenset({"view", "delete"})
    list_display = ("email", "schedule", "stopped_at")
    list_select_related = ("schedule",)
    list_filter = ()
    search_fields = ("email", "schedule__public_id", "schedule__name")
    ordering = ("email", "pk")
    groups = ((None, ("schedule", "email", "stopped_at")),)


@admin.register(NameWord)
class NameWordAdmin(RecordAdmin):
    """Learned from names by the database; nobody types it."""

    allows = frozenset({"view"})
    list_display = ("word",)
    list_filter = ()
    search_fields = ("word",)
    ordering = ("word", "pk")
    groups = ((None, ("word",)),)
