"""The page of a group."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from campaigns.models import GroupResource, GroupThread, WorkingGroup
from campaigns.queries.groups import countries_of, members_on, standing_of, summaries_of
from core.models import PublicRecord
from core.views.records import RecordView

SHOWN_MEMBERS = 200
SHOWN_THREADS = 30


class GroupView(RecordView):
    """What the group is, who is in it, what it did; for members also what is said and what was answered."""

    model = WorkingGroup
    template_name = "campaigns/groups/group_detail.html"
    page = "group"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        group: Any = record
        today = timezone.localdate()
        standing = standing_of(request.user, group)
        members = list(members_on(group, today)[: SHOWN_MEMBERS + 1])
        threads = GroupThread.objects.visible_to(request.user).for_listing().filter(group=group)
        return {
            "standing": standing,
            "members": members[:SHOWN_MEMBERS],
            "members_cut": len(members) > SHOWN_MEMBERS,
            "member_countries": countries_of(members),
            "quoted_sizes": group.quoted_sizes.select_related("source"),
            "workshops": group.workshops.all(),
            "resources": GroupResource.objects.visible_to(request.user).filter(group=group),
            "threads": threads.order_by("-is_pinned", "-latest_at", "-pk")[:SHOWN_THREADS],
            "summaries": summaries_of(group) if standing.reads_threads else [],
            "today": today,
        }
