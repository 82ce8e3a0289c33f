"""Threads of a group: members write, moderators look after them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from campaigns.enums.groups import GroupRole
from campaigns.services.groups import threads
from core.enums import Role
from tests.factories.campaigns import GroupMembershipFactory, GroupPostFactory, GroupThreadFactory, WorkingGroupFactory
from tests.factories.core import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return WorkingGroupFactory()


def person_in(group, role=GroupRole.MEMBER):
    membership = GroupMembershipFactory(group=group, role=role)
    return UserFactory(role=Role.PROCURER, organisation=membership.organisation)


def test_a_member_opens_a_thread_in_the_name_of_its_organisation(group):
    member = person_in(group)
    thread = threads.open_thread(actor=member, group=group, title="Labels", body="Which?", now=timezone.now())
    post = thread.posts.get()
    assert (post.author, post.organisation, post.body) == (member, member.memberships.get().organisation, "Which?")


def test_administrators_write_for_nobody(group):
    admin = UserFactory(admin=True)
    thread = threads.open_thread(actor=admin, group=group, title="Welcome", body="Hello", now=timezone.now())
    assert thread.posts.get().organisation is None


def test_others_do_not_write(group):
    thread = GroupThreadFactory(group=group)
    left = GroupMembershipFactory(group=group, left_on="2026-02-01")
    for person in (UserFactory(), UserFactory(role=Role.PROCURER, organisation=left.organisation)):
        with pytest.raises(PermissionDenied):
            threads.reply(actor=person, thread=thread, body="Me too", now=timezone.now())


def test_a_closed_thread_takes_no_reply_and_no_correction(group):
    chair = person_in(group, GroupRole.CHAIR)
    thread = threads.open_thread(actor=chair, group=group, title="Labels", body="Which?", now=timezone.now())
    threads.close_thread(actor=chair, thread=thread, is_closed=True)
    with pytest.raises(ValidationError, match="closed"):
        threads.reply(actor=chair, thread=thread, body="More", now=timezone.now())
    with pytest.raises(ValidationError, match="no longer"):
        threads.edit_post(actor=chair, post=thread.posts.get(), body="Other", now=timezone.now())


def test_authors_alone_correct_their_posts(group):
    author, other = person_in(group), person_in(group)
    post = GroupPostFactory(thread__group=group, author=author)
    threads.edit_post(actor=author, post=post, body=" Better ", now=timezone.now())
    assert (post.body, post.edited_at is not None) == ("Better", True)
    with pytest.raises(PermissionDenied):
        threads.edit_post(actor=other, post=post, body="Mine", now=timezone.now())


@pytest.mark.parametrize("role", [GroupRole.CHAIR, GroupRole.COORDINATOR])
def test_moderators_hide_posts_and_show_them_again(group, role):
    post = GroupPostFactory(thread__group=group)
    moderator = person_in(group, role)
    threads.hide_post(actor=moderator, post=post, reason="Names a person", now=timezone.now())
    post.refresh_from_db()
    assert (post.hidden_by, post.hidden_reason) == (moderator, "Names a person")
    threads.show_post(actor=moderator, post=post)
    assert (post.hidden_at, post.hidden_reason) == (None, "")


def test_members_do_not_moderate(group):
    member, post = person_in(group), GroupPostFactory(thread__group=group)
    with pytest.raises(PermissionDenied):
        threads.hide_post(actor=member, post=post, reason="Dislike", now=timezone.now())
    with pytest.raises(PermissionDenied):
        threads.close_thread(actor=member, thread=post.thread, is_closed=True)


def test_hiding_needs_a_reason(group):
    post = GroupPostFactory(thread__group=group)
    with pytest.raises(ValidationError, match="Say why"):
        threads.hide_post(actor=UserFactory(admin=True), post=post, reason=" ", now=timezone.now())
