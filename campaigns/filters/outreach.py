"""Filters of the list of activities."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.enums.outreach import ActivityState, ActivityType, AudienceGroup, AudienceMeasure
from campaigns.models import ActivityPartner, AudienceCount, Partner, Project, WorkPackage
from core.filters import AnyOfFilter, DayFilter, ListingFilterSet, RecordsFilter, YesNoFilter
from procurement.filters import countries

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class LanguageFilter(AnyOfFilter):
    """Any language by its code; none needs to be on record."""

    def known(self, values: list[str]) -> Mapping[str, Any]:
        return {value: value for value in values if len(value) <= 20 and _LANGUAGE.fullmatch(value)}

    def accepted(self) -> str:
        return _("a code like ca or zh-Hans")


class LastDayFilter(DayFilter):
    """The last day of an activity, on which it counts."""

    def filter(self, qs: QuerySet[Any], value: datetime.date | None) -> QuerySet[Any]:
        if value is None:
            return qs
        return qs.alias(last_day=Coalesce("ends_on", "starts_on")).filter(**{f"last_day__{self.lookup_expr}": value})


def package_codes() -> list[tuple[str, str]]:
    """Codes of work packages; two projects may use the same."""
    return [(code, code) for code in WorkPackage.objects.order_by("code").values_list("code", flat=True).distinct()]


class ActivityFilterSet(ListingFilterSet):
    project = RecordsFilter(records=lambda user: Project.objects.visible_to(user), label=gettext_lazy("Project"))
    type = AnyOfFilter(choices=ActivityType.choices, label=gettext_lazy("Kind of activity"))
    state = AnyOfFilter(choices=ActivityState.choices, label=gettext_lazy("State"))
    lead = RecordsFilter(
        records=lambda user: Partner.objects.visible_to(user).select_related("organisation"),
        label=gettext_lazy("Lead partner"),
    )
    co_partner = RecordsFilter(
        records=lambda user: Partner.objects.visible_to(user).select_related("organisation"),
        rule=lambda values, user: Q(pk__in=ActivityPartner.objects.filter(partner__in=values).values("activity")),
        label=gettext_lazy("Co-partner"),
    )
    country = AnyOfFilter(choices=countries, label=gettext_lazy("Country"))
    from_day = LastDayFilter(lookup_expr="gte", label=gettext_lazy("From this day"))
    to_day = LastDayFilter(lookup_expr="lte", label=gettext_lazy("To this day"))
    audience = AnyOfFilter("audience_group", choices=AudienceGroup.choices, label=gettext_lazy("Audience"))
    language = LanguageFilter(label=gettext_lazy("Language"))
    online = YesNoFilter("is_online", label=gettext_lazy("Online"))
    work_package = AnyOfFilter("work_package__code", choices=package_codes, label=gettext_lazy("Work package"))
    measure = AnyOfFilter(
        choices=AudienceMeasure.choices,
        rule=lambda values, user: Q(pk__in=AudienceCount.objects.filter(measure__in=values).values("activity")),
        label=gettext_lazy("With a figure of"),
    )
