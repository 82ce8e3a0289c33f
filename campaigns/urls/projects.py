"""Pages of projects."""

from django.urls import path

from campaigns.listing.projects import PROJECTS
from campaigns.queries import histories
from campaigns.views.projects import ProjectView
from core.views.history import record_history
from core.views.listing import ListingView

urlpatterns = [
    path("projects/", ListingView.as_view(listing=PROJECTS), name="project-list"),
    path("projects/<str:public_id>/", ProjectView.as_view(), name="project-detail"),
    path("projects/<str:public_id>/history/", record_history(histories.PROJECT), name="project-history"),
]
