"""Reports that are made again and again, and who gets them."""

import uuid
import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.enums import Frequency, Weekday
from core.models.base import PublicRecord, Record
from core.querysets import ReportScheduleQuerySet


def known_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("%(name)s is no time zone; give one like Europe/Berlin."), params={"name": name})


class ReportSchedule(PublicRecord):
    """When to make which report. `parameters` are those of its jobs; periods in them are relative to each run.

    `hour` is of the owner's `time_zone`. `next_run_at` is kept by `core.services.schedules`; what was missed is
    made up for once.
    """

    ID_KIND = "V"
    URL_NAME = "core:schedule-detail"

    owner = models.ForeignKey(
        "core.User", on_delete=models.CASCADE, related_name="report_schedules", verbose_name=_("owner")
    )
    name = models.CharField(_("name"), max_length=200)
    parameters = models.JSONField(_("parameters"), default=dict)
    frequency = models.CharField(_("how often"), max_length=10, choices=Frequency, default=Frequency.MONTHLY)
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday, default=Weekday.MONDAY)
    day = models.PositiveSmallIntegerField(
        _("day of the month"), default=1, validators=[MinValueValidator(1), MaxValueValidator(28)]
    )
    hour = models.PositiveSmallIntegerField(_("hour"), default=7, validators=[MaxValueValidator(23)])
    time_zone = models.CharField(_("time zone"), max_length=60, default="Europe/Brussels", validators=[known_time_zone])
    is_paused = models.BooleanField(_("paused"), default=False)
    next_run_at = models.DateTimeField(_("next run"))
    last_run_at = models.DateTimeField(_("last run"), null=True, blank=True)

    objects = ReportScheduleQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("report schedule")
        verbose_name_plural = _("report schedules")
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(condition=Q(frequency__in=Frequency.values), name="core_schedule_frequency_known"),
            models.CheckConstraint(
                condition=Q(weekday__in=Weekday.values) & Q(day__range=(1, 28)) & Q(hour__lte=23),
                name="core_schedule_moment_exists",
            ),
        ]
        indexes = [models.Index(fields=["next_run_at"], condition=Q(is_paused=False), name="core_schedule_due")]

    def __str__(self) -> str:
        return self.name


class ReportRecipient(Record):
    """An address that gets the reports of a schedule until its owner or the reader stops it."""

    schedule = models.ForeignKey(
        ReportSchedule, on_delete=models.CASCADE, related_name="recipients", verbose_name=_("schedule")
    )
    email = models.EmailField(_("e-mail"))
    token = models.UUIDField(_("token"), default=uuid.uuid4, unique=True, editable=False)
    stopped_at = models.DateTimeField(_("stopped at"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("recipient of reports")
        verbose_name_plural = _("recipients of reports")
        constraints = [
            models.UniqueConstraint(fields=["schedule", "email"], name="core_recipient_once"),
        ]

    def __str__(self) -> str:
        return self.email
