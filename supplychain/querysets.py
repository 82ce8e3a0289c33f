"""Chainable questions about supply chain records, visibility first."""

import datetime
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.conf import settings
from django.db.models import BooleanField, Case, Exists, OuterRef, Prefetch, Q, Value, When
from django.utils.module_loading import import_string

from core.access import access_of
from core.enums import Audience
from core.querysets import PublicRecordQuerySet, SearchableQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


class FactoryQuerySet(SearchableQuerySet):
    """Factories are public; where exactly they stand may not be (see `with_location_for`)."""

    other_names = ("other_names",)

    def for_listing(self) -> Self:
        searched = ("search_text", "search_grams", "latin_reading")
        return self.select_related("country", "operator__organisation", "location_source").defer(
            *searched, *(f"operator__organisation__{name}" for name in searched)
        )

    def with_location_for(self, user: "User | AnonymousUser") -> Self:
        """Annotates `shows_location`: may `user` read address and point?

        Yes where a public source states them, for monitors and administrators, and for
        buyers whose own contracts lead to the factory.
        """
        if access_of(user).sees_restricted:
            return self.annotate(shows_location=Value(True, output_field=BooleanField()))
        return self.annotate(
            shows_location=Case(
                When(self.location_rule(user), then=Value(True)), default=Value(False), output_field=BooleanField()
            )
        )

    @staticmethod
    def location_rule(user: "User | AnonymousUser") -> Q:
        """Condition under which `user` may read address and point."""
        access = access_of(user)
        if access.sees_restricted:
            return Q()
        sources = apps.get_model("core", "Source").objects
        # Not a join: what only counts the factories would carry it along.
        rule = Q(Exists(sources.filter(pk=OuterRef("location_source"), is_public=True)))
        if access.is_procurer:
            rule |= Q(pk__in=import_string(settings.LINKED_FACTORIES)(user))
        return rule


class ProductionLinkQuerySet(PublicRecordQuerySet):
    """Production links; each carries its own audience."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return super().visible_to(user).filter(self.visibility_rule(user))

    @staticmethod
    def visibility_rule(user: "User | AnonymousUser", link_id: str = "pk") -> Q:
        """Condition under which `user` may see a link; `link_id` is its id in a table of snapshots."""
        access = access_of(user)
        if access.sees_restricted:
            return Q()
        if not access.is_registered:
            return Q(audience=Audience.PUBLIC)
        rule = Q(audience__in=[Audience.PUBLIC, Audience.REGISTERED])
        if access.organisations:
            readers = apps.get_model("supplychain", "LinkReader")
            named = readers.objects.filter(organisation_id__in=access.organisations).values("link_id")
            rule |= Q(**{"audience": Audience.NAMED, f"{link_id}__in": named})
        return rule

    def standing(self) -> Self:
        """Not replaced by a better statement."""
        return self.filter(superseded_by__isnull=True)

    def valid_on(self, day: datetime.date) -> Self:
        """Valid on `day` as far as is known: no known begin after it, no known end before it."""
        return self.filter(*self.valid_rules(day))

    @staticmethod
    def valid_rules(day: datetime.date) -> tuple[Q, Q]:
        """Conditions of `valid_on`, for links and for their snapshots."""
        begun = (
            Q(valid_from__lte=day)
            | Q(valid_from__isnull=True, first_seen__lte=day)
            | Q(valid_from__isnull=True, first_seen__isnull=True)
        )
        not_ended = (
            Q(valid_to__gte=day)
            | Q(valid_to__isnull=True, last_seen__gte=day)
            | Q(valid_to__isnull=True, last_seen__isnull=True)
        )
        return begun, not_ended

    def for_listing(self) -> Self:
        return self.select_related(
            "factory", "factory__country", "brand__organisation", "product_model", "stage"
        ).prefetch_related("citations__source")

    def with_sources_for(self, user: "User | AnonymousUser") -> Self:
        """Each link with `readable_citations`: those whose source `user` may read."""
        citations = apps.get_model("supplychain", "LinkCitation").objects.select_related("source")
        if not access_of(user).sees_restricted:
            citations = citations.filter(source__is_public=True)
        return self.prefetch_related(Prefetch("citations", citations.order_by("-seen_on"), "readable_citations"))


class ProductModelQuerySet(SearchableQuerySet):
    def for_listing(self) -> Self:
        return self.select_related("brand__organisation", "category")
