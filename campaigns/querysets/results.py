"""Chainable questions about results: indicators are public, what is not approved yet is for those it concerns."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import Q

from campaigns.enums.projects import PartnerRole
from campaigns.enums.results import PeriodState, UpdateState
from campaigns.querysets.outreach import OfActivityQuerySet
from core.access import access_of
from core.querysets import RecordQuerySet, SearchableQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def update_rule(user: "User | AnonymousUser", update: str = "") -> Q:
    """Updates that `user` may see: approved ones; those of its own partners; all of projects that it coordinates."""
    access = access_of(user)
    if access.is_admin:
        return Q()
    return Q(**{f"{update}state": UpdateState.APPROVED}) | concern_rule(user, update)


def concern_rule(user: "User | AnonymousUser", update: str = "") -> Q:
    """Updates of `user`'s own partners, and of projects that it coordinates, in any state."""
    ours = access_of(user).partner_organisations
    if not ours:
        return Q(pk__in=[])
    led = (
        apps.get_model("campaigns.ProjectPartner")
        .objects.filter(role=PartnerRole.LEAD, partner__organisation_id__in=ours)
        .values("project")
    )
    own = Q(**{f"{update}partner__organisation_id__in": ours})
    return own | Q(**{f"{update}period__indicator__result__project__in": led})


class IndicatorQuerySet(SearchableQuerySet):
    """Indicators with their targets are public."""

    def for_listing(self) -> Self:
        return self.select_related("result__project", "partner__organisation", "parent", "source")

    def in_order(self) -> Self:
        """As a logframe shows them."""
        return self.order_by("result__position", "result__code", "position", "code", "pk")


class IndicatorPeriodQuerySet(RecordQuerySet):
    """Periods are seen with their indicator."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(indicator__merged_into__isnull=True)

    def closed(self) -> Self:
        """Periods that take nothing in or out any more."""
        return self.exclude(state=PeriodState.OPEN)


class IndicatorUpdateQuerySet(RecordQuerySet):
    """Updates: approved ones are public."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(update_rule(user))

    def concerning(self, user: "User | AnonymousUser") -> Self:
        """Updates that are `user`'s own business: all for administrators."""
        return self.all() if access_of(user).is_admin else self.filter(concern_rule(user))

    def approved(self) -> Self:
        return self.filter(state=UpdateState.APPROVED)

    def for_listing(self) -> Self:
        return self.select_related("partner__organisation", "period")


class OfUpdateQuerySet(RecordQuerySet):
    """Parts and decisions are seen with their update; decisions only by those whom it concerns."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(update_rule(user, "update__"))


class ActivityIndicatorQuerySet(OfActivityQuerySet):
    """Links are seen with their activity."""
