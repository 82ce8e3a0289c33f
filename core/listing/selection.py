"""What one reader asked of one list: the rows, their order, their number, and how it reads in words."""

import functools
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.access import access_of
from core.filters.filterset import ListingFilterSet
from core.listing.address import Address
from core.listing.controls import Control, controls_of
from core.listing.facets import Facet, FacetValue, ShownFacet
from core.listing.headings import File, Heading, SortOption, files_of, headings_of, sort_options_of
from core.listing.limits import TookTooLong, time_limit
from core.listing.sorts import Cursor, InvalidCursor, OrderField, Page, Sort, order_fields, ordered, page_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.listing.listing import Listing
    from core.models import User

COUNTED_UP_TO = 10_000
FACET_SECONDS = 60
FACET_LIMIT_MS = 1_500
CHUNK = 1_000
FacetRows = list[tuple[str, str, int]]


@dataclass(frozen=True)
class Total:
    """Number of rows; where there are more than are counted, `is_exact` is false."""

    number: int
    is_exact: bool


@dataclass(frozen=True)
class Chip:
    """A chosen value: in words, and the address without it."""

    label: str
    text: str
    remove: str

    @property
    def words(self) -> str:
        return f"{self.label}: {self.text}"


class Selection:
    """The rows of `listing` that `user` may see and `parameters` ask for.

    `problems` names every parameter that could not be followed; the rest is followed. Pages show
    the problems, API and exports refuse.
    """

    def __init__(self, listing: "Listing", parameters: QueryDict, user: "User | AnonymousUser") -> None:
        self.listing = listing
        self.user = user
        self.address = Address(listing, parameters, listing.columns_for(user))

    @functools.cached_property
    def filterset(self) -> ListingFilterSet:
        return self.listing.filters(self.address.filters, self.listing.rows_for(self.user), user=self.user)

    @functools.cached_property
    def problems(self) -> dict[str, list[str]]:
        """What is wrong, by parameter."""
        cursor: dict[str, list[str]] = {}
        if self.address.after and self.cursor is None:
            cursor = {"after": [_("This is no position in this list; start from the first page.")]}
        return self.address.problems | cursor | self.filterset.problems

    # -- Rows ------------------------------------------------------------------

    @property
    def sort(self) -> Sort:
        return self.listing.sorts_by_name[self.address.sort.removeprefix("-")]

    @functools.cached_property
    def order(self) -> list[OrderField]:
        return order_fields(self.filterset.qs, self.sort, self.address.sort.startswith("-"))

    @functools.cached_property
    def cursor(self) -> Cursor | None:
        if not self.address.after:
            return None
        try:
            return Cursor.decode(self.address.after, self.address.sort, self.order)
        except InvalidCursor:
            return None

    @functools.cached_property
    def page(self) -> Page:
        return page_of(self.filterset.qs, self.order, self.address.sort, self.cursor, self.address.size)

    def queryset(self) -> QuerySet[Any]:
        """All rows in order."""
        return ordered(self.filterset.qs, self.order)

    def rows(self) -> Iterator[Any]:
        """All rows in order, without holding them all."""
        return self.queryset().iterator(chunk_size=CHUNK)

    @functools.cached_property
    def total(self) -> Total:
        number = self.filterset.qs.order_by().values("pk")[: COUNTED_UP_TO + 1].count()
        return Total(min(number, COUNTED_UP_TO), number <= COUNTED_UP_TO)

    # -- Facets ----------------------------------------------------------------

    @functools.cached_property
    def facets(self) -> list[ShownFacet]:
        """Each facet under all other filters; one query each, or none for a minute after."""
        keyed = [(facet, self._facet_key(facet)) for facet in self.listing.facets]
        known = cache.get_many([key for _facet, key in keyed])
        if missing := [(facet, key) for facet, key in keyed if key not in known]:
            counted = self._count(missing)
            cache.set_many(counted, FACET_SECONDS)
            known |= counted
        return [ShownFacet(facet, self._values_of(facet, known.get(key))) for facet, key in keyed]

    def _count(self, keyed: list[tuple[Facet, str]]) -> dict[str, FacetRows]:
        """Rows of facets by their keys; those whose turn did not come in time are missing."""
        counted: dict[str, FacetRows] = {}
        try:
            with time_limit(FACET_LIMIT_MS):
                for facet, key in keyed:
                    chosen = self.chosen(facet.filter_name)
                    counted[key] = facet.shown(self.filterset.without(facet.filter_name), self.user, chosen)
        except TookTooLong:
            return counted
        return counted

    def _facet_key(self, facet: Facet) -> str:
        values = sorted((name, sorted(self.address.parameters.getlist(name))) for name in self.filterset.values)
        question = repr((self.listing.name, facet.filter_name, access_of(self.user).cache_key, get_language(), values))
        return f"facet:{hashlib.sha256(question.encode()).hexdigest()}"

    def _values_of(self, facet: Facet, rows: FacetRows | None) -> list[FacetValue] | None:
        if rows is None:
            return None
        chosen = self.chosen(facet.filter_name)
        shown = [FacetValue(value, label, number, value in chosen) for value, label, number in rows]
        seen = {value.value for value in shown}
        missing = [
            FacetValue(text, words, 0, True) for text, words in self._words(facet.filter_name) if text not in seen
        ]
        return missing + shown

    def chosen(self, name: str) -> list[str]:
        """Accepted values of a filter, as the address has them."""
        return [text for text, _text in self._words(name)]

    def _words(self, name: str) -> list[tuple[str, str]]:
        """Accepted values of a filter with their text."""
        value = self.filterset.values.get(name)
        return [] if value is None else list(self.filterset.filters[name].words(value).items())

    @functools.cached_property
    def controls(self) -> list[Control]:
        """The filter form."""
        return list(controls_of(self))

    # -- Words -----------------------------------------------------------------

    @functools.cached_property
    def summary(self) -> str:
        """Number, kind and filters in one sentence: "128 factories, filtered by Country: China"."""
        things = self.listing.noun if self.total.number == 1 else self.listing.plural
        number = number_format(self.total.number, use_l10n=True, force_grouping=True)
        found = f"{number} {things}"
        if not self.total.is_exact:
            found = _("More than %(number)s %(things)s") % {"number": number, "things": things}
        if not self.chips:
            return found
        return _("%(found)s, filtered by %(filters)s") % {
            "found": found,
            "filters": "; ".join(chip.words for chip in self.chips),
        }

    @functools.cached_property
    def chips(self) -> list[Chip]:
        """One chip per chosen value."""
        return [
            Chip(str(self.filterset.filters[name].label or name), text, self._address_without(name, value))
            for name in self.filterset.values
            for value, text in self._words(name)
        ]

    def _address_without(self, name: str, value: str) -> str:
        several = len(self.address.parameters.getlist(name)) > 1
        return self.address.without(name, value if several else None)

    # -- Ways on ---------------------------------------------------------------

    @property
    def next_address(self) -> str:
        return self.address.at(self.page.next or "")

    @property
    def previous_address(self) -> str:
        return self.address.at(self.page.previous or "")

    def headings(self) -> list[Heading]:
        return headings_of(self.address)

    def sort_options(self) -> list[SortOption]:
        return sort_options_of(self.address)

    def files(self) -> list[File]:
        return files_of(self.address)
