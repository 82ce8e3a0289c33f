"""The page of an import run: its counts, and the rows that need a person."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.enums import RowVerdict
from core.models import ImportRun, PublicRecord
from core.views.records import RecordView

SHOWN_ROWS = 100


class ImportRunView(RecordView):
    model = ImportRun
    template_name = "core/import_detail.html"

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        assert isinstance(record, ImportRun)  # noqa: S101 (narrows the type)
        open_rows = record.rows.filter(verdict__in=[RowVerdict.REJECTED, RowVerdict.REVIEW]).order_by("number")
        return {
            "facts": [
                {"label": _("State"), "value": record.get_state_display()},
                {"label": _("Kind"), "value": record.kind},
                {"label": _("Reason"), "value": record.reason},
                {"label": _("Rows read"), "value": record.read_count},
                {"label": _("Created"), "value": record.created_count},
                {"label": _("Changed"), "value": record.changed_count},
                {"label": _("Unchanged"), "value": record.unchanged_count},
                {"label": _("Needs review"), "value": record.review_count},
                {"label": _("Rejected"), "value": record.rejected_count},
                {"label": _("Warnings"), "value": record.warning_count},
                {"label": "SHA-256", "value": record.sha256},
            ],
            "rows": open_rows[:SHOWN_ROWS],
            "shown_rows": SHOWN_ROWS,
        }
