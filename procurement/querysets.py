"""Chainable questions about buying; a buyer's choice of visibility rules every one of them."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import Case, OuterRef, Q, Subquery, Value, When

from core.access import access_of
from core.querysets import ProfileQuerySet, PublicRecordQuerySet, RecordQuerySet
from procurement.enums import PUBLIC_STAGES, BuyerVisibility

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def buying_rule(user: "User | AnonymousUser", procurer: str = "") -> Q:
    """Condition under which `user` may see what a procurer buys; `procurer` is the path to it ("contract__buyer__")."""
    access = access_of(user)
    if access.sees_restricted:
        return Q()
    rule = Q(**{f"{procurer}buyer_visibility": BuyerVisibility.PUBLIC})
    if access.is_procurer:
        rule |= Q(**{f"{procurer}buyer_visibility": BuyerVisibility.PEERS})
        rule |= Q(**{f"{procurer}organisation_id__in": access.procurer_organisations})
    return rule


class ProcurerQuerySet(ProfileQuerySet):
    """Procurers are public bodies and public; what they buy follows their choice."""

    def whose_buying_is_visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.current().filter(buying_rule(user))

    def own_of(self, user: "User | AnonymousUser") -> Self:
        """Procurers that `user` buys for."""
        return self.current().filter(organisation_id__in=access_of(user).procurer_organisations)

    def with_buying_shown_to(self, user: "User | AnonymousUser") -> Self:
        """Annotates `shows_buying`."""
        return self.annotate(shows_buying=_as_boolean(buying_rule(user)))


class ContractQuerySet(PublicRecordQuerySet):
    """Contracts that the buyer shows, and those that a public notice already names."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        if access_of(user).sees_restricted:
            return self.current()
        return self.current().filter(buying_rule(user, "buyer__") | Q(notice__is_public=True))

    def with_factories_visible_to(self, user: "User | AnonymousUser") -> Self:
        """Contracts whose lines and factories `user` may see; a public notice alone opens neither."""
        return self.current().filter(buying_rule(user, "buyer__"))

    def with_lines_shown_to(self, user: "User | AnonymousUser") -> Self:
        """Annotates `shows_lines`."""
        return self.annotate(shows_lines=_as_boolean(buying_rule(user, "buyer__")))

    def for_listing(self) -> Self:
        return self.select_related("buyer__organisation__country", "supplier__organisation", "currency", "notice")


class ContractLineQuerySet(RecordQuerySet):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(buying_rule(user, "contract__buyer__"), contract__merged_into__isnull=True)


class DisclosureRequestQuerySet(PublicRecordQuerySet):
    """What was asked and not answered is the buyer's, until the buyer publishes it."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        access = access_of(user)
        if access.sees_restricted:
            return self.current()
        own = Q(line__contract__buyer__organisation_id__in=access.procurer_organisations)
        return self.current().filter(own | Q(is_published=True))

    def for_listing(self) -> Self:
        return self.select_related(
            "line__contract__buyer__organisation", "line__product_model", "line__brand__organisation", "asked_of"
        )


class AffiliationQuerySet(PublicRecordQuerySet):
    """Affiliations; their stage on a day is the latest event up to that day."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Affiliated bodies are public; earlier steps are for partners, the body itself, monitors, administrators."""
        access = access_of(user)
        current = self.current()
        if access.sees_restricted or access.is_partner:
            return current
        made_public = self.model.events.rel.related_model.objects.filter(stage__in=PUBLIC_STAGES).values("affiliation")
        own = Q(procurer__organisation_id__in=access.procurer_organisations)
        return current.filter(own | Q(pk__in=made_public))

    def with_stage_on(self, day: datetime.date) -> Self:
        """Annotates `stage` and `since`: the latest event on or before `day`."""
        events = self.model.events.rel.related_model.objects.filter(
            affiliation=OuterRef("pk"), happened_on__lte=day
        ).order_by("-happened_on", "-pk")
        return self.annotate(
            stage=Subquery(events.values("stage")[:1]), since=Subquery(events.values("happened_on")[:1])
        )

    def for_listing(self) -> Self:
        return self.select_related("procurer__organisation__country", "body")


def _as_boolean(rule: Q) -> Case:
    if not rule:
        return Case(default=Value(True))
    return Case(When(rule, then=Value(True)), default=Value(False))
