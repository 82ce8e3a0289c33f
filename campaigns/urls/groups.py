"""Pages of groups."""

from django.urls import path

from campaigns.listing.groups import GROUPS
from campaigns.queries import histories
from campaigns.views.groups import digests, threads, work
from campaigns.views.groups.records import GroupView
from core.views.history import record_history
from core.views.listing import ListingView

GROUP = "groups/<str:public_id>/"
THREAD = f"{GROUP}threads/<str:thread_id>/"
POST = f"{THREAD}posts/<int:post>/"

urlpatterns = [
    path("groups/", ListingView.as_view(listing=GROUPS), name="group-list"),
    path("groups/digest/<str:token>/", digests.stop_digest, name="digest-stop"),
    path(GROUP, GroupView.as_view(), name="group-detail"),
    path(f"{GROUP}history/", record_history(histories.GROUP), name="group-history"),
    path(f"{GROUP}members/new/", work.MemberView.as_view(), name="group-member-new"),
    path(f"{GROUP}members/<int:membership>/end/", work.LeavingView.as_view(), name="group-member-end"),
    path(f"{GROUP}workshops/new/", work.WorkshopView.as_view(), name="group-workshop-new"),
    path(f"{GROUP}resources/new/", work.ResourceView.as_view(), name="group-resource-new"),
    path(f"{GROUP}assessment/", work.AssessmentView.as_view(), name="group-assessment"),
    path(f"{GROUP}mails/", digests.digest, name="group-digest"),
    path(f"{GROUP}threads/new/", threads.new_thread, name="thread-new"),
    path(THREAD, threads.thread_page, name="thread-detail"),
    path(f"{THREAD}close/", threads.close_thread, name="thread-close"),
    path(f"{POST}edit/", threads.edit_post, name="post-edit"),
    path(f"{POST}hide/", threads.hide_post, name="post-hide"),
    path(f"{POST}show/", threads.show_post, name="post-show"),
]
