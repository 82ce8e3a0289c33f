"""Who took part in an activity, whom it concerned and where it stopped."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.models.activities import Activity
from campaigns.querysets.outreach import OfActivityQuerySet
from core.history import tracked
from core.models import Record


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
