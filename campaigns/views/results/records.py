"""The page of an indicator and the logframe of a project."""

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.models import Indicator, IndicatorUpdate, Partner, Project, Result
from campaigns.queries.results.cuts import cuts_of
from campaigns.queries.results.explanation import explain
from campaigns.queries.results.logframe import logframe_of
from campaigns.queries.results.progress import Progress, over_all, period_on, progress_in
from core.lookup import Merged, find
from core.models import PublicRecord
from core.views.records import RecordView, crumbs_of


class IndicatorView(RecordView):
    """One indicator: its terms, each period with target and figure, and what stands behind the chosen one."""

    model = Indicator
    template_name = "campaigns/results/indicator_detail.html"
    page = "indicator"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        indicator: Any = record
        periods = list(indicator.periods.order_by("starts_on"))
        rows = progress_in([(indicator, period) for period in periods])
        chosen = _chosen(rows, request.GET.get("on", ""))
        updates = IndicatorUpdate.objects.visible_to(request.user).filter(period__indicator=indicator)
        return {
            "rows": rows,
            "chosen": chosen,
            "total": over_all(rows) if len(rows) > 1 else None,
            "explanation": explain(chosen.period, request.user) if chosen and chosen.period else None,
            "cuts": cuts_of(chosen.period, _whole_of(chosen)) if chosen and chosen.period else [],
            "updates": updates.select_related("partner__organisation", "period").order_by("-created_at", "-pk")[:100],
            "children": indicator.children.current().select_related("partner__organisation").in_order(),
            "may_keep": request.user.has_perm("campaigns.change_indicator", indicator),
            "may_report": _may_report(request.user, indicator),
            "may_close": bool(periods) and request.user.has_perm("campaigns.close_indicatorperiod", periods[0]),
        }


def _chosen(rows: list[Progress], asked: str) -> Progress | None:
    """The period of the day in the address, else of today."""
    day = _day(asked) or timezone.localdate()
    period = period_on([row.period for row in rows if row.period], day)
    return next((row for row in rows if row.period == period), None)


def _whole_of(row: Progress) -> Any:
    return row.sums.numerator if row.indicator.is_percentage else row.actual


def _may_report(user: Any, indicator: Indicator) -> bool:
    partners = Partner.objects.filter(participations__project=indicator.project)
    return any(
        user.has_perm("campaigns.add_indicatorupdate", IndicatorUpdate(partner=partner))
        for partner in partners.select_related("organisation")
    )


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


@require_safe
def logframe(request: HttpRequest, public_id: str) -> HttpResponse:
    """The results chain of a project, in one period or over all, of all partners or one."""
    try:
        project = find(Project.objects.visible_to(request.user), public_id)
    except Merged as merged:
        return HttpResponsePermanentRedirect(f"/projects/{merged.survivor.public_id}/logframe/")
    partners = Partner.objects.visible_to(request.user).filter(participations__project=project)
    listed = list(partners.select_related("organisation").by_name())
    partner = next((each for each in listed if each.public_id == request.GET.get("partner")), None)
    asked = request.GET.get("on", "")
    day = None if asked == "all" else _day(asked) or timezone.localdate()
    context = {
        "project": project,
        "logframe": logframe_of(project, day, partner.pk if partner else None),
        "partners": listed,
        "may_keep": request.user.has_perm("campaigns.change_result", Result(project=project)),
        "partner": partner,
        "on": asked,
        "crumbs": [*crumbs_of(project), {"label": _("Logframe"), "url": ""}],
    }
    return render(request, "campaigns/results/logframe.html", context)
