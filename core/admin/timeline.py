"""The history page of the administration: the public timeline, with names; a log where there are no versions."""

import json
from typing import TYPE_CHECKING, Any

from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from core.queries.histories import History, Part
from core.queries.timeline import BadCursor, Entry, Item, Timeline, comparable_versions, comparison, timeline_of

if TYPE_CHECKING:
    from core.admin.base import RecordAdmin

LOGGED = 100


def history_page(admin: "RecordAdmin", request: HttpRequest, object_id: str) -> TemplateResponse:
    """What happened to one record."""
    record = admin.get_object(request, unquote(object_id))
    if record is None or not admin.has_view_permission(request, record):
        raise Http404(_("No record has this identifier."))
    context = {
        **admin.admin_site.each_context(request),
        "title": _("History of %(record)s") % {"record": record},
        "opts": admin.opts,
        "original": record,
        "page_url": admin.view_on_site(record),
        **_told(admin, request, record),
    }
    return TemplateResponse(request, "admin/record_history.html", context)


def _told(admin: "RecordAdmin", request: HttpRequest, record: Any) -> dict[str, Any]:
    history = history_of(admin)
    if history is None:
        return {"timeline": Timeline(_logged(record)), "versions": []}
    try:
        timeline = timeline_of(record, history, request.user, after=request.GET.get("after", ""))
        ids = [int(request.GET[name]) for name in ("from", "to") if request.GET.get(name)]
    except (BadCursor, ValueError) as error:
        raise Http404(_("This part of the history does not exist.")) from error
    chosen = (ids[0], ids[1]) if len(ids) > 1 else None
    return {
        "timeline": timeline,
        "versions": comparable_versions(record, history, request.user),
        "chosen": chosen,
        "comparison": comparison(record, history, request.user, chosen) if chosen else None,
    }


def history_of(admin: "RecordAdmin") -> History | None:
    """The declared history, or the record's own versions where it has any."""
    if admin.history is not None:
        return admin.history
    return History(Part(admin.model)) if hasattr(admin.model, "pgh_event_models") else None


def _logged(record: Any) -> list[Entry]:
    """Entries of the administration's own log, for records without versions."""
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(record), object_id=str(record.pk)
    ).select_related("user")
    return [_entry(row, record) for row in entries.order_by("-action_time", "-pk")[:LOGGED]]


def _entry(row: LogEntry, record: Any) -> Entry:
    kinds = {ADDITION: "insert", DELETION: "delete"}
    label = str(record._meta.verbose_name)
    item = Item(kinds.get(row.action_flag, "update"), label[:1].upper() + label[1:], row.get_change_message(), [])
    return Entry(row.action_time, str(row.user), _reason(row.change_message), "", [item])


def _reason(message: str) -> str:
    """The reason that the form asked for, as the log keeps it beside Django's own notes."""
    try:
        notes = json.loads(message)
    except ValueError:
        return ""
    return next((note["reason"] for note in notes if isinstance(note, dict) and "reason" in note), "")
