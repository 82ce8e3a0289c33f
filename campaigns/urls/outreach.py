"""Pages of outreach."""

from django.urls import path

from campaigns.listing.outreach import ACTIVITIES
from campaigns.queries import histories
from campaigns.views.outreach import imports
from campaigns.views.outreach.evidence import add_files, give_out, publish_file, remove_file
from campaigns.views.outreach.records import ActivityEditView, ActivityView, move_activity
from core.views.history import record_history
from core.views.listing import ListingView

urlpatterns = [
    path("outreach/", ListingView.as_view(listing=ACTIVITIES), name="activity-list"),
    path("outreach/import/", imports.start_import, name="activity-import"),
    path("outreach/import/template/", imports.template, name="activity-import-template"),
    path("outreach/import/<str:public_id>/", imports.show_run, name="activity-import-run"),
    path("outreach/import/<str:public_id>/save/", imports.save_run, name="activity-import-save"),
    path("outreach/<str:public_id>/", ActivityView.as_view(), name="activity-detail"),
    path("outreach/<str:public_id>/edit/", ActivityEditView.as_view(), name="activity-edit"),
    path("outreach/<str:public_id>/moves/<slug:move>/", move_activity, name="activity-move"),
    path("outreach/<str:public_id>/evidence/", add_files, name="activity-evidence"),
    path("outreach/<str:public_id>/evidence/<int:pk>/", give_out, name="evidence-file"),
    path("outreach/<str:public_id>/evidence/<int:pk>/publish/", publish_file, name="evidence-publish"),
    path("outreach/<str:public_id>/evidence/<int:pk>/remove/", remove_file, name="evidence-remove"),
    path("outreach/<str:public_id>/history/", record_history(histories.ACTIVITY), name="activity-history"),
]
