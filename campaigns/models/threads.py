"""What members of a group say to each other. Personal: erased with the person, without history."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.enums.groups import DigestFrequency
from campaigns.models.groups import WorkingGroup
from campaigns.querysets.groups import PostQuerySet, ThreadQuerySet
from core.models import PublicRecord


class GroupThread(PublicRecord):
    """A discussion. Closed ones can be read and take no more posts."""

    ID_KIND = "4"
    URL_NAME = "campaigns:thread-detail"

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="threads", verbose_name=_("group"))
    title = models.CharField(_("title"), max_length=200)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("opened by"),
    )
    is_closed = models.BooleanField(_("closed"), default=False)
    is_pinned = models.BooleanField(_("pinned"), default=False)

    objects = ThreadQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title=""),
                name="campaigns_groupthread_title_given",
                violation_error_message=_("Give the thread a title."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse(self.URL_NAME, args=[self.group.public_id, self.public_id])


class GroupPost(models.Model):
    """What one member wrote. Hidden posts keep their place; who hid them says why."""

    thread = models.ForeignKey(GroupThread, on_delete=models.CASCADE, related_name="posts", verbose_name=_("thread"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="group_posts",
        verbose_name=_("author"),
    )
    organisation = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for"),
        help_text=_("The member for whom the author writes; empty for administrators."),
    )
    body = models.TextField(_("text"), max_length=10_000)
    is_demo = models.BooleanField(_("fictional demo record"), default=False, editable=False)
    posted_at = models.DateTimeField(_("posted at"), default=timezone.now)
    edited_at = models.DateTimeField(_("changed at"), null=True, blank=True)
    hidden_at = models.DateTimeField(_("hidden at"), null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hidden by"),
    )
    hidden_reason = models.CharField(_("why it was hidden"), max_length=300, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ("posted_at", "pk")
        indexes = [models.Index(fields=["thread", "posted_at"], name="campaigns_post_in_thread")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(body=""),
                name="campaigns_grouppost_body_given",
                violation_error_message=_("Write something."),
            ),
            models.CheckConstraint(
                condition=Q(hidden_at__isnull=True) | ~Q(hidden_reason=""),
                name="campaigns_grouppost_hidden_with_reason",
                violation_error_message=_("Say why the post is hidden."),
            ),
        ]

    def __str__(self) -> str:
        return self.body[:60]


class DigestSubscription(models.Model):
    """How often a person wants to hear by mail what is new in a group. Nobody is mailed who did not ask."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests", verbose_name=_("user")
    )
    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="digests", verbose_name=_("group"))
    frequency = models.CharField(_("mail"), max_length=8, choices=DigestFrequency, default=DigestFrequency.NONE)
    covered_until = models.DateTimeField(_("told up to"), default=timezone.now)

    class Meta:
        verbose_name = _("digest subscription")
        verbose_name_plural = _("digest subscriptions")
        constraints = [
            models.UniqueConstraint(fields=["user", "group"], name="campaigns_digestsubscription_once"),
            models.CheckConstraint(
                condition=Q(frequency__in=DigestFrequency.values), name="campaigns_digestsubscription_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} - {self.group}: {self.get_frequency_display()}"
