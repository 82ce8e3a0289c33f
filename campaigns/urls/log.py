"""Pages on which outreach is logged. They come before the page of one activity, which takes any other word."""

from django.urls import path

from campaigns.views.log import drafts, entering, events, sending, worker

urlpatterns = [
    path("outreach/new/", entering.new_activity, name="activity-new"),
    path("outreach/send/", sending.send, name="activity-send"),
    path("outreach/session/", sending.session, name="activity-session"),
    path("outreach/worker.js", worker.worker, name="activity-worker"),
    path("outreach/drafts/<uuid:client_id>/", drafts.keep, name="draft-keep"),
    path("outreach/drafts/<uuid:client_id>/discard/", drafts.discard, name="draft-discard"),
    path("outreach/events/", events.event_list, name="event-list"),
    path("outreach/events/new/", events.edit_event, name="event-new"),
    path("outreach/events/<str:public_id>/", events.EventView.as_view(), name="event-detail"),
    path("outreach/events/<str:public_id>/edit/", events.edit_event, name="event-edit"),
]
