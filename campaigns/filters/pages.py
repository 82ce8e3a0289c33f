"""Filters of the list of campaigns."""

from django.utils.translation import gettext_lazy as _

from campaigns.models import Partner, Project
from core.filters import DayFilter, ListingFilterSet, RecordsFilter


class CampaignFilterSet(ListingFilterSet):
    project = RecordsFilter(records=lambda user: Project.objects.visible_to(user), label=_("Project"))
    lead = RecordsFilter(
        records=lambda user: Partner.objects.visible_to(user).select_related("organisation"), label=_("Lead partner")
    )
    ends_after = DayFilter("ends_on", lookup_expr="gte", label=_("Ends on or after"))
