"""Imports and background work: to be read, not to be typed."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin
from core.models import ImportRow, ImportRun, Job, NameWord


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
        (_("Work"), ("kind", "title", "parameters", "requested_by")),
        (_("Progress"), ("state", "done", "total", "message", "cancel_requested")),
        (_("Moments"), ("started_at", "heartbeat_at", "finished_at", "expires_at", "data_as_of")),
        (_("Result"), ("result_file", "result_name", "result_sha256")),
    )


@admin.register(NameWord)
class NameWordAdmin(RecordAdmin):
    """Learned from names by the database; nobody types it."""

    allows = frozenset({"view"})
    list_display = ("word",)
    list_filter = ()
    search_fields = ("word",)
    ordering = ("word", "pk")
    groups = ((None, ("word",)),)
