"""History pages: what changed in a record, when, by whom and why; and what differs between two versions."""

from collections.abc import Callable
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from core.lookup import Merged, find
from core.models import PublicRecord
from core.queries.histories import History
from core.queries.timeline import BadCursor, comparable_versions, comparison, timeline_of
from core.querysets import PublicRecordQuerySet
from core.views.records import list_crumbs


def record_history(history: History) -> Callable[..., HttpResponseBase]:
    """View of the history of one kind of record: `path("factories/<str:public_id>/history/", ...)`."""
    return HistoryView.as_view(history=history)


def history_url(record: PublicRecord) -> str:
    """Address of a record's history, beside the record's own page."""
    return reverse(f"{record.URL_NAME.removesuffix('-detail')}-history", args=[record.public_id])


class HistoryView(View):
    """`<detail>/history/`: the timeline of a declared `History`; `?from=&to=` compares two of its own versions."""

    history: Any = None
    template_name = "core/history.html"

    def get(self, request: HttpRequest, public_id: str) -> HttpResponse:
        try:
            record = find(self.records().visible_to(request.user), public_id)
        except Merged as merged:
            return HttpResponsePermanentRedirect(history_url(merged.survivor))
        return render(request, self.template_name, self.context(request, record))

    def records(self) -> PublicRecordQuerySet:
        return cast(PublicRecordQuerySet, self.history.own.model._default_manager.all())

    def context(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        try:
            timeline = timeline_of(record, self.history, request.user, after=request.GET.get("after", ""))
        except BadCursor as error:
            raise Http404(_("This part of the history does not exist.")) from error
        chosen = self.chosen(request)
        compared = comparison(record, self.history, request.user, chosen) if chosen else None
        if chosen and compared is None:
            raise Http404(_("These versions do not exist."))
        return {
            "record": record,
            "crumbs": [
                *list_crumbs(record),
                {"label": str(record), "url": record.get_absolute_url()},
                {"label": _("History"), "url": ""},
            ],
            "kind": record._meta.verbose_name,
            "timeline": timeline,
            "versions": comparable_versions(record, self.history, request.user),
            "chosen": chosen,
            "comparison": compared,
        }

    def chosen(self, request: HttpRequest) -> tuple[int, int] | None:
        """The two versions asked for, None without any."""
        given = [request.GET.get(name, "") for name in ("from", "to")]
        if not any(given):
            return None
        try:
            first, second = (int(value) for value in given)
        except ValueError as error:
            raise Http404(_("These versions do not exist.")) from error
        return first, second
