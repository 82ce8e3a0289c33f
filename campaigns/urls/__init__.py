"""Pages of campaigns: one module an area."""

from campaigns.urls import (
    advocacy,
    dashboard,
    groups,
    log,
    outreach,
    pages,
    partners,
    pipeline,
    projects,
    research,
    results,
)

app_name = "campaigns"
urlpatterns = [
    *dashboard.urlpatterns,
    *groups.urlpatterns,
    # Before the page of one activity, which takes every other word.
    *log.urlpatterns,
    *outreach.urlpatterns,
    *partners.urlpatterns,
    *pipeline.urlpatterns,
    *projects.urlpatterns,
    *research.urlpatterns,
    *results.urlpatterns,
    *advocacy.urlpatterns,
    *pages.urlpatterns,
]
