"""Pages of outreach."""

from django.urls import path

from campaigns.listing.outreach import ACTIVITIES
from campaigns.queries import histories
from campaigns.views.outreach.records import ActivityEditView, ActivityView, move_activity
from core.views.history import record_history
from core.views.listing import ListingView

urlpatterns = [
    path("outreach/", ListingView.as_view(listing=ACTIVITIES), name="activity-list"),
    path("outreach/<str:public_id>/", ActivityView.as_view(), name="activity-detail"),
    path("outreach/<str:public_id>/edit/", ActivityEditView.as_view(), name="activity-edit"),
    path("outreach/<str:public_id>/moves/<slug:move>/", move_activity, name="activity-move"),
    path("outreach/<str:public_id>/history/", record_history(histories.ACTIVITY), name="activity-history"),
]
