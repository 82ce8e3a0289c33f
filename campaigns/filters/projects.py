"""Filters of the list of projects."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.models import Partner, ProjectPartner
from core.filters import DayFilter, ListingFilterSet, RecordsFilter


class ProjectFilterSet(ListingFilterSet):
    partner = RecordsFilter(
        records=lambda user: Partner.objects.visible_to(user).select_related("organisation"),
        rule=lambda values, user: Q(pk__in=ProjectPartner.objects.filter(partner__in=values).values("project")),
        label=_("Partner"),
    )
    starts_after = DayFilter("starts_on", lookup_expr="gte", label=_("Begins on or after"))
    ends_before = DayFilter("ends_on", lookup_expr="lte", label=_("Ends on or before"))
