"""Filters of the campaigns' lists."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.projects import PartnerRole
from campaigns.models import Project, ProjectPartner
from core.filters import AnyOfFilter, ListingFilterSet, RecordsFilter
from procurement.filters import countries


class PartnerFilterSet(ListingFilterSet):
    country = AnyOfFilter("organisation__country", choices=countries, label=_("Country"))
    project = RecordsFilter(
        records=lambda user: Project.objects.visible_to(user),
        rule=lambda values, user: Q(pk__in=ProjectPartner.objects.filter(project__in=values).values("partner")),
        label=_("Project"),
    )
    role = AnyOfFilter(
        choices=PartnerRole.choices,
        rule=lambda values, user: Q(pk__in=ProjectPartner.objects.filter(role__in=values).values("partner")),
        label=_("Role in a project"),
    )
