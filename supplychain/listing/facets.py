"""Facets of the list of factories: counted in the roll-up of links, or on the record of then."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from core.listing import Facet
from core.listing.facets import MOST_VALUES
from supplychain.models import Brand, Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

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
        question = queryset.link_question  # type: ignore[attr-defined]
        rows = question.counts(self.filter_name, queryset.other_rows, first, MOST_VALUES)  # type: ignore[attr-defined]
        named = self.named([value for value, _number in rows])
        return [(*named[value], number) for value, number in rows if value in named]


@dataclass(frozen=True)
class RecordFacet(Facet):
    """Counts a column of the factory, or what it was then where the list is of another day."""

    def counts(
        self, queryset: QuerySet[Any], user: "User | AnonymousUser", chosen: Sequence[str]
    ) -> list[tuple[str, str, int]]:
        then = f"{self.filter_name}_then"
        if then not in queryset.query.annotations:
            return super().counts(queryset, user, chosen)
        return super(RecordFacet, replace(self, field=then, label_field="")).counts(queryset, user, chosen)


def brands_named(ids: Sequence[str]) -> Named:
    brands = Brand.objects.select_related("organisation").in_bulk([int(pk) for pk in ids])
    return {str(pk): (brand.public_id, brand.organisation.name) for pk, brand in brands.items()}


def brand_keys(public_ids: Sequence[str]) -> list[str]:
    return [str(pk) for pk in Brand.objects.filter(public_id__in=public_ids).values_list("pk", flat=True)]


def stages_named(codes: Sequence[str]) -> Named:
    names = dict(Stage.objects.values_list("code", "name"))
    return {code: (code, gettext(names.get(code, code))) for code in codes}
