"""What partners report for an indicator, and which activities feed it."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import AgeBand, Sex
from campaigns.enums.results import UpdateState
from campaigns.models.projects import Project
from campaigns.models.results import LARGEST_VALUE, Indicator, IndicatorPeriod, figure
from campaigns.models.results_triggers import (
    LINKS_IN_OPEN_PERIODS,
    PART_IN_OPEN_PERIOD,
    UPDATE_FITS,
    UPDATE_IN_OPEN_PERIOD,
    parts_within,
)
from campaigns.querysets.results import ActivityIndicatorQuerySet, IndicatorUpdateQuerySet, OfUpdateQuerySet
from core.history import tracked
from core.models import Record


def user_key(label: Any) -> Any:
    """A person who did something; forgotten when the account goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=label,
    )


@tracked()
class IndicatorUpdate(Record):
    """A figure or words of one partner for one period. Only approved ones change what is shown as reached.

    Numbers of updates add up. Of a percentage numerator and denominator are kept, never the quotient.
    """

    period = models.ForeignKey(
        IndicatorPeriod, on_delete=models.PROTECT, related_name="updates", verbose_name=_("period")
    )
    partner = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )
    value = figure(_("number"))
    numerator = figure(_("how many of them"))
    denominator = figure(_("out of how many"))
    narrative = models.TextField(_("in words"), blank=True)
    text = models.TextField(_("comment"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=UpdateState, default=UpdateState.DRAFT)
    author = user_key(_("recorded by"))
    submitted_by = user_key(_("handed in by"))
    approved_by = user_key(_("approved by"))
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True, editable=False)

    objects = IndicatorUpdateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("update")
        verbose_name_plural = _("updates")
        ordering = ("-created_at", "-pk")
        indexes = [models.Index(fields=["period", "state"], name="campaigns_update_of_period")]
        triggers = [
            *Record.Meta.triggers,
            UPDATE_FITS,
            *UPDATE_IN_OPEN_PERIOD,
            parts_within("figure_holds_its_parts", pgtrigger.Update, "id"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=UpdateState.values), name="campaigns_indicatorupdate_state_known"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, numerator__isnull=True, denominator__isnull=True, narrative="")
                | Q(value__isnull=True, numerator__isnull=False, denominator__isnull=False, narrative="")
                | (Q(value__isnull=True, numerator__isnull=True, denominator__isnull=True) & ~Q(narrative="")),
                name="campaigns_indicatorupdate_one_form",
                violation_error_message=_("Give a number, or numerator and denominator, or words."),
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__range=(0, LARGEST_VALUE)),
                name="campaigns_indicatorupdate_plausible",
                violation_error_message=_("This number cannot be: it is below zero or larger than anything counted."),
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True)
                | Q(denominator__gt=0, denominator__lte=LARGEST_VALUE, numerator__range=(0, F("denominator"))),
                name="campaigns_indicatorupdate_part_of_whole",
                violation_error_message=_("A percentage is a part of a whole: from 0 to the whole, which is above 0."),
            ),
            models.CheckConstraint(
                condition=~Q(state=UpdateState.APPROVED) | Q(approved_at__isnull=False),
                name="campaigns_indicatorupdate_approval_dated",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | (~Q(approved_by=F("submitted_by")) & ~Q(approved_by=F("author"))),
                name="campaigns_indicatorupdate_four_eyes",
                violation_error_message=_("Nobody approves what they recorded or handed in themselves."),
            ),
        ]

    @property
    def project(self) -> Project:
        return self.period.project

    def __str__(self) -> str:
        if self.numerator is not None:
            return f"{self.numerator} / {self.denominator}"
        return self.narrative if self.value is None else str(self.value)


@tracked()
class UpdatePart(Record):
    """The part of an update's number (of a percentage: of its numerator) of one sex, age band or country.

    Parts cut the same way never add up to more than the number; they may add up to less.
    """

    update = models.ForeignKey(
        IndicatorUpdate, on_delete=models.CASCADE, related_name="parts", verbose_name=_("update")
    )
    sex = models.CharField(_("sex"), max_length=8, choices=Sex, blank=True)
    age_band = models.CharField(_("age"), max_length=8, choices=AgeBand, blank=True)
    country = models.ForeignKey(
        "core.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    number = models.DecimalField(_("number"), max_digits=18, decimal_places=4, validators=[MinValueValidator(0)])

    objects = OfUpdateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("part of an update")
        verbose_name_plural = _("parts of an update")
        triggers = [
            *Record.Meta.triggers,
            PART_IN_OPEN_PERIOD,
            parts_within("parts_within_figure_insert", pgtrigger.Insert, "update_id"),
            parts_within("parts_within_figure_update", pgtrigger.Update, "update_id"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["update", "sex", "age_band", "country"],
                nulls_distinct=False,
                name="campaigns_updatepart_once",
                violation_error_message=_("This part was counted already."),
            ),
            models.CheckConstraint(condition=Q(sex="") | Q(sex__in=Sex.values), name="campaigns_updatepart_sex_known"),
            models.CheckConstraint(
                condition=Q(age_band="") | Q(age_band__in=AgeBand.values), name="campaigns_updatepart_age_known"
            ),
            models.CheckConstraint(
                condition=~Q(sex="") | ~Q(age_band="") | Q(country__isnull=False),
                name="campaigns_updatepart_of_something",
                violation_error_message=_("Say whose part this is: sex, age or country."),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=0),
                name="campaigns_updatepart_not_negative",
                violation_error_message=_("A part is not below zero."),
            ),
        ]

    def __str__(self) -> str:
        cut = [self.get_sex_display(), self.get_age_band_display(), self.country_id]
        return f"{', '.join(str(part) for part in cut if part)}: {self.number}"


class UpdateDecision(models.Model):
    """A move of an update from one state to the next: by whom, when and why. Never changed afterwards."""

    update = models.ForeignKey(
        IndicatorUpdate, on_delete=models.CASCADE, related_name="decisions", verbose_name=_("update")
    )
    from_state = models.CharField(_("from"), max_length=10, choices=UpdateState, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=UpdateState)
    comment = models.TextField(_("comment"), blank=True)
    actor = user_key(_("by"))
    decided_at = models.DateTimeField(_("at"), default=timezone.now)

    objects = OfUpdateQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision on an update")
        verbose_name_plural = _("decisions on updates")
        ordering = ("decided_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(to_state__in=UpdateState.values)
                & (Q(from_state="") | Q(from_state__in=UpdateState.values)),
                name="campaigns_updatedecision_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(to_state=UpdateState.RETURNED) | ~Q(comment=""),
                name="campaigns_updatedecision_explained",
                violation_error_message=_("Say why: the partner has to know what to change."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.update_id}: {self.from_state} - {self.to_state}"


@tracked()
class ActivityIndicator(Record):
    """An activity that feeds an indicator: once approved it adds what the indicator counts."""

    activity = models.ForeignKey(
        "campaigns.Activity", on_delete=models.CASCADE, related_name="indicator_links", verbose_name=_("activity")
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="activity_links", verbose_name=_("indicator")
    )

    objects = ActivityIndicatorQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("activity that feeds an indicator")
        verbose_name_plural = _("activities that feed indicators")
        triggers = [*Record.Meta.triggers, *LINKS_IN_OPEN_PERIODS]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "indicator"],
                name="campaigns_activityindicator_once",
                violation_error_message=_("This activity feeds the indicator already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} - {self.indicator}"
