"""Groups and threads by the identifiers of an address."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from campaigns.models import GroupPost, GroupThread, WorkingGroup
from core.lookup import Merged, find


def group_of(request: HttpRequest, public_id: str) -> WorkingGroup:
    """The group, or what it was merged into."""
    try:
        return find(WorkingGroup.objects.visible_to(request.user), public_id)
    except Merged as merged:
        return WorkingGroup.objects.get(pk=merged.survivor.pk)


def thread_of(request: HttpRequest, public_id: str, thread_id: str) -> GroupThread:
    visible = GroupThread.objects.visible_to(request.user).select_related("group")
    return find(visible.filter(group=group_of(request, public_id)), thread_id)


def post_of(request: HttpRequest, public_id: str, thread_id: str, post: int) -> GroupPost:
    return get_object_or_404(GroupPost, pk=post, thread=thread_of(request, public_id, thread_id))
