"""Pages of policy files and advocacy."""

from django.urls import path

from campaigns.listing.advocacy import POLICIES
from campaigns.queries import histories
from campaigns.views.advocacy import EditActionView, NewActionView, PolicyView, SignaturesView
from core.views.history import record_history
from core.views.listing import ListingView

urlpatterns = [
    path("policy/", ListingView.as_view(listing=POLICIES), name="policy-list"),
    path("policy/actions/<int:pk>/edit/", EditActionView.as_view(), name="action-edit"),
    path("policy/<str:public_id>/", PolicyView.as_view(), name="policy-detail"),
    path("policy/<str:public_id>/actions/new/", NewActionView.as_view(), name="action-new"),
    path("policy/<str:public_id>/history/", record_history(histories.POLICY), name="policy-history"),
    path("petitions/<int:pk>/signatures/", SignaturesView.as_view(), name="petition-count"),
]
