"""The way of an activity from a draft to approval."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import ActivityState
from campaigns.models.activities import Activity
from campaigns.querysets.outreach import TrailQuerySet


class ActivityDecision(models.Model):
    """A move of an activity from one state to the next: by whom, when and why. Never changed afterwards."""

    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, related_name="decisions", verbose_name=_("activity")
    )
    from_state = models.CharField(_("from"), max_length=12, choices=ActivityState, blank=True)
    to_state = models.CharField(_("to"), max_length=12, choices=ActivityState)
    comment = models.TextField(_("comment"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    decided_at = models.DateTimeField(_("at"), default=timezone.now)

    objects = TrailQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ("decided_at", "pk")
        indexes = [models.Index(fields=["activity", "decided_at"], name="campaigns_decision_trail")]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_state__in=ActivityState.values)
                & (Q(from_state="") | Q(from_state__in=ActivityState.values)),
                name="campaigns_activitydecision_state_known",
            ),
            models.CheckConstraint(
                condition=~(Q(to_state=ActivityState.RETURNED) | Q(from_state=ActivityState.LOCKED)) | ~Q(comment=""),
                name="campaigns_activitydecision_explained",
                violation_error_message=_("Say why: the partner has to know what to change."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.from_state} - {self.to_state}"


class ActivityDraft(models.Model):
    """What a person has begun to log, kept on the server while they type. Personal, without history, theirs alone.

    `data` holds the form's fields as typed; nothing in it has been checked.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="activity_drafts", verbose_name=_("owner")
    )
    client_id = models.UUIDField(_("number on the device"))
    data = models.JSONField(_("as typed"), default=dict)
    updated_at = models.DateTimeField(_("last changed at"), default=timezone.now)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(fields=["owner", "client_id"], name="campaigns_activitydraft_once"),
        ]

    def __str__(self) -> str:
        return str(self.data.get("name") or self.client_id)
