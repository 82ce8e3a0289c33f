"""The page of a source: what it is, and what rests on it."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.dates import in_words
from core.models import PublicRecord, Source
from core.sourced import resting_on
from core.views.history import history_url
from core.views.records import RecordView


class SourceView(RecordView):
    model = Source
    template_name = "core/source_detail.html"
    page = "source"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).select_related("publisher")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        return {
            "facts": facts_of(record),
            "resting": resting_on(record, request.user),  # type: ignore[arg-type]
            "history_url": history_url(record),
        }


def facts_of(source: Any) -> list[dict[str, Any]]:
    """What is known of a source, in the order of the page."""
    publisher = source.publisher
    published, retrieved = (in_words(moment) if moment else "" for moment in (source.published_on, source.retrieved_on))
    return [
        {
            "label": _("Published by"),
            "value": source.publisher_name,
            "url": publisher.get_absolute_url() if publisher else "",
        },
        {"label": _("Kind"), "value": source.get_kind_display()},
        {"label": _("Address"), "value": source.url, "url": source.url},
        {"label": _("Document or file"), "value": source.document},
        {"label": _("SHA-256 of the file"), "value": source.sha256},
        {"label": _("Published on"), "value": published},
        {"label": _("Retrieved on"), "value": retrieved},
        {"label": _("Licence"), "value": source.licence},
        {"label": _("Granularity"), "value": source.get_granularity_display()},
        {"label": _("Who can read it"), "value": _("Everyone") if source.is_public else _("Not public")},
    ]
