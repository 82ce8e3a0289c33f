"""Indicators on the pages of activities and projects."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.queries.results.fitting import fed_by, fitting
from campaigns.queries.results.logframe import logframe_of
from core.panels import Panel


def indicators_of(request: HttpRequest, activity: Any) -> dict[str, Any] | None:
    may_link = request.user.has_perm("campaigns.link_activity", activity)
    links = list(fed_by(activity))
    if not links and not may_link:
        return None
    choices = fitting(activity) if may_link else []
    return {"activity": activity, "links": links, "may_link": may_link, "choices": choices}


def logframe(request: HttpRequest, project: Any) -> dict[str, Any] | None:
    found = logframe_of(project, timezone.localdate())
    return {"project": project, "logframe": found} if found.levels else None


ACTIVITY_INDICATORS = Panel(
    "indicators", _("Indicators that it feeds"), "campaigns/results/panels/activity.html", indicators_of
)
PROJECT_LOGFRAME = Panel("logframe", _("What it wants to achieve"), "campaigns/results/panels/project.html", logframe)
