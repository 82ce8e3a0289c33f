"""Pages of campaign partners."""

from django.urls import path

from campaigns.listing.partners import PARTNERS
from campaigns.queries import histories
from campaigns.views.partners import PartnerView
from core.views.history import record_history
from core.views.listing import ListingView

urlpatterns = [
    path("partners/", ListingView.as_view(listing=PARTNERS), name="partner-list"),
    path("partners/<str:public_id>/", PartnerView.as_view(), name="partner-detail"),
    path("partners/<str:public_id>/history/", record_history(histories.PARTNER), name="partner-history"),
]
