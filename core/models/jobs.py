"""Long work: the row is the truth, the broker only carries its identifier."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.enums import JobState
from core.models.base import PublicRecord
from core.querysets import JobQuerySet


class Job(PublicRecord):
    """A piece of background work and its outcome.

    `done` and `total` count rows; `total` is null while unknown. `result_file` is a path below
    MEDIA_ROOT, gone after `expires_at`.
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
    data_as_of = models.DateTimeField(_("data as of"), default=timezone.now)

    objects = JobQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="core_job_state_known"),
        ]
        indexes = [models.Index(fields=["state", "heartbeat_at"], name="core_job_alive")]

    def __str__(self) -> str:
        return self.title
