"""Pages of results."""

from django.urls import path

from campaigns.listing.results import INDICATORS
from campaigns.queries import histories
from campaigns.views.results import keeping, moves
from campaigns.views.results.records import IndicatorView, logframe
from core.views.history import record_history
from core.views.listing import ListingView

INDICATOR = "indicators/<str:public_id>/"

urlpatterns = [
    path("indicators/", ListingView.as_view(listing=INDICATORS), name="indicator-list"),
    path(INDICATOR, IndicatorView.as_view(), name="indicator-detail"),
    path(f"{INDICATOR}history/", record_history(histories.INDICATOR), name="indicator-history"),
    path(f"{INDICATOR}updates/new/", moves.new_update, name="update-new"),
    path(f"{INDICATOR}updates/<int:update>/", moves.decide, name="update-detail"),
    path(f"{INDICATOR}updates/<int:update>/edit/", moves.edit_update, name="update-edit"),
    path(f"{INDICATOR}edit/", keeping.EditIndicatorView.as_view(), name="indicator-edit"),
    path(f"{INDICATOR}periods/new/", keeping.NewPeriodView.as_view(), name="period-new"),
    path(f"{INDICATOR}periods/<int:period>/edit/", keeping.EditPeriodView.as_view(), name="period-edit"),
    path("results/<int:pk>/edit/", keeping.EditResultView.as_view(), name="result-edit"),
    path("results/<int:pk>/indicators/new/", keeping.NewIndicatorView.as_view(), name="indicator-new"),
    path("projects/<str:public_id>/logframe/results/new/", keeping.NewResultView.as_view(), name="result-new"),
    path(f"{INDICATOR}periods/<int:period>/<str:target>/", moves.move, name="period-move"),
    path("projects/<str:public_id>/logframe/", logframe, name="project-logframe"),
    path("outreach/<str:public_id>/indicators/", moves.link, name="activity-link"),
    path("outreach/<str:public_id>/indicators/<int:link>/remove/", moves.unlink, name="activity-unlink"),
]
