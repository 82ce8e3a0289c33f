"""What a project wants to achieve: results, their indicators, and the periods with their targets."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.results import (
    IATI_MEASURES,
    Frequency,
    IndicatorCounts,
    IndicatorKind,
    IndicatorUnit,
    PeriodState,
    ResultType,
)
from campaigns.models.projects import Project
from campaigns.models.results_triggers import INDICATOR_FITS, PERIOD_FITS, PERIOD_KEPT, RESULT_FITS
from campaigns.querysets.results import IndicatorPeriodQuerySet, IndicatorQuerySet
from core.history import tracked
from core.models import PublicRecord, Record, Searchable

# More than any indicator counts; more is a slip of the keyboard.
LARGEST_VALUE = 1_000_000_000_000


WHOLE = RangeBoundary(inclusive_upper=True)
# A range of one indicator, so that no extension is needed for comparing numbers in this kind of index.
ONE_INDICATOR = Func(F("indicator"), F("indicator"), WHOLE, function="int8range", output_field=BigIntegerRangeField())
DAYS = Func(F("starts_on"), F("ends_on"), WHOLE, function="daterange", output_field=DateRangeField())


def figure(label: Any) -> Any:
    """A figure of an indicator; unknown unless stated."""
    return models.DecimalField(
        label, max_digits=18, decimal_places=4, null=True, blank=True, validators=[MinValueValidator(0)]
    )


@tracked()
class Result(Record):
    """A link of the results chain: what is made, what changes by it, and what that is for in the end."""

    project = models.ForeignKey(
        "campaigns.Project", on_delete=models.CASCADE, related_name="results", verbose_name=_("project")
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("leads to")
    )
    code = models.CharField(_("code"), max_length=20, help_text=_("For example R1 or Op 1.2."))
    title = models.CharField(_("title"), max_length=300)
    type = models.CharField(_("type"), max_length=1, choices=ResultType)
    description = models.TextField(_("description"), blank=True)
    assumptions = models.TextField(_("assumptions"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    class Meta(Record.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ("project", "position", "code")
        triggers = [*Record.Meta.triggers, RESULT_FITS]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "code"],
                name="campaigns_result_once",
                violation_error_message=_("The project has a result with this code."),
            ),
            models.CheckConstraint(condition=Q(type__in=ResultType.values), name="campaigns_result_type_known"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(code=""),
                name="campaigns_result_named",
                violation_error_message=_("Give code and title of the result."),
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="campaigns_result_not_its_own_parent",
                violation_error_message=_("A result does not lead to itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


@tracked()
class Indicator(Searchable, PublicRecord):
    """How it is seen that a result comes about.

    `name` is the title. `partner` is who is responsible; with `parent`, its share of the whole. Children
    add up to their parent and are therefore measured alike. `counts` says what an approved activity adds.
    """

    ID_KIND = "Z"
    URL_NAME = "campaigns:indicator-detail"

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="indicators", verbose_name=_("result"))
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    partner = models.ForeignKey(
        "campaigns.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name=_("responsible partner"),
        help_text=_("Empty: the whole consortium."),
    )
    code = models.CharField(_("code"), max_length=20, blank=True)
    definition = models.TextField(_("definition"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=IndicatorKind, default=IndicatorKind.QUANTITATIVE)
    unit = models.CharField(_("unit"), max_length=10, choices=IndicatorUnit, default=IndicatorUnit.UNIT, blank=True)
    is_ascending = models.BooleanField(_("more is better"), default=True)
    counts = models.CharField(
        _("what an activity adds"),
        max_length=20,
        choices=IndicatorCounts,
        blank=True,
        help_text=_("Empty: nothing, the figure comes from updates alone."),
    )
    baseline_value = figure(_("baseline"))
    baseline_on = models.DateField(_("day of the baseline"), null=True, blank=True)
    baseline_comment = models.TextField(_("comment on the baseline"), blank=True)
    means_of_verification = models.TextField(_("means of verification"), blank=True)
    collection = models.TextField(_("how it is collected"), blank=True)
    frequency = models.CharField(_("how often"), max_length=12, choices=Frequency, blank=True)
    export_to_iati = models.BooleanField(_("part of the IATI file"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = IndicatorQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        indexes = Searchable.Meta.indexes
        triggers = [*PublicRecord.Meta.triggers, INDICATOR_FITS]
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=IndicatorKind.values), name="campaigns_indicator_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=IndicatorKind.QUALITATIVE, unit="")
                | Q(kind=IndicatorKind.QUANTITATIVE, unit__in=IndicatorUnit.values),
                name="campaigns_indicator_unit_of_figures",
                violation_error_message=_("An indicator in figures has a unit, one in words has none."),
            ),
            models.CheckConstraint(
                condition=Q(counts="") | Q(counts__in=IndicatorCounts.values, unit=IndicatorUnit.UNIT),
                name="campaigns_indicator_counts_numbers",
                violation_error_message=_("Activities add to numbers only, not to percentages or words."),
            ),
            models.CheckConstraint(
                condition=Q(frequency="") | Q(frequency__in=Frequency.values),
                name="campaigns_indicator_frequency_known",
            ),
            models.CheckConstraint(
                condition=Q(baseline_value__isnull=True)
                | Q(unit=IndicatorUnit.UNIT, baseline_value__range=(0, LARGEST_VALUE))
                | Q(unit=IndicatorUnit.PERCENTAGE, baseline_value__range=(0, 100)),
                name="campaigns_indicator_baseline_fits",
                violation_error_message=_("The baseline is a number from 0, for a percentage at most 100."),
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="campaigns_indicator_not_its_own_parent",
                violation_error_message=_("An indicator is no part of itself."),
            ),
        ]

    @property
    def is_percentage(self) -> bool:
        return self.unit == IndicatorUnit.PERCENTAGE

    @property
    def is_qualitative(self) -> bool:
        return self.kind == IndicatorKind.QUALITATIVE

    @property
    def project(self) -> Project:
        return self.result.project

    @property
    def iati_measure(self) -> str:
        return IATI_MEASURES[self.unit]


@tracked()
class IndicatorPeriod(Record):
    """A stretch of time with a target. Closed (locked or reported) ones take nothing in or out any more."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="periods", verbose_name=_("indicator")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    target = figure(_("target"))
    target_comment = models.TextField(_("comment on the target"), blank=True)
    actual_comment = models.TextField(_("comment on what was reached"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=PeriodState, default=PeriodState.OPEN)

    objects = IndicatorPeriodQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ("indicator", "starts_on")
        indexes = [models.Index(fields=["indicator", "starts_on"], name="campaigns_period_of_indicator")]
        triggers = [*Record.Meta.triggers, PERIOD_FITS, *PERIOD_KEPT]
        constraints = [
            ExclusionConstraint(
                name="campaigns_indicatorperiod_apart",
                expressions=[(ONE_INDICATOR, RangeOperators.OVERLAPS), (DAYS, RangeOperators.OVERLAPS)],
                violation_error_message=_("Periods of one indicator do not overlap."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=PeriodState.values), name="campaigns_indicatorperiod_state_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="campaigns_indicatorperiod_days_in_order",
                violation_error_message=_("The last day is not before the first."),
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | Q(target__range=(0, LARGEST_VALUE)),
                name="campaigns_indicatorperiod_target_plausible",
                violation_error_message=_("This target cannot be: it is below zero or larger than anything counted."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} - {self.ends_on}"

    def clean(self) -> None:
        """Before the constraints: the database can compare no period that ends before it begins."""
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day is not before the first.")})

    @property
    def project(self) -> Project:
        return self.indicator.project

    @property
    def is_open(self) -> bool:
        return self.state == PeriodState.OPEN
