"""Threads and posts: members write, moderators hide and close. Personal, so nothing here leaves a history."""

import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.models import GroupPost, GroupThread, WorkingGroup
from core.access import access_of
from core.models import Organisation
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User


def writes_for(user: "User", group: WorkingGroup) -> Organisation | None:
    """The member organisation that `user` speaks for in the group; None for administrators outside it.

    Raises `PermissionDenied` for everybody else.
    """
    membership = (
        group.memberships.filter(organisation__in=access_of(user).organisations, left_on__isnull=True)
        .select_related("organisation")
        .order_by("pk")
        .first()
    )
    if membership is not None:
        return membership.organisation
    if not access_of(user).is_admin:
        raise PermissionDenied
    return None


@transaction.atomic
def open_thread(*, actor: "User", group: WorkingGroup, title: str, body: str, now: datetime.datetime) -> GroupThread:
    """A thread with its first post."""
    organisation = writes_for(actor, group)
    thread = save_checked(GroupThread(group=group, title=title, opened_by=actor, is_demo=group.is_demo))
    save_checked(_post(thread, actor, organisation, body, now))
    return thread


@transaction.atomic
def reply(*, actor: "User", thread: GroupThread, body: str, now: datetime.datetime) -> GroupPost:
    organisation = writes_for(actor, thread.group)
    if thread.is_closed:
        raise ValidationError(_("This thread is closed. Open another one to go on."))
    return save_checked(_post(thread, actor, organisation, body, now))


def _post(
    thread: GroupThread, author: "User", organisation: Organisation | None, body: str, now: datetime.datetime
) -> GroupPost:
    return GroupPost(
        thread=thread,
        author=author,
        organisation=organisation,
        body=body.strip(),
        posted_at=now,
        is_demo=thread.is_demo,
    )


@transaction.atomic
def edit_post(*, actor: "User", post: GroupPost, body: str, now: datetime.datetime) -> GroupPost:
    """Authors correct their own posts while the thread is open and the post stands."""
    writes_for(actor, post.thread.group)
    if post.author_id != actor.pk:
        raise PermissionDenied
    if post.thread.is_closed or post.hidden_at:
        raise ValidationError(_("This post can no longer be changed."))
    post.body, post.edited_at = body.strip(), now
    return save_checked(post)


@transaction.atomic
def hide_post(*, actor: "User", post: GroupPost, reason: str, now: datetime.datetime) -> GroupPost:
    """For moderators: the post keeps its place, its text is shown to moderators alone."""
    _moderates(actor, post.thread.group)
    post.hidden_at, post.hidden_by, post.hidden_reason = now, actor, reason.strip()
    return save_checked(post)


@transaction.atomic
def show_post(*, actor: "User", post: GroupPost) -> GroupPost:
    """Takes the hiding back."""
    _moderates(actor, post.thread.group)
    post.hidden_at = post.hidden_by = None
    post.hidden_reason = ""
    return save_checked(post)


@transaction.atomic
def close_thread(*, actor: "User", thread: GroupThread, is_closed: bool) -> GroupThread:
    _moderates(actor, thread.group)
    thread.is_closed = is_closed
    return save_checked(thread)


def _moderates(user: "User", group: WorkingGroup) -> None:
    if not WorkingGroup.objects.moderated_by(user).filter(pk=group.pk).exists():
        raise PermissionDenied
