"""Chainable questions about buying; a buyer's choice of visibility rules every one of them."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import Case, CharField, DateField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Now, TruncDate

from core.access import access_of
from core.querysets import ProfileQuerySet, PublicRecordQuerySet, RecordQuerySet, SearchableQuerySet
from procurement.enums import PUBLIC_STAGES, BuyerVisibility, ContractStatus

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


# The database's day, for lists: they are declared before anybody looks at a clock.
TODAY = TruncDate(Now())


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


class ContractQuerySet(SearchableQuerySet):
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

    def with_status(self) -> Self:
        """Annotates `status`: where the database's day lies in the contract's period."""
        return self.annotate(
            status=Case(
                When(starts_on__isnull=True, ends_on__isnull=True, then=Value(ContractStatus.UNDATED)),
                When(ends_on__lt=TODAY, then=Value(ContractStatus.ENDED)),
                When(starts_on__gt=TODAY, then=Value(ContractStatus.UPCOMING)),
                default=Value(ContractStatus.RUNNING),
                output_field=CharField(),
            )
        )

    def for_listing(self) -> Self:
        return self.select_related(
            "buyer__organisation__country", "supplier__organisation", "currency", "notice", "source"
        )


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

    def with_overdue(self) -> Self:
        """Annotates `is_overdue`: still open, though the answer was due before the database's day."""
        return self.annotate(is_overdue=_as_boolean(Q(answer="", due_on__lt=TODAY)))

    def with_line_shown_to(self, user: "User | AnonymousUser") -> Self:
        """Annotates `shows_line` and `shows_contract`: publishing a request opens neither."""
        buying = buying_rule(user, "line__contract__buyer__")
        noticed = Q(line__contract__notice__is_public=True)
        return self.annotate(
            shows_line=_as_boolean(buying), shows_contract=_as_boolean(buying | noticed if buying else buying)
        )

    def for_listing(self) -> Self:
        return self.select_related(
            "line__contract__buyer__organisation__country",
            "line__product_model",
            "line__brand__organisation",
            "line__category",
            "asked_of",
        )


class AffiliationQuerySet(PublicRecordQuerySet):
    """Affiliations; their stage on a day is the latest event up to that day that the viewer may see."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Affiliated bodies are public; earlier steps are for partners, the body itself, monitors, administrators."""
        access = access_of(user)
        current = self.current()
        if access.sees_restricted or access.is_partner:
            return current
        made_public = self.model.events.rel.related_model.objects.filter(stage__in=PUBLIC_STAGES).values("affiliation")
        own = Q(procurer__organisation_id__in=access.procurer_organisations)
        return current.filter(own | Q(pk__in=made_public))

    def with_stage_today(self, user: "User | AnonymousUser") -> Self:
        return self.with_stage_on(TODAY, user)

    def with_stage_on(self, day: datetime.date | TruncDate, user: "User | AnonymousUser") -> Self:
        """Annotates `as_at`; `stage`, `since`, `route`, `via_name` of the latest event by `day` that `user` may see."""
        events = self.model.events.rel.related_model.objects.visible_to(user).filter(
            affiliation=OuterRef("pk"), happened_on__lte=day
        )
        latest = events.order_by("-happened_on", "-pk")
        columns = {"stage": "stage", "since": "happened_on", "route": "route", "via_name": "via__name"}
        shown = {name: Subquery(latest.values(path)[:1]) for name, path in columns.items()}
        moment = day if isinstance(day, TruncDate) else Value(day)
        return self.annotate(as_at=Cast(moment, DateField()), **shown)

    def for_listing(self) -> Self:
        return self.select_related("procurer__organisation__country", "body")


class ConsortiumMemberQuerySet(RecordQuerySet):
    """Who buys together with whom is public, as the buyers are."""

    def in_force_on(self, day: datetime.date) -> Self:
        return self.filter(Q(left_on__isnull=True) | Q(left_on__gt=day), joined_on__lte=day)

    def overlapping(self, first: datetime.date, until: datetime.date | None) -> Self:
        """In force on some day from `first` to before `until`."""
        begun = self.filter(joined_on__lt=until) if until else self
        return begun.filter(Q(left_on__isnull=True) | Q(left_on__gt=first))

    def for_listing(self) -> Self:
        return self.select_related("consortium__organisation", "member__organisation", "source")


class DuesBandQuerySet(RecordQuerySet):
    def in_force_on(self, day: datetime.date) -> Self:
        """Bands whose time holds `day`; an end that is not stated is open."""
        began = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        return self.filter(began, Q(valid_to__isnull=True) | Q(valid_to__gte=day))

    def for_listing(self) -> Self:
        return self.select_related("body", "currency", "source")


class AffiliationEventQuerySet(RecordQuerySet):
    """Steps of an affiliation: until it holds, and what only the campaign knows, are not for everyone."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        access = access_of(user)
        if access.sees_restricted or access.is_partner:
            return self.all()
        own = Q(affiliation__procurer__organisation_id__in=access.procurer_organisations)
        return self.filter(own | Q(stage__in=PUBLIC_STAGES))


def _as_boolean(rule: Q) -> Case:
    if not rule:
        return Case(default=Value(True))
    return Case(When(rule, then=Value(True)), default=Value(False))
