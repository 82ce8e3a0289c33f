"""Pages of campaigns: one module an area."""

from campaigns.urls import partners

app_name = "campaigns"
urlpatterns = [*partners.urlpatterns]
