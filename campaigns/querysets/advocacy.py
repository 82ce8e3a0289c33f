"""Chainable questions about advocacy: files and outcomes are public, actions as their partner chose."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import Case, CharField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest, Now, TruncDate

from campaigns.enums.advocacy import PolicyStage
from campaigns.querysets.research import drafted_rule
from core.access import access_of
from core.querysets import RecordQuerySet, SearchableQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

# The database's day, for lists: they are declared before anybody looks at a clock.
TODAY = TruncDate(Now())


def _knows_advocacy(user: "User | AnonymousUser") -> bool:
    """Partners and administrators; monitors have no part in it."""
    access = access_of(user)
    return access.is_admin or access.is_partner


class PolicyFileQuerySet(SearchableQuerySet):
    """Policy files are public. Their stage on a day is that of the latest step or decision up to then."""

    def with_stage_today(self) -> Self:
        """Annotates `stage`, `since` and `outcome`; a file without any step has none of them."""
        steps = (
            apps.get_model("campaigns.PolicyStep")
            .objects.filter(policy_file=OuterRef("pk"), happened_on__lte=TODAY)
            .order_by("-happened_on", "-pk")
        )
        outcomes = (
            apps.get_model("campaigns.PolicyOutcome")
            .objects.filter(policy_file=OuterRef("pk"), decided_on__lte=TODAY)
            .order_by("-decided_on", "-pk")
        )
        read = self.annotate(
            step_stage=Subquery(steps.values("stage")[:1]),
            step_on=Subquery(steps.values("happened_on")[:1]),
            outcome=Subquery(outcomes.values("state")[:1]),
            outcome_on=Subquery(outcomes.values("decided_on")[:1]),
        )
        monitored_since = Q(step_on__gt=F("outcome_on")) | Q(step_on=F("outcome_on"), step_stage=PolicyStage.MONITORED)
        return read.annotate(
            stage=Case(
                When(outcome_on__isnull=True, then=F("step_stage")),
                When(monitored_since, then=F("step_stage")),
                default=Value(PolicyStage.OUTCOME.value),
                output_field=CharField(),
            ),
            since=Coalesce(Greatest(F("step_on"), F("outcome_on")), F("step_on"), F("outcome_on")),
        )

    def for_listing(self) -> Self:
        return self.select_related("institution", "country", "source", "partner__organisation", "project")


class OfFileQuerySet(RecordQuerySet):
    """Steps, recommendations and decisions are as public as their file."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(policy_file__merged_into__isnull=True)


class PositionQuerySet(OfFileQuerySet):
    """Published positions are public; others are for partners and administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        of_file = super().visible_to(user)
        return of_file if _knows_advocacy(user) else of_file.filter(is_public=True)


class DecisionMakerQuerySet(RecordQuerySet):
    """Public offices that are spoken to: for partners and administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.all() if _knows_advocacy(user) else self.none()

    def for_listing(self) -> Self:
        return self.select_related("institution", "country")


def action_rule(user: "User | AnonymousUser", action: str = "") -> Q:
    """Actions that `user` may see: public ones; those of the projects they work in; all for administrators."""
    access = access_of(user)
    if access.is_admin:
        return Q()
    rule = Q(**{f"{action}is_public": True})
    if access.partner_organisations:
        joined = apps.get_model("campaigns.ProjectPartner").objects.filter(
            partner__organisation_id__in=access.partner_organisations
        )
        rule |= Q(**{f"{action}project__in": joined.values("project")})
        rule |= Q(**{f"{action}partner__organisation_id__in": access.partner_organisations})
    return rule


class AdvocacyActionQuerySet(RecordQuerySet):
    """Meetings, letters and the like."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(action_rule(user), policy_file__merged_into__isnull=True)

    def for_listing(self) -> Self:
        return self.select_related(
            "policy_file", "recommendation", "partner__organisation", "project", "activity"
        ).prefetch_related("addressees__decision_maker__institution", "addressees__decision_maker__country")


class AddresseeQuerySet(RecordQuerySet):
    """Who was spoken to: for partners and administrators who may see the action."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(action_rule(user, "action__")) if _knows_advocacy(user) else self.none()


def of_campaign_rule(user: "User | AnonymousUser", petition: str = "") -> Q:
    """Petitions without a campaign, and those whose campaign `user` may see; `petition` is the path to it."""
    rule = drafted_rule(user, f"{petition}campaign__", "lead")
    # An empty rule lets everything pass, and would vanish in an OR.
    return Q(**{f"{petition}campaign__isnull": True}) | rule if rule else rule


class PetitionQuerySet(RecordQuerySet):
    """Petitions are public, those of a campaign that is not published yet with the campaign alone."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(of_campaign_rule(user))

    def with_latest_count(self) -> Self:
        """Annotates `signatures` and `counted_on`."""
        counts = (
            apps.get_model("campaigns.PetitionCount").objects.filter(petition=OuterRef("pk")).order_by("-counted_on")
        )
        return self.annotate(
            signatures=Subquery(counts.values("signatures")[:1]), counted_on=Subquery(counts.values("counted_on")[:1])
        )


class PetitionCountQuerySet(RecordQuerySet):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(of_campaign_rule(user, "petition__"))
