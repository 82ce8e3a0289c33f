"""Pages of campaigns: one module an area."""

from campaigns.urls import groups, outreach, partners, projects

app_name = "campaigns"
urlpatterns = [*groups.urlpatterns, *outreach.urlpatterns, *partners.urlpatterns, *projects.urlpatterns]
from campaigns.urls import groups, partners, research
from campaigns.urls import advocacy, groups, partners, research
from campaigns.urls import advocacy, groups, pages, partners, research

app_name = "campaigns"
urlpatterns = [
    *advocacy.urlpatterns,
    *pages.urlpatterns,
    *groups.urlpatterns,
    *partners.urlpatterns,
    *research.urlpatterns,
]
