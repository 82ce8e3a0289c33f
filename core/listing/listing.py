"""A list of records, declared once."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from core.filters.filterset import ListingFilterSet, extended
from core.listing.columns import Column
from core.listing.extensions import extensions_of
from core.listing.facets import Facet
from core.listing.sorts import Sort

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


@dataclass(frozen=True)
class Listing:
    """Everything that a list's page, exports, API, facets and saved searches are made from.

    * `name` is the list's name in addresses of the API and in saved searches ("factories");
      `url_name` that of its page ("supplychain:factory-list").
    * `queryset(user)` gives the records that `user` may see, with what a row shows
      (`visible_to(user).for_listing()`), unordered.
    * `filterset_class` is completed by `settings.FILTER_EXTENSIONS[name]`, `columns` by `COLUMN_EXTENSIONS[name]`.
    * `default_sort` may have the prefix `-`.
    * `serializer` is the dotted path of the API's serializer; `format=json` writes the same objects.
    * `geometry(row)` gives the GeoJSON geometry, or None where the viewer may not see the point; it
      goes with `"geojson"` in `formats`.
    * `empty_text` says what to do where no record matches.

    Name every listing in `settings.LISTINGS`.
    """

    name: str
    title: Any
    model: type[Model]
    url_name: str
    queryset: "Callable[[User | AnonymousUser], QuerySet[Any]]"
    filterset_class: type[ListingFilterSet]
    columns: Sequence[Column]
    sorts: Sequence[Sort]
    default_sort: str
    serializer: str = ""
    facets: Sequence[Facet] = ()
    formats: Sequence[str] = ("csv", "json", "xlsx")
    geometry: Callable[[Any], dict[str, Any] | None] | None = None
    lead: Any = ""
    empty_text: Any = ""
    # What one row and several are called, where that is not the model's name.
    nouns: tuple[Any, Any] | None = None
    sorts_by_name: dict[str, Sort] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sorts_by_name", {sort.name: sort for sort in self.sorts})
        if self.default_sort.removeprefix("-") not in self.sorts_by_name:
            raise ValueError(f"{self.name}: there is no sort {self.default_sort!r}")

    @property
    def filters(self) -> type[ListingFilterSet]:
        """The FilterSet with the upper apps' additions."""
        return extended(self.filterset_class, self.name)  # type: ignore[arg-type]

    @property
    def noun(self) -> str:
        return str(self.nouns[0] if self.nouns else self.model._meta.verbose_name)

    @property
    def plural(self) -> str:
        return str(self.nouns[1] if self.nouns else self.model._meta.verbose_name_plural)

    def get_absolute_url(self) -> str:
        return reverse(self.url_name)

    def columns_for(self, user: "User | AnonymousUser") -> list[Column]:
        """The columns with the upper apps' additions that `user` may know of."""
        added = [each.columns for each in extensions_of(self.name) if each.shown_to(user)]
        return [*self.columns, *itertools.chain.from_iterable(added)]

    def rows_for(self, user: "User | AnonymousUser") -> QuerySet[Any]:
        """`queryset(user)` with what the added columns show."""
        rows = self.queryset(user)
        for each in extensions_of(self.name):
            rows = each.read(rows, user) if each.shown_to(user) else rows
        return rows
