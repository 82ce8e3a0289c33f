"""Filters of the list of groups."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.groups import GroupKind
from campaigns.models import GroupMembership, Project
from core.filters import AnyOfFilter, ListingFilterSet, RecordsFilter
from core.models import Organisation
from procurement.filters import countries


class GroupFilterSet(ListingFilterSet):
    kind = AnyOfFilter("kind", choices=GroupKind.choices, label=_("Kind"))
    country = AnyOfFilter(
        choices=countries,
        rule=lambda values, user: Q(
            pk__in=GroupMembership.objects.filter(organisation__country__in=values, left_on__isnull=True).values(
                "group"
            )
        ),
        label=_("Country of a member"),
    )
    member = RecordsFilter(
        records=lambda user: Organisation.objects.visible_to(user),
        rule=lambda values, user: Q(
            pk__in=GroupMembership.objects.filter(organisation__in=values, left_on__isnull=True).values("group")
        ),
        label=_("Member"),
    )
    project = RecordsFilter(records=lambda user: Project.objects.visible_to(user), label=_("Project"))
