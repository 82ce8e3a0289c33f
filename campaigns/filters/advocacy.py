"""Filters of the list of policy files."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.advocacy import OutcomeState, PolicyLevel, PolicyStage
from campaigns.models import PolicyRecommendation, Publication
from core.filters import AnyOfFilter, DayFilter, ListingFilterSet, RecordsFilter
from core.models import Organisation
from procurement.filters import countries


class PolicyFilterSet(ListingFilterSet):
    level = AnyOfFilter(choices=PolicyLevel.choices, label=_("Level"))
    stage = AnyOfFilter(choices=PolicyStage.choices, label=_("Stage"))
    outcome = AnyOfFilter(choices=OutcomeState.choices, label=_("Outcome"))
    country = AnyOfFilter(choices=countries, label=_("Country"))
    institution = RecordsFilter(records=lambda user: Organisation.objects.visible_to(user), label=_("Institution"))
    publication = RecordsFilter(
        records=lambda user: Publication.objects.visible_to(user),
        rule=lambda values, user: Q(
            pk__in=PolicyRecommendation.objects.filter(publication__in=values).values("policy_file")
        ),
        label=_("Recommended in"),
    )
    opened_after = DayFilter("opened_on", lookup_expr="gte", label=_("Opened on or after"))
