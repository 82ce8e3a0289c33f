"""Outreach: what partners did with whom."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import COUNTED_STATES, NOT_DONE_STATES, ActivityState
from campaigns.models.occasions import EventPreset, Occasion
from campaigns.querysets.outreach import ActivityQuerySet
from core.history import tracked
from core.models import PublicRecord, Searchable

LAST_DAY = Coalesce(F("ends_on"), F("starts_on"))


@tracked()
class Activity(Occasion, Searchable, PublicRecord):
    """One act of outreach. The lead partner owns the record and its figures; others get credit without adding.

    `name` is the title. `declared_done_on` is the day on which a person said that it had taken
    place: nothing in the future can be declared done. `client_id` is given by the device that
    recorded it, so that what is sent twice is kept once.
    """

    ID_KIND = "Y"
    URL_NAME = "campaigns:activity-detail"

    project = models.ForeignKey(
        "campaigns.Project", on_delete=models.PROTECT, related_name="activities", verbose_name=_("project")
    )
    work_package = models.ForeignKey(
        "campaigns.WorkPackage",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("work package"),
    )
    lead = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="led_activities", verbose_name=_("lead partner")
    )
    co_partners = models.ManyToManyField(
        "campaigns.Partner",
        through="campaigns.ActivityPartner",
        related_name="joined_activities",
        blank=True,
        verbose_name=_("together with"),
    )
    event = models.ForeignKey(
        EventPreset, on_delete=models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("event")
    )
    description = models.TextField(_("what happened"), blank=True)
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    state = models.CharField(_("state"), max_length=12, choices=ActivityState, default=ActivityState.PLANNED)
    is_announced = models.BooleanField(
        _("announced"), default=False, help_text=_("While planned, shown in the public calendar.")
    )
    declared_done_on = models.DateField(_("declared done on"), null=True, blank=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("recorded by"),
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("handed in by"),
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True, editable=False)
    client_id = models.UUIDField(_("number on the device"), null=True, blank=True, unique=True, editable=False)
    procurers = models.ManyToManyField(
        "procurement.Procurer",
        through="campaigns.ActivityProcurer",
        related_name="activities",
        blank=True,
        verbose_name=_("public buyers involved"),
    )
    contracts = models.ManyToManyField(
        "procurement.Contract",
        through="campaigns.ActivityContract",
        related_name="activities",
        blank=True,
        verbose_name=_("contracts concerned"),
    )

    objects = ActivityQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        indexes = [
            *Searchable.Meta.indexes,
            models.Index(LAST_DAY, "id", name="campaigns_activity_last_day"),
            models.Index(fields=["-starts_on", "id"], name="campaigns_activity_latest"),
            models.Index(fields=["project", "lead", "state"], name="campaigns_activity_of_partner"),
            models.Index(fields=["state", "-starts_on"], name="campaigns_activity_by_state"),
            models.Index(
                fields=["project", "state", "starts_on", "id"],
                condition=Q(merged_into__isnull=True),
                name="campaigns_activity_waiting",
            ),
            # All that figures of a project's period need, so that they are read from this index alone.
            models.Index(
                "project",
                LAST_DAY,
                include=["id", "lead", "country", "starts_on", "ends_on"],
                condition=Q(merged_into__isnull=True, state__in=COUNTED_STATES),
                name="campaigns_activity_counted",
            ),
        ]
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            *Occasion.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=ActivityState.values), name="campaigns_activity_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=NOT_DONE_STATES)
                | Q(declared_done_on__isnull=False, declared_done_on__gte=LAST_DAY),
                name="campaigns_activity_done_is_past",
                violation_error_message=_("What lies in the future is planned; it cannot be done already."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=COUNTED_STATES) | Q(approved_at__isnull=False),
                name="campaigns_activity_approval_dated",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | (~Q(approved_by=F("submitted_by")) & ~Q(approved_by=F("author"))),
                name="campaigns_activity_four_eyes",
                violation_error_message=_("Nobody approves what they recorded or handed in themselves."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="campaigns_activity_point_on_earth",
                violation_error_message=_("Give latitude and longitude together, in degrees."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def partners_who_joined(self) -> list[Any]:
        """Co-partners by name; ask it of rows with their participations."""
        return sorted((part.partner for part in self.participations.all()), key=str)
