"""Pages of projects."""

from typing import Any

from django.http import HttpRequest
from django.utils.http import urlencode

from campaigns.models import Activity, BudgetLine, Project
from campaigns.queries.outreach import totals_by_measure
from core.models import PublicRecord
from core.views.records import RecordView


class ProjectView(RecordView):
    """One project: consortium, work packages, what was approved, and for its partners the budget."""

    model = Project
    template_name = "campaigns/project_detail.html"
    page = "project"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing().prefetch_related("work_packages__lead__organisation")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        lines = BudgetLine.objects.visible_to(request.user).filter(project=record)
        return {
            "totals": totals_by_measure(Activity.objects.counted().filter(project=record.pk)),
            "budget_lines": lines.select_related("partner__organisation", "work_package", "currency").order_by("pk"),
            "activities_query": urlencode({"project": record.public_id}),
        }
