"""Mails about groups: only to those who asked, once, and only what they may read."""

import datetime

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from campaigns.enums.groups import DigestFrequency
from campaigns.models import DigestSubscription
from campaigns.services.groups import digests
from campaigns.tasks import send_digests
from core.enums import Role
from tests.factories.campaigns import (
    DigestSubscriptionFactory,
    GroupMembershipFactory,
    GroupPostFactory,
    GroupThreadFactory,
    WorkingGroupFactory,
)
from tests.factories.core import UserFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 3, 2, 8, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def subscription():
    membership = GroupMembershipFactory(group=WorkingGroupFactory(name="Ethics"))
    reader = UserFactory(role=Role.PROCURER, organisation=membership.organisation, language="en")
    return DigestSubscriptionFactory(user=reader, group=membership.group, covered_until=NOW - DAY)


def post_in(group, **fields):
    return GroupPostFactory(thread=GroupThreadFactory(group=group, title="Labels"), posted_at=NOW - DAY / 2, **fields)


def test_what_others_wrote_is_mailed_once(subscription):
    post_in(subscription.group, body="Ask the brand.")
    assert digests.due_subscriptions(NOW) == [subscription.pk]
    assert digests.send_digest(subscription.pk, NOW) is True
    assert digests.send_digest(subscription.pk, NOW) is False
    (message,) = mail.outbox
    assert message.to == [subscription.user.email]
    assert message.subject == "What is new in Ethics"
    assert "Ask the brand." in message.body
    assert "Labels" in message.body
    assert digests.stop_token(subscription) in message.extra_headers["List-Unsubscribe"]


def test_nothing_new_sends_nothing_and_moves_on(subscription):
    post_in(subscription.group, author=subscription.user)
    post_in(subscription.group, hidden_at=NOW, hidden_reason="Names a person")
    post_in(WorkingGroupFactory())
    assert digests.send_digest(subscription.pk, NOW) is False
    subscription.refresh_from_db()
    assert (mail.outbox, subscription.covered_until) == ([], NOW)


def test_who_left_the_group_is_told_nothing(subscription):
    post_in(subscription.group)
    subscription.group.memberships.update(left_on="2026-02-01")
    assert digests.send_digest(subscription.pk, NOW) is False
    assert mail.outbox == []


def test_a_week_is_seven_days(subscription):
    DigestSubscription.objects.update(frequency=DigestFrequency.WEEKLY)
    assert digests.due_subscriptions(NOW) == []
    assert digests.due_subscriptions(NOW + 6 * DAY) == [subscription.pk]


def test_more_posts_than_a_mail_holds_are_counted(subscription, monkeypatch):
    monkeypatch.setattr(digests, "MOST_POSTS", 2)
    for _ in range(3):
        post_in(subscription.group)
    digests.send_digest(subscription.pk, NOW)
    assert "There is 1 more post." in mail.outbox[0].body


def test_a_mail_that_fails_is_tried_again(subscription, monkeypatch):
    post_in(subscription.group)
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", _refuse)
        assert send_digests() == 0
    assert send_digests() == 1
    assert len(mail.outbox) == 1


def _refuse(self, *args, **kwargs):
    raise ConnectionRefusedError


def test_asking_again_tells_nothing_old(subscription):
    later = digests.subscribe(
        user=subscription.user, group=subscription.group, frequency=DigestFrequency.DAILY, now=NOW
    )
    assert (later.pk, later.covered_until) == (subscription.pk, NOW)


def test_the_link_of_a_mail_asks_first_and_stops_by_post(subscription):
    client = Client(enforce_csrf_checks=True)
    address = f"/groups/digest/{digests.stop_token(subscription)}/"
    assert "Stop these mails" in client.get(address).content.decode()
    subscription.refresh_from_db()
    assert subscription.frequency == DigestFrequency.DAILY
    assert "no more mails" in client.post(address).content.decode()
    subscription.refresh_from_db()
    assert subscription.frequency == DigestFrequency.NONE
    assert client.get("/groups/digest/1:wrong/").status_code == 404


def test_a_mail_speaks_the_language_of_its_reader(subscription):
    subscription.user.language = "fr"
    subscription.user.save()
    post_in(subscription.group)
    digests.send_digest(subscription.pk, timezone.now())
    assert mail.outbox[0].subject == "Nouveautés de Ethics"
