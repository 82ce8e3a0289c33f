"""When, where and for whom: what events preset and activities record."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import ActivityType, AudienceGroup
from campaigns.querysets.outreach import EventPresetQuerySet
from core.history import tracked
from core.models import PublicRecord


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
    def last_day(self) -> datetime.date:
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
