"""The dashboard: what a partner or coordinator has to do, and how far the project has come."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from campaigns.models import Project
from campaigns.panels.addresses import address
from campaigns.panels.desk import sections_for
from campaigns.queries.desk import desk_of, projects_of
from core.access import access_of


@never_cache
@login_required
@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """Of the project asked for, else of the running one that began last."""
    access = access_of(request.user)
    if not (access.is_partner or access.is_admin):
        raise PermissionDenied
    today = timezone.localdate()
    projects = projects_of(request.user, today)  # type: ignore[arg-type]  # signed in
    context: dict[str, Any] = {"projects": projects, "log_url": address("activity-new")}
    if projects:
        desk = desk_of(request.user, _chosen(request, projects), today)  # type: ignore[arg-type]
        context |= {"desk": desk, "panels": sections_for(request, desk)}
    return render(request, "campaigns/dashboard/page.html", context)


def _chosen(request: HttpRequest, projects: list[Project]) -> Project:
    asked = request.GET.get("project", "")
    found = [project for project in projects if asked in ("", project.public_id)]
    if not found:
        raise Http404
    return found[0]
