"""Pages of campaigns: one module an area."""

from campaigns.urls import groups, partners

app_name = "campaigns"
urlpatterns = [*groups.urlpatterns, *partners.urlpatterns]
