"""Outreach: what partners did with whom, and how many people it reached."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import (
    COUNTED_STATES,
    NOT_DONE_STATES,
    ActivityState,
    ActivityType,
    AudienceGroup,
)
from campaigns.querysets.outreach import ActivityQuerySet, EventPresetQuerySet, OfActivityQuerySet, TrailQuerySet
from core.history import tracked
from core.models import PublicRecord, Record, Searchable

LAST_DAY = Coalesce(F("ends_on"), F("starts_on"))


class Occasion(models.Model):
    """When, where and for whom: what an activity has, and what an event presets."""

    type = models.CharField(_("kind of activity"), max_length=20, choices=ActivityType)
    starts_on = models.DateField(_("date or first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Only where it took several days."))
    country = models.ForeignKey(
        "core.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    city = models.CharField(_("town"), max_length=120, blank=True)
    venue = models.CharField(_("place"), max_length=200, blank=True, help_text=_("Building, street or website."))
    is_online = models.BooleanField(_("online"), default=False)
    language = models.CharField(
        _("language"), max_length=20, blank=True, help_text=_("BCP 47 tag, for example ca or zh-Hans.")
    )
    audience_group = models.CharField(_("audience"), max_length=20, choices=AudienceGroup, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(type__in=ActivityType.values), name="%(app_label)s_%(class)s_type_known"
            ),
            models.CheckConstraint(
                condition=Q(audience_group="") | Q(audience_group__in=AudienceGroup.values),
                name="%(app_label)s_%(class)s_audience_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="%(app_label)s_%(class)s_days_in_order",
                violation_error_message=_("The last day is not before the first."),
            ),
        ]

    @property
    def last_day(self):  # type: ignore[no-untyped-def]
        return self.ends_on or self.starts_on


@tracked()
class EventPreset(Occasion, PublicRecord):
    """An event whose code (QR) fills in day, place and language of everything logged there."""

    ID_KIND = "7"
    URL_NAME = "campaigns:event-detail"

    project = models.ForeignKey(
        "campaigns.Project", on_delete=models.PROTECT, related_name="events", verbose_name=_("project")
    )
    lead = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="events", verbose_name=_("lead partner")
    )
    name = models.CharField(_("name of the event"), max_length=200)

    objects = EventPresetQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            *PublicRecord.Meta.constraints,
            *Occasion.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(name=""),
                name="campaigns_eventpreset_name_given",
                violation_error_message=_("Give the event's name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


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


@tracked()
class ActivityPartner(Record):
    """A partner that took part. It gets credit; the figures are the lead partner's and are counted once."""

    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, related_name="participations", verbose_name=_("activity")
    )
    partner = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )

    objects = OfActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("co-partner")
        verbose_name_plural = _("co-partners")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "partner"],
                name="campaigns_activitypartner_once",
                violation_error_message=_("This partner is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.partner)


@tracked()
class ActivityProcurer(Record):
    """A public buyer that was involved."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="+", verbose_name=_("activity"))
    procurer = models.ForeignKey(
        "procurement.Procurer", on_delete=models.PROTECT, related_name="+", verbose_name=_("public buyer")
    )

    objects = OfActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("public buyer involved")
        verbose_name_plural = _("public buyers involved")
        constraints = [
            models.UniqueConstraint(fields=["activity", "procurer"], name="campaigns_activityprocurer_once"),
        ]

    def __str__(self) -> str:
        return str(self.procurer)


@tracked()
class ActivityContract(Record):
    """A contract that it was about."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="+", verbose_name=_("activity"))
    contract = models.ForeignKey(
        "procurement.Contract", on_delete=models.PROTECT, related_name="+", verbose_name=_("contract")
    )

    objects = OfActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("contract concerned")
        verbose_name_plural = _("contracts concerned")
        constraints = [
            models.UniqueConstraint(fields=["activity", "contract"], name="campaigns_activitycontract_once"),
        ]

    def __str__(self) -> str:
        return str(self.contract)


@tracked()
class ActivityStop(Record):
    """A stop of a speaker tour or of another activity that travels."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="stops", verbose_name=_("activity"))
    held_on = models.DateField(_("date"))
    country = models.ForeignKey(
        "core.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    city = models.CharField(_("town"), max_length=120)
    venue = models.CharField(_("place"), max_length=200, blank=True)

    objects = OfActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        ordering = ("held_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "held_on", "city"],
                name="campaigns_activitystop_once",
                violation_error_message=_("This stop is there already."),
            ),
            models.CheckConstraint(condition=~Q(city=""), name="campaigns_activitystop_town_given"),
        ]

    def __str__(self) -> str:
        return f"{self.city}, {self.held_on}"


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
