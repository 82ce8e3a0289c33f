"""Sources."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin
from core.admin.bulk import SetChoice, SetValues
from core.models import Source
from core.queries.record_histories import SOURCE


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    list_display = ("title", "public_id", "kind", "publisher_name", "published_on", "is_public", "is_demo")
    list_filter = ("kind", "is_public", "granularity", "is_demo")
    search_fields = ("title", "publisher_name", "code", "public_id", "url")
    date_hierarchy = "published_on"
    ordering = ("title", "pk")
    groups = (
        (_("What and who"), ("code", "title", "kind", "publisher_name", "publisher")),
        (_("Document"), ("document", "sha256", "url", "published_on", "retrieved_on", "granularity")),
        (_("Terms"), ("licence", "is_public", "note")),
    )
    bulk_actions = (
        SetValues("make_public", _("Mark the chosen sources as public"), is_public=True),
        SetValues("make_private", _("Mark the chosen sources as not public"), is_public=False),
        SetChoice("kind", _("Set the kind of the chosen sources")),
    )
    history = SOURCE
