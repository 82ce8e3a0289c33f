"""Pages of publications."""

from django.urls import path

from campaigns.listing.research import PUBLICATIONS
from campaigns.queries import histories
from campaigns.views.research import EditPublicationView, NewPublicationView, PublicationView, publish_publication
from core.views.history import record_history
from core.views.listing import ListingView

urlpatterns = [
    path(
        "publications/",
        ListingView.as_view(listing=PUBLICATIONS, template_name="campaigns/research/publication_list.html"),
        name="publication-list",
    ),
    path("publications/new/", NewPublicationView.as_view(), name="publication-new"),
    path("publications/<str:public_id>/", PublicationView.as_view(), name="publication-detail"),
    path("publications/<str:public_id>/edit/", EditPublicationView.as_view(), name="publication-edit"),
    path("publications/<str:public_id>/publish/", publish_publication, name="publication-publish"),
    path("publications/<str:public_id>/history/", record_history(histories.PUBLICATION), name="publication-history"),
]
