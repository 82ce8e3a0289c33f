"""Filters of the list of indicators."""

import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.enums.results import IndicatorKind, IndicatorUnit, ResultType
from campaigns.models import Partner, Project
from campaigns.queries.results.listed import with_progress
from core.filters import AnyOfFilter, DayFilter, ListingFilterSet, RecordsFilter, TextFilter


class ProgressDayFilter(DayFilter):
    """Progress in the period of a day instead of today's."""

    def filter(self, qs: QuerySet[Any], value: datetime.date | None) -> QuerySet[Any]:
        return qs if value is None else with_progress(qs, value)


class IndicatorFilterSet(ListingFilterSet):
    on = ProgressDayFilter(label=_("Period of the day"))
    project = RecordsFilter(
        "result__project", records=lambda user: Project.objects.visible_to(user), label=_("Project")
    )
    result = TextFilter(
        lambda _queryset, text: Q(result__title__icontains=text) | Q(result__code__iexact=text), label=_("Result")
    )
    type = AnyOfFilter("result__type", choices=ResultType.choices, label=_("Type of result"))
    partner = RecordsFilter("partner", records=lambda user: Partner.objects.visible_to(user), label=_("Partner"))
    kind = AnyOfFilter(choices=IndicatorKind.choices, label=_("Kind"))
    unit = AnyOfFilter(choices=IndicatorUnit.choices, label=_("Unit"))
