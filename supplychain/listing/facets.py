"""Facets of factories and links: from sums where these answer, in the roll-up of links, or on the record of then."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, QuerySet
from django.utils.translation import gettext

from core.access import access_of
from core.enums import Audience
from core.listing import Facet
from core.listing.facets import MOST_VALUES
from supplychain.models import Brand, Stage
from supplychain.queries import tallies

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

LINK_COLUMNS = {"brand": "brand_id", "stage": "stage_id", "basis": "basis", "confidence": "confidence"}
# Value of the address and label, by value of the link's column.
Named = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class LinkFacet(Facet):
    """Counts factories by a property of their links, see `supplychain.queries.link_filters`.

    `named(values)` gives the address value and label of column values, `keys(values)` the way back.
    """

    named: Callable[[Sequence[str]], Named] = lambda values: {value: (value, value) for value in values}
    keys: Callable[[Sequence[str]], list[str]] = list

    def counts(
        self, queryset: QuerySet[Any], user: "User | AnonymousUser", chosen: Sequence[str]
    ) -> list[tuple[str, str, int]]:
        first = self.keys(chosen) if chosen else []
        question, rows = queryset.link_question, queryset.other_rows  # type: ignore[attr-defined]
        sums = tallies.factories(user).by_value(self.filter_name, queryset.given)  # type: ignore[attr-defined]
        return in_words(self, question.counts(self.filter_name, rows, first, MOST_VALUES, sums))


@dataclass(frozen=True)
class RecordFacet(Facet):
    """Counts a column of the factory, or what it was then where the list is of another day."""

    def counts(
        self, queryset: QuerySet[Any], user: "User | AnonymousUser", chosen: Sequence[str]
    ) -> list[tuple[str, str, int]]:
        then = f"{self.filter_name}_then"
        if then not in queryset.query.annotations:
            sums = self.sums(queryset, user)
            if sums is None:
                return super().counts(queryset, user, chosen)
            return [(value, value, number) for value, number in tallies.ranked(sums, chosen, MOST_VALUES)]
        return super(RecordFacet, replace(self, field=then, label_field="")).counts(queryset, user, chosen)

    def sums(self, queryset: QuerySet[Any], user: "User | AnonymousUser") -> dict[str, int] | None:
        """Numbers where sums answer; those of links leave out what is for named organisations."""
        known, given = tallies.factories(user), queryset.given  # type: ignore[attr-defined]
        if self.filter_name != "country":
            return known.by_value(self.filter_name, given)
        question = queryset.link_question  # type: ignore[attr-defined]
        return known.by_country(given) if question.is_open or question.named() is None else None


@dataclass(frozen=True)
class TalliedFacet(Facet):
    """Counts links by a property, or by the country of their factory; `named` and `keys` as in `LinkFacet`."""

    named: Callable[[Sequence[str]], Named] = lambda values: {value: (value, value) for value in values}
    keys: Callable[[Sequence[str]], list[str]] = list

    def counts(
        self, queryset: QuerySet[Any], user: "User | AnonymousUser", chosen: Sequence[str]
    ) -> list[tuple[str, str, int]]:
        known, given = tallies.links(user), queryset.given  # type: ignore[attr-defined]
        by_country = self.filter_name == "country"
        sums = known.by_country(given) if by_country else known.by_value(self.filter_name, given)
        if sums is None:
            return super().counts(queryset, user, chosen)
        for value, number in self.named_counts(queryset, user).items():
            sums[value] = sums.get(value, 0) + number
        return in_words(self, tallies.ranked(sums, self.keys(chosen) if chosen else [], MOST_VALUES))

    def named_counts(self, queryset: QuerySet[Any], user: "User | AnonymousUser") -> dict[str, int]:
        """What links for the viewer's own organisations add."""
        access = access_of(user)
        if access.sees_restricted or not access.organisations:
            return {}
        column = "factory__country_id" if self.filter_name == "country" else LINK_COLUMNS[self.filter_name]
        named = queryset.filter(audience=Audience.NAMED, **{f"{column}__isnull": False}).order_by()
        rows = named.values(answer=F(column)).annotate(number=Count("pk"))
        return {str(row["answer"]): row["number"] for row in rows}


def in_words(facet: LinkFacet | TalliedFacet, rows: list[tuple[str, int]]) -> list[tuple[str, str, int]]:
    """Value of the address, label and number, of values that are known."""
    named = facet.named([value for value, _number in rows])
    return [(*named[value], number) for value, number in rows if value in named]


def brands_named(ids: Sequence[str]) -> Named:
    brands = Brand.objects.select_related("organisation").in_bulk([int(pk) for pk in ids])
    return {str(pk): (brand.public_id, brand.organisation.name) for pk, brand in brands.items()}


def brand_keys(public_ids: Sequence[str]) -> list[str]:
    return [str(pk) for pk in Brand.objects.filter(public_id__in=public_ids).values_list("pk", flat=True)]


def stages_named(codes: Sequence[str]) -> Named:
    names = dict(Stage.objects.values_list("code", "name"))
    return {code: (code, gettext(names.get(code, code))) for code in codes}
