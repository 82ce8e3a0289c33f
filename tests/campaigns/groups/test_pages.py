"""Pages of groups."""

import random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.enums.groups import GroupRole
from campaigns.models import AssessmentAnswer, DigestSubscription, GroupPost
from core.enums import Role
from core.public_ids import new_public_id
from tests.factories.campaigns import (
    AssessmentQuestionFactory,
    GroupMembershipFactory,
    GroupPostFactory,
    GroupResourceFactory,
    GroupThreadFactory,
    GroupWorkshopFactory,
    QuotedGroupSizeFactory,
    WorkingGroupFactory,
)
from tests.factories.core import CountryFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return WorkingGroupFactory(name="Ethics", purpose="Labour rights")


def signed_in(group, role=GroupRole.MEMBER):
    client = Client()
    client.user = UserFactory(
        role=Role.PROCURER, organisation=GroupMembershipFactory(group=group, role=role).organisation
    )
    client.force_login(client.user)
    return client


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def fill(group):
    GroupMembershipFactory(group=group, organisation=OrganisationFactory(country=CountryFactory(code="NL")))
    QuotedGroupSizeFactory(group=group, countries=11)
    GroupWorkshopFactory(group=group, outcome="A question catalogue")
    GroupResourceFactory(group=group)
    AssessmentQuestionFactory(group=group)
    return GroupPostFactory(thread=GroupThreadFactory(group=group)).thread


def test_pages_take_the_same_queries_for_one_and_three_rows(group):
    chair = signed_in(group, GroupRole.CHAIR)
    thread = fill(group)
    addresses = ("/groups/", group.get_absolute_url(), thread.get_absolute_url())
    for address in addresses:
        chair.get(address)
    once = [queries_of(chair, address) for address in addresses]
    for _ in range(2):
        fill(group)
        fill(WorkingGroupFactory())
        GroupPostFactory(thread=thread)
    assert [queries_of(chair, address) for address in addresses] == once


def test_everyone_reads_who_is_in_the_group_and_how_large_sources_say_it_is(group, client):
    fill(group)
    page = client.get(group.get_absolute_url()).content.decode()
    assert "18 of 11 countries" in page
    assert "A question catalogue" in page
    assert "Discussion" not in page
    assert "Answer the questions" not in page


def test_the_list_filters_by_member_country_and_kind(group, client):
    fill(group)
    WorkingGroupFactory(kind="buyer_group", name="Buyers of Flanders")
    found = client.get("/api/v1/groups/?country=NL").json()["results"]
    assert [(row["name"], row["members_count"], row["countries_count"]) for row in found] == [("Ethics", 1, 1)]
    member = group.memberships.get().organisation.public_id
    assert client.get(f"/api/v1/groups/?member={member}&kind=buyer_group").json()["count"] == 0


def test_a_member_opens_a_thread_replies_and_corrects(group):
    member = signed_in(group)
    opened = member.post(f"{group.get_absolute_url()}threads/new/", {"title": "Labels", "body": "Which?"}, follow=True)
    thread = group.threads.get()
    assert "Which?" in opened.content.decode()
    member.post(thread.get_absolute_url(), {"body": "This one"})
    post = thread.posts.last()
    address = f"{thread.get_absolute_url()}posts/{post.pk}/"
    assert "This one" in member.get(f"{address}edit/").content.decode()
    member.post(f"{address}edit/", {"body": "That one"})
    assert [row.body for row in thread.posts.all()] == ["Which?", "That one"]
    assert member.get(f"{address}hide/").status_code == 403
    assert signed_in(group).get(f"{address}edit/").status_code == 403


def test_an_empty_reply_is_said_on_the_field(group):
    thread = GroupThreadFactory(group=group)
    page = signed_in(group).post(thread.get_absolute_url(), {"body": " "}).content.decode()
    assert "This field is required." in page
    assert not thread.posts.exists()


def test_a_moderator_hides_shows_and_closes(group):
    chair, thread = signed_in(group, GroupRole.CHAIR), fill(group)
    post = thread.posts.get()
    address = f"{thread.get_absolute_url()}posts/{post.pk}/"
    chair.post(f"{address}hide/", {"reason": "Names a person"})
    assert "A moderator has hidden this post: Names a person" in chair.get(thread.get_absolute_url()).content.decode()
    assert post.body not in signed_in(group).get(thread.get_absolute_url()).content.decode()
    chair.post(f"{address}show/")
    assert GroupPost.objects.get(pk=post.pk).hidden_at is None
    for told in ("The thread is closed.", "The thread is open."):
        assert told in chair.post(f"{thread.get_absolute_url()}close/", follow=True).content.decode()


def test_a_reply_to_a_thread_that_was_closed_meanwhile_is_refused(group):
    thread = GroupThreadFactory(group=group, is_closed=True)
    page = signed_in(group).post(thread.get_absolute_url(), {"body": "Late"}).content.decode()
    assert "This thread is closed. Open another one to go on." in page


def test_long_threads_are_paged(group, monkeypatch):
    monkeypatch.setattr("campaigns.views.groups.threads.SHOWN_POSTS", 2)
    member, thread = signed_in(group), GroupThreadFactory(group=group)
    posts = [GroupPostFactory(thread=thread, body=f"Word {n}") for n in range(3)]
    first = member.get(thread.get_absolute_url()).content.decode()
    assert ("Word 1" in first, "Word 2" in first) == (True, False)
    later = member.get(f"{thread.get_absolute_url()}?after={posts[1].pk}").content.decode()
    assert ("Word 1" in later, "Word 2" in later) == (False, True)
    assert member.get(f"{thread.get_absolute_url()}?after=x").status_code == 200


def test_outsiders_get_no_thread_and_no_form(group):
    thread = fill(group)
    outsider = Client()
    outsider.force_login(UserFactory(procurer=True))
    assert outsider.get(thread.get_absolute_url()).status_code == 404
    for form in ("threads/new/", "members/new/", "workshops/new/", "resources/new/", "assessment/", "mails/"):
        assert outsider.get(f"{group.get_absolute_url()}{form}").status_code == 403, form
        assert Client().get(f"{group.get_absolute_url()}{form}").status_code == 302, form


def test_a_moderator_adds_and_ends_a_membership(group):
    chair, body = signed_in(group, GroupRole.COORDINATOR), OrganisationFactory()
    address = f"{group.get_absolute_url()}members/"
    entry = {"organisation": body.public_id, "role": "member", "joined_on": "2026-01-15", "reason": "agreed"}
    assert chair.get(f"{address}new/").status_code == 200
    assert "The organisation is a member." in chair.post(f"{address}new/", entry, follow=True).content.decode()
    assert "This organisation is a member already." in chair.post(f"{address}new/", entry).content.decode()
    member = group.memberships.get(organisation=body)
    ended = chair.post(f"{address}{member.pk}/end/", {"left_on": "2026-02-01", "reason": "merged"}, follow=True)
    assert "The membership has ended." in ended.content.decode()
    assert chair.post(f"{address}{member.pk}/end/", {"left_on": "2026-02-01", "reason": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nonsense", "This is no identifier of an organisation"),
        (new_public_id("G", random.Random(1)), "No organisation has this identifier"),
    ],
)
def test_a_wrong_identifier_is_said(group, typed, said):
    entry = {"organisation": typed, "role": "member", "joined_on": "2026-01-15", "reason": "agreed"}
    page = signed_in(group, GroupRole.CHAIR).post(f"{group.get_absolute_url()}members/new/", entry).content.decode()
    assert said in page


def test_members_share_and_moderators_record(group):
    member, chair = signed_in(group), signed_in(group, GroupRole.CHAIR)
    shared = {"title": "Guide", "url": "https://example.org/g", "reason": "useful"}
    assert "Guide" in member.post(f"{group.get_absolute_url()}resources/new/", shared, follow=True).content.decode()
    assert member.get(f"{group.get_absolute_url()}workshops/new/").status_code == 403
    held = {"topic": "Audits", "held_on": "2026-01-15", "reason": "took place"}
    assert "Audits" in chair.post(f"{group.get_absolute_url()}workshops/new/", held, follow=True).content.decode()


def test_a_member_answers_and_sees_the_standing_answer(group):
    member = signed_in(group)
    words = AssessmentQuestionFactory(group=group, text="What do you need?")
    yes_no = AssessmentQuestionFactory(group=group, kind="yes_no")
    address = f"{group.get_absolute_url()}assessment/"
    member.post(address, {f"question-{words.pk}": "Time", f"question-{yes_no.pk}": "0"})
    answers = dict(AssessmentAnswer.objects.values_list("question", "number"))
    assert answers == {words.pk: None, yes_no.pk: 0}
    assert "Time" in member.get(address).content.decode()


def test_a_member_chooses_mails(group):
    member = signed_in(group)
    address = f"{group.get_absolute_url()}mails/"
    assert member.get(address).status_code == 200
    member.post(address, {"frequency": "weekly"})
    assert DigestSubscription.objects.get().frequency == "weekly"


def test_pages_of_a_merged_group_lead_to_the_survivor(group):
    member, merged = signed_in(group), WorkingGroupFactory()
    thread = fill(group)
    type(merged).objects.filter(pk=merged.pk).update(merged_into=group)
    assert member.get(f"/groups/{merged.public_id}/").url == group.get_absolute_url()
    assert member.get(f"/groups/{merged.public_id}/resources/new/").url == group.get_absolute_url()
    for page in ("threads/new/", "mails/", f"threads/{thread.public_id}/"):
        assert "Ethics" in member.get(f"/groups/{merged.public_id}/{page}").content.decode()
