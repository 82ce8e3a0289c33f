"""Mails that tell what is new in a group, to those who asked for them."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from campaigns.enums.groups import DigestFrequency
from campaigns.models import DigestSubscription, GroupPost, WorkingGroup

if TYPE_CHECKING:
    from core.models import User

# A day is over a little earlier than 24 hours later, so that mails keep to their hour.
INTERVALS = {
    DigestFrequency.DAILY: datetime.timedelta(hours=23),
    DigestFrequency.WEEKLY: datetime.timedelta(days=7, hours=-1),
}
MOST_POSTS = 50
_signer = Signer(salt="campaigns.digest")


@dataclass(frozen=True)
class NewPosts:
    """What one mail tells: the posts, and how many more there are."""

    shown: list[GroupPost]
    more: int


def subscribe(
    *, user: "User", group: WorkingGroup, frequency: DigestFrequency, now: datetime.datetime
) -> DigestSubscription:
    """From now on; what was posted before is not told."""
    subscription, _created = DigestSubscription.objects.update_or_create(
        user=user, group=group, defaults={"frequency": frequency, "covered_until": now}
    )
    return subscription


def stop_token(subscription: DigestSubscription) -> str:
    """What a mail carries so that it can be stopped without signing in."""
    return _signer.sign(str(subscription.pk))


def subscription_of(token: str) -> DigestSubscription | None:
    try:
        number = _signer.unsign(token)
    except BadSignature:
        return None
    return DigestSubscription.objects.select_related("group").filter(pk=number).first()


def stop(subscription: DigestSubscription) -> None:
    subscription.frequency = DigestFrequency.NONE
    subscription.save(update_fields=["frequency"])


def due_subscriptions(now: datetime.datetime) -> list[int]:
    """Ids of subscriptions whose time has come."""
    found: list[int] = []
    for frequency, interval in INTERVALS.items():
        rows = DigestSubscription.objects.filter(
            frequency=frequency, covered_until__lte=now - interval, user__is_active=True
        )
        found += rows.order_by("pk").values_list("pk", flat=True)
    return found


@transaction.atomic
def send_digest(subscription_id: int, now: datetime.datetime) -> bool:
    """Mails what is new since the last time; whether a mail went out.

    The row is locked meanwhile and moves on only when the mail was taken: a mail is sent again after
    a failure, and once where two workers are at it. Who has left the group is told nothing more.
    """
    subscription = (
        DigestSubscription.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("user", "group")
        .filter(pk=subscription_id)
        .exclude(frequency=DigestFrequency.NONE)
        .first()
    )
    if subscription is None or subscription.covered_until > now - INTERVALS[DigestFrequency(subscription.frequency)]:
        return False
    found = _new_posts(subscription, now)
    if found.shown:
        _mail(subscription, found)
    subscription.covered_until = now
    subscription.save(update_fields=["covered_until"])
    return bool(found.shown)


def _new_posts(subscription: DigestSubscription, now: datetime.datetime) -> NewPosts:
    """Posts of others that stand, so far as the person may read them now."""
    posts = (
        GroupPost.objects.visible_to(subscription.user)
        .standing()
        .filter(
            thread__group=subscription.group,
            posted_at__gt=subscription.covered_until,
            posted_at__lte=now,
        )
        .exclude(author=subscription.user)
    )
    shown = list(posts.select_related("thread", "author", "organisation").order_by("thread", "posted_at")[:MOST_POSTS])
    return NewPosts(shown, posts.count() - len(shown) if len(shown) == MOST_POSTS else 0)


def _mail(subscription: DigestSubscription, found: NewPosts) -> None:
    with translation.override(subscription.user.language or settings.LANGUAGE_CODE):
        stop_url = settings.BASE_URL + reverse("campaigns:digest-stop", args=[stop_token(subscription)])
        threads = Counter(post.thread for post in found.shown)
        message = EmailMessage(
            subject=_("What is new in %(group)s") % {"group": subscription.group.name},
            body=render_to_string(
                "campaigns/groups/digest_message.txt",
                {
                    "subscription": subscription,
                    "posts": found.shown,
                    "more": found.more,
                    "threads_count": len(threads),
                    "base_url": settings.BASE_URL,
                    "stop_url": stop_url,
                },
            ),
            to=[subscription.user.email],
            headers={"List-Unsubscribe": f"<{stop_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        )
    message.send()
