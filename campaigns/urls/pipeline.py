"""Pages of the affiliation pipeline, of contacts and of pacts."""

from django.urls import path

from campaigns.listing.pipeline import ADHERENCES
from campaigns.queries.histories_pipeline import ADHERENCE, CONTACT
from campaigns.views.pipeline import contacts, overview
from campaigns.views.pipeline.adherences import AdherenceView
from campaigns.views.pipeline.moves import move
from core.views.history import record_history
from core.views.listing import ListingView

urlpatterns = [
    path("affiliations/board/", overview.board_page, name="pipeline-board"),
    path("affiliations/funnel/", overview.funnel_page, name="pipeline-funnel"),
    path("affiliations/funnel/encouraged-institutions/", overview.encouraged, name="pipeline-encouraged"),
    path("affiliations/funnel/<slug:stage>/", overview.reached, name="pipeline-reached"),
    path("procurers/<str:public_id>/step/", move, name="pipeline-move"),
    path("contacts/", contacts.ContactListView.as_view(), name="contact-list"),
    path("contacts/new/", contacts.new_contact, name="contact-new"),
    path("contacts/<str:public_id>/", contacts.ContactView.as_view(), name="contact-detail"),
    path("contacts/<str:public_id>/edit/", contacts.edit_contact, name="contact-edit"),
    path("contacts/<str:public_id>/done/", contacts.next_step_done, name="contact-done"),
    path("contacts/<str:public_id>/history/", record_history(CONTACT), name="contact-history"),
    path("adherences/", ListingView.as_view(listing=ADHERENCES), name="adherence-list"),
    path("adherences/<str:public_id>/", AdherenceView.as_view(), name="adherence-detail"),
    path("adherences/<str:public_id>/history/", record_history(ADHERENCE), name="adherence-history"),
]
