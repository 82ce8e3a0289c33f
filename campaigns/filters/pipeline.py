"""Filters of contacts and pacts, and what campaigns add to the list of affiliations."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.db.models.functions import Now, TruncDate
from django.utils.translation import gettext_lazy as _

from campaigns.enums.pipeline import AdherenceKind, ContactKind, ContactStatus
from campaigns.models import Partner, PipelineMove, Project
from campaigns.queries.next_steps import affiliations_with_step
from campaigns.querysets.pipeline import knows_contacts, knows_pipeline
from core.filters import AnyOfFilter, DayFilter, ListingFilterSet, RecordsFilter, YesNoFilter
from core.models import Organisation
from procurement.filters import countries, of_either
from procurement.models import Procurer

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

TODAY = TruncDate(Now())
OPEN_STEP = ~Q(next_step="") & Q(next_step_done_on__isnull=True)


def partners_known_to(user: "User | AnonymousUser") -> Any:
    """Partners that `user` may ask for: who moves whom is known to those who know the pipeline."""
    return Partner.objects.visible_to(user).for_listing() if knows_pipeline(user) else Partner.objects.none()


class NextStepFilter(AnyOfFilter):
    """Whether a next step is open; nobody else than readers of contacts can ask."""

    def pairs(self) -> dict[str, str]:
        # The description of the API asks outside of any list.
        asked = getattr(self, "parent", None) is not None
        return super().pairs() if not asked or knows_contacts(self.viewer) else {}


def _by_next_step(values: list[Any], user: "User | AnonymousUser") -> Q:
    rule = Q(pk__in=[])
    for value in values:
        rule |= affiliations_with_step(user, due_before=TODAY if value == "overdue" else None)
    return rule


class AffiliationsByPartner(ListingFilterSet):
    """Affiliations in which a partner made a step, or with a step that comes next."""

    partner = RecordsFilter(
        records=partners_known_to,
        rule=lambda values, user: Q(
            pk__in=PipelineMove.objects.visible_to(user).filter(partner__in=values).values("event__affiliation")
        ),
        label=_("Steps made by partner"),
    )
    next_step = NextStepFilter(
        choices=[("open", _("Open")), ("overdue", _("Overdue"))], rule=_by_next_step, label=_("Next step")
    )


class ContactFilterSet(ListingFilterSet):
    q = of_either("procurer__organisation", "partner__organisation")
    status = AnyOfFilter(choices=ContactStatus.choices, label=_("State"))
    kind = AnyOfFilter(choices=ContactKind.choices, label=_("Kind of contact"))
    next_step = YesNoFilter(rule=OPEN_STEP, label=_("Next step open"))
    overdue = YesNoFilter(rule=OPEN_STEP & Q(next_step_on__lt=TODAY), label=_("Next step overdue"))
    procurer = RecordsFilter(records=lambda user: Procurer.objects.visible_to(user), label=_("Institution"))
    body = RecordsFilter(records=lambda user: Organisation.objects.visible_to(user), label=_("About affiliation with"))
    partner = RecordsFilter(records=lambda user: Partner.objects.visible_to(user), label=_("Partner"))
    project = RecordsFilter(records=lambda user: Project.objects.visible_to(user), label=_("Project"))
    country = AnyOfFilter("procurer__organisation__country", choices=countries, label=_("Country"))
    held_after = DayFilter("held_on", lookup_expr="gte", label=_("On or after"))
    held_before = DayFilter("held_on", lookup_expr="lte", label=_("On or before"))


class AdherenceFilterSet(ListingFilterSet):
    q = of_either("organisation", "body")
    body = RecordsFilter(records=lambda user: Organisation.objects.visible_to(user), label=_("Pact"))
    kind = AnyOfFilter(choices=AdherenceKind.choices, label=_("Part"))
    country = AnyOfFilter("organisation__country", choices=countries, label=_("Country"))
    in_force = YesNoFilter(rule=Q(left_on__isnull=True) | Q(left_on__gt=TODAY), label=_("In force today"))
