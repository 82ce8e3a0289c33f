"""Pages of the affiliation pipeline, of contacts and of pacts."""

from django.urls import path

from campaigns.queries.histories_pipeline import ADHERENCE, CONTACT
from campaigns.views.pipeline import adherences, consortia, contacts, overview
from campaigns.views.pipeline.moves import move
from core.views.history import record_history

urlpatterns = [
    path("affiliations/board/", overview.board_page, name="pipeline-board"),
    path("affiliations/funnel/", overview.funnel_page, name="pipeline-funnel"),
    path("affiliations/funnel/encouraged-institutions/", overview.encouraged, name="pipeline-encouraged"),
    path("affiliations/funnel/<slug:stage>/", overview.reached, name="pipeline-reached"),
    path("procurers/<str:public_id>/step/", move, name="pipeline-move"),
    path("procurers/<str:public_id>/members/new/", consortia.NewMemberView.as_view(), name="consortium-member-new"),
    path(
        "procurers/<str:public_id>/members/<int:pk>/end/",
        consortia.EndMembershipView.as_view(),
        name="consortium-member-end",
    ),
    path("contacts/", contacts.ContactListView.as_view(), name="contact-list"),
    path("contacts/new/", contacts.new_contact, name="contact-new"),
    path("contacts/<str:public_id>/", contacts.ContactView.as_view(), name="contact-detail"),
    path("contacts/<str:public_id>/edit/", contacts.edit_contact, name="contact-edit"),
    path("contacts/<str:public_id>/done/", contacts.next_step_done, name="contact-done"),
    path("contacts/<str:public_id>/history/", record_history(CONTACT), name="contact-history"),
    path("adherences/", adherences.AdherenceListView.as_view(), name="adherence-list"),
    path("adherences/new/", adherences.NewAdherenceView.as_view(), name="adherence-new"),
    path("adherences/<str:public_id>/", adherences.AdherenceView.as_view(), name="adherence-detail"),
    path("adherences/<str:public_id>/end/", adherences.EndAdherenceView.as_view(), name="adherence-end"),
    path("adherences/<str:public_id>/history/", record_history(ADHERENCE), name="adherence-history"),
]
