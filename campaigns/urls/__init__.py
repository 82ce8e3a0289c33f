"""Pages of campaigns: one module an area."""

from campaigns.urls import advocacy, groups, outreach, pages, partners, pipeline, projects, research, results

app_name = "campaigns"
urlpatterns = [
    *groups.urlpatterns,
    *outreach.urlpatterns,
    *partners.urlpatterns,
    *pipeline.urlpatterns,
    *projects.urlpatterns,
    *research.urlpatterns,
    *results.urlpatterns,
    *advocacy.urlpatterns,
    *pages.urlpatterns,
]
