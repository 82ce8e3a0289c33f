"""Import runs and their raw rows: nothing that was read is lost."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.enums import ImportState, RowVerdict
from core.models.base import PublicRecord
from core.querysets import ImportRunQuerySet


class ImportRun(PublicRecord):
    """One reading of one file. Counts are per row, except `warning_count` (several per row)."""

    ID_KIND = "X"
    URL_NAME = "core:import-detail"

    kind = models.CharField(_("kind"), max_length=40)
    file_name = models.CharField(_("file"), max_length=300)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    mapping = models.JSONField(_("mapping of columns"), default=dict)
    state = models.CharField(_("state"), max_length=12, choices=ImportState, default=ImportState.RUNNING)
    actor = models.ForeignKey(
        "core.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("started by")
    )
    reason = models.CharField(_("reason"), max_length=300)
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    read_count = models.PositiveIntegerField(_("rows read"), default=0)
    created_count = models.PositiveIntegerField(_("created"), default=0)
    changed_count = models.PositiveIntegerField(_("changed"), default=0)
    unchanged_count = models.PositiveIntegerField(_("unchanged"), default=0)
    review_count = models.PositiveIntegerField(_("to review"), default=0)
    rejected_count = models.PositiveIntegerField(_("rejected"), default=0)
    warning_count = models.PositiveIntegerField(_("warnings"), default=0)
    sources = models.ManyToManyField("core.Source", related_name="import_runs", verbose_name=_("sources"))

    objects = ImportRunQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="core_import_run_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.public_id})"


class ImportRow(models.Model):
    """A row as it was read, and what became of it.

    `messages` is a list of {"field", "value", "code", "text"}; `text` says what would be accepted.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows", verbose_name=_("run"))
    number = models.PositiveIntegerField(_("row"))
    raw = models.JSONField(_("as read"))
    verdict = models.CharField(_("verdict"), max_length=10, choices=RowVerdict)
    messages = models.JSONField(_("messages"), default=list)

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="core_import_row_once"),
            models.CheckConstraint(condition=Q(verdict__in=RowVerdict.values), name="core_import_row_verdict_known"),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} / {self.number}"
