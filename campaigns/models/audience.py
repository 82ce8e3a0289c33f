"""How many people an activity reached, by what was counted."""

from functools import reduce
from operator import or_

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import LARGEST, AgeBand, AudienceMeasure, Sex
from campaigns.models.activities import Activity
from campaigns.querysets.outreach import OfActivityQuerySet
from core.history import tracked
from core.models import Record

_TOO_MANY = """
IF EXISTS (
    SELECT FROM (SELECT DISTINCT activity_id, measure FROM new_rows) AS written
    JOIN campaigns_audiencecount AS part USING (activity_id, measure)
    LEFT JOIN campaigns_audiencecount AS total
        ON total.activity_id = written.activity_id AND total.measure = written.measure
        AND total.sex = '' AND total.age_band = '' AND total.country_id IS NULL
    WHERE part.sex <> '' OR part.age_band <> '' OR part.country_id IS NOT NULL
    GROUP BY written.activity_id, written.measure, total.number,
        part.sex <> '', part.age_band <> '', part.country_id IS NOT NULL
    HAVING sum(part.number) > coalesce(total.number, -1)
) THEN
    RAISE check_violation USING CONSTRAINT = 'campaigns_audiencecount_within_total',
        MESSAGE = 'The parts of an audience count are more than its total.';
END IF;
RETURN NULL;
"""
_LEFT_ALONE = """
IF EXISTS (
    SELECT FROM campaigns_audiencecount AS part
    WHERE part.activity_id = OLD.activity_id AND part.measure = OLD.measure
) AND NOT EXISTS (
    SELECT FROM campaigns_audiencecount AS total
    WHERE total.activity_id = OLD.activity_id AND total.measure = OLD.measure
    AND total.sex = '' AND total.age_band = '' AND total.country_id IS NULL
) THEN
    RAISE check_violation USING CONSTRAINT = 'campaigns_audiencecount_within_total',
        MESSAGE = 'The parts of an audience count have lost their total.';
END IF;
RETURN NULL;
"""


def within_total(name: str, operation: pgtrigger.Operation) -> pgtrigger.Trigger:
    """Refuses a statement after which parts exceed their total, or have none."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(new="new_rows"),
        func=_TOO_MANY,
    )


@tracked()
class AudienceCount(Record):
    """A figure of one measure: the total, or the part of one sex, age band or country.

    The total of a measure has neither sex, age band nor country. Parts that are cut the same way (all
    by sex, all by sex and age…) never add up to more than the total; a statement trigger refuses that
    under the name `campaigns_audiencecount_within_total`. Parts may add up to less: the rest is not known.
    """

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="counts", verbose_name=_("activity"))
    measure = models.CharField(_("measure"), max_length=20, choices=AudienceMeasure)
    number = models.BigIntegerField(_("number"), validators=[MinValueValidator(0)])
    is_estimate = models.BooleanField(_("estimated"), default=False)
    sex = models.CharField(_("sex"), max_length=8, choices=Sex, blank=True)
    age_band = models.CharField(_("age"), max_length=8, choices=AgeBand, blank=True)
    country = models.ForeignKey(
        "core.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )

    objects = OfActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("audience count")
        verbose_name_plural = _("audience counts")
        triggers = [
            *Record.Meta.triggers,
            within_total("parts_within_total_insert", pgtrigger.Insert),
            within_total("parts_within_total_update", pgtrigger.Update),
            pgtrigger.Trigger(
                name="parts_keep_their_total",
                when=pgtrigger.After,
                operation=pgtrigger.Delete,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(old__sex="", old__age_band="", old__country__isnull=True),
                func=_LEFT_ALONE,
            ),
        ]
        # Sums take totals alone, of many activities.
        indexes = [
            models.Index(
                fields=["activity"],
                include=["measure", "number", "is_estimate"],
                condition=Q(sex="", age_band="", country__isnull=True),
                name="campaigns_audiencecount_totals",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "measure", "sex", "age_band", "country"],
                nulls_distinct=False,
                name="campaigns_audiencecount_once",
                violation_error_message=_("This part was counted already."),
            ),
            models.CheckConstraint(
                condition=Q(measure__in=AudienceMeasure.values), name="campaigns_audiencecount_measure_known"
            ),
            models.CheckConstraint(
                condition=Q(sex="") | Q(sex__in=Sex.values), name="campaigns_audiencecount_sex_known"
            ),
            models.CheckConstraint(
                condition=Q(age_band="") | Q(age_band__in=AgeBand.values), name="campaigns_audiencecount_age_known"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=0)
                & reduce(or_, (Q(measure=measure, number__lte=largest) for measure, largest in LARGEST.items())),
                name="campaigns_audiencecount_plausible",
                violation_error_message=_("This number cannot be: it is below zero or larger than any audience."),
            ),
            models.CheckConstraint(
                condition=~Q(measure=AudienceMeasure.UNIQUE_REACH) | Q(is_estimate=True),
                name="campaigns_audiencecount_reach_is_estimate",
                violation_error_message=_("Unique reach is always an estimate."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()}: {self.number}"

    @property
    def is_total(self) -> bool:
        return not (self.sex or self.age_band or self.country_id)
