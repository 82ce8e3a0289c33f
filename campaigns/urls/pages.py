"""Campaign pages."""

from django.urls import path

from campaigns.listing.pages import CAMPAIGNS
from campaigns.queries import histories
from campaigns.views import pages as views
from core.views.history import record_history
from core.views.listing import ListingView

CAMPAIGN = "campaigns/<str:public_id>/"

urlpatterns = [
    path(
        "campaigns/",
        ListingView.as_view(listing=CAMPAIGNS, template_name="campaigns/pages/campaign_list.html"),
        name="campaign-list",
    ),
    path("campaigns/new/", views.NewCampaignView.as_view(), name="campaign-new"),
    path(CAMPAIGN, views.CampaignView.as_view(), name="campaign-detail"),
    path(f"{CAMPAIGN}calendar.ics", views.campaign_calendar, name="campaign-calendar"),
    path(f"{CAMPAIGN}edit/", views.EditCampaignView.as_view(), name="campaign-edit"),
    path(f"{CAMPAIGN}publish/", views.publish_campaign, name="campaign-publish"),
    path(f"{CAMPAIGN}photos/<int:pk>/", views.campaign_photo, name="campaign-photo"),
    path(f"{CAMPAIGN}resources/new/", views.NewResourceView.as_view(), name="campaign-resource-new"),
    path(f"{CAMPAIGN}resources/<int:pk>/", views.campaign_resource, name="campaign-resource"),
    path(f"{CAMPAIGN}resources/<int:pk>/delete/", views.delete_resource, name="campaign-resource-delete"),
    path(f"{CAMPAIGN}history/", record_history(histories.CAMPAIGN), name="campaign-history"),
]
