"""The page of an import run: its counts, how it read the file, and its rows with their remarks."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views import View

from core.enums import ImportState, RowVerdict
from core.exports import csv
from core.exports.mending import mending_table
from core.forms.import_rows import ImportRowsForm
from core.importers.kinds import import_kinds
from core.lookup import Merged, find
from core.models import ImportRun, PublicRecord
from core.queries.import_rows import OPEN, page_of_rows, remarks_of, rows_of
from core.services.import_runs import FILE_ROW
from core.views.records import RecordView


class ImportRunView(RecordView):
    """Administrators only, by `ImportRun.objects.visible_to`."""

    model = ImportRun
    template_name = "core/import_detail.html"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).select_related("actor")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        assert isinstance(record, ImportRun)  # noqa: S101 (narrows the type)
        remarks = remarks_of(record)
        form = ImportRowsForm(request.GET, remarks=remarks)
        problems = form.problems()
        chosen = {name: form.cleaned_data.get(name) or "" for name in ("verdict", "code")}
        return {
            "facts": facts_of(record),
            "stats": stats_of(record),
            "sources": list(record.sources.order_by("code")),
            "read_as": read_as(record),
            "remarks": remarks,
            "form": form,
            "problems": problems,
            "chosen": chosen,
            "rows": page_of_rows(rows_of(record, **chosen), form.cleaned_data.get("after") or -1),
            "failure": failure_of(record),
            "open_rows": record.review_count + record.rejected_count,
        }


class ImportMendingView(View):
    """The rejected rows and those to review as CSV in the columns of the list."""

    def get(self, request: HttpRequest, public_id: str) -> HttpResponse | StreamingHttpResponse:
        try:
            run = find(ImportRun.objects.visible_to(request.user), public_id)
        except Merged as merged:
            run = merged.survivor
        rows = rows_of(run).filter(verdict__in=OPEN).exclude(number=FILE_ROW)
        response = StreamingHttpResponse(
            csv.write(mending_table(run, rows.iterator(chunk_size=2000))), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="import-{run.public_id}-to-mend.csv"'
        return response


def facts_of(run: ImportRun) -> list[dict[str, Any]]:
    """How the run came about."""
    kind = import_kinds().get(run.kind)
    lasted = _("%(seconds)s seconds") % {"seconds": _seconds(run)} if run.finished_at else ""
    return [
        {"label": _("Kind of list"), "value": kind.label if kind else run.kind},
        {"label": _("State"), "value": run.get_state_display()},
        {"label": _("Started"), "value": f"{run.started_at:%Y-%m-%d %H:%M} UTC"},
        {"label": _("Took"), "value": lasted},
        {"label": _("Started by"), "value": str(run.actor) if run.actor else _("Command")},
        {"label": _("Reason"), "value": run.reason},
        {"label": _("SHA-256 of the file"), "value": run.sha256},
    ]


def _seconds(run: ImportRun) -> str:
    return f"{(run.finished_at - run.started_at).total_seconds():.1f}" if run.finished_at else ""


def failure_of(run: ImportRun) -> str:
    """Why nothing was saved; stands on the row of the file itself."""
    if run.state != ImportState.FAILED:
        return ""
    messages = [message for row in run.rows.filter(number=FILE_ROW) for message in row.messages]
    return " ".join(": ".join(filter(None, (_(one["text"]), one["field"], one["value"]))) for one in messages)


def stats_of(run: ImportRun) -> list[dict[str, Any]]:
    """Rows by verdict, each leading to its rows."""
    counts = [(verdict.label, f"?verdict={verdict.value}#rows", f"{verdict.value}_count") for verdict in RowVerdict]
    shown = [(_("Rows read"), f"{run.get_absolute_url()}#rows", "read_count"), *counts]
    shown.append((_("Warnings"), "#remarks", "warning_count"))
    return [{"label": label, "url": url, "figure": getattr(run, name)} for label, url, name in shown]


def read_as(run: ImportRun) -> list[dict[str, Any]]:
    """Which columns held which field, and what held for all rows."""
    columns, constants = run.mapping.get("columns", {}), run.mapping.get("constants", {})
    return [
        *({"field": name, "columns": ", ".join(columns[name])} for name in sorted(columns)),
        *({"field": name, "constant": constants[name]} for name in sorted(constants)),
    ]
