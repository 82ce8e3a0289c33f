"""Long work: the row is the truth, the broker only carries its identifier."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.enums import JobState
from core.models.base import PublicRecord
from core.querysets import JobQuerySet

ENDED = (JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED, JobState.EXPIRED)


class Job(PublicRecord):
    """A piece of background work and its outcome.

    `done` and `total` count rows; `total` is null while unknown. `result_file` is a path in the storage, gone
    after `expires_at`. A job may have parts, jobs of their own, which it joins when all of them ended.
    `fingerprint` says what was asked, by whom: of one wish, one job waits or runs. `content` says what a
    finished file was made from: an equal wish gets the file that is there.
    """

    ID_KIND = "J"
    URL_NAME = "core:job-detail"

    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("title"), max_length=300)
    parameters = models.JSONField(_("parameters"), default=dict)
    requested_by = models.ForeignKey(
        "core.User",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="jobs",
        verbose_name=_("requested by"),
    )
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    retry_of = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="retries", verbose_name=_("repeats")
    )
    fingerprint = models.CharField(_("fingerprint"), max_length=64, blank=True)
    content = models.CharField(_("fingerprint of the content"), max_length=64, blank=True)
    mail_when_done = models.BooleanField(_("e-mail when done"), default=False)
    state = models.CharField(_("state"), max_length=12, choices=JobState, default=JobState.QUEUED)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("of"), null=True, blank=True)
    message = models.TextField(_("message"), blank=True)
    cancel_requested = models.BooleanField(_("cancellation requested"), default=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    heartbeat_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    expires_at = models.DateTimeField(_("result kept until"), null=True, blank=True)
    result_file = models.CharField(_("result file"), max_length=300, blank=True)
    result_name = models.CharField(_("name of the download"), max_length=300, blank=True)
    result_sha256 = models.CharField(_("SHA-256 of the result"), max_length=64, blank=True)
    result_size = models.BigIntegerField(_("size of the result in bytes"), null=True, blank=True)
    row_count = models.PositiveIntegerField(_("rows of the result"), null=True, blank=True)
    data_as_of = models.DateTimeField(_("data as of"), default=timezone.now)

    objects = JobQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="core_job_state_known"),
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=Q(state__in=(JobState.QUEUED, JobState.RUNNING, JobState.JOINING)) & ~Q(fingerprint=""),
                name="core_job_wish_once",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "heartbeat_at"], name="core_job_alive"),
            models.Index(fields=["content"], condition=~Q(content=""), name="core_job_content"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Reports have a page of their own."""
        return (
            reverse("core:report-detail", args=[self.public_id])
            if self.kind == "report"
            else super().get_absolute_url()
        )

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED
