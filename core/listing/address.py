"""What the address of a list asks for, split into its parts and put together again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext as _

from core.filters.fields import refusal
from core.listing.columns import Column

if TYPE_CHECKING:
    from core.listing.listing import Listing

DEFAULT_SIZE = 50
GREATEST_SIZE = 250
OWN_PARAMETERS = ("sort", "after", "size", "cols", "format")


@dataclass
class Address:
    """Parameters of a list: the filters', and the list's own, each read or named as a problem.

    `offered` are the columns that may be chosen, the list's own unless told otherwise.
    """

    listing: "Listing"
    parameters: QueryDict
    offered: Sequence[Column] = ()
    problems: dict[str, list[str]] = field(default_factory=dict)
    sort: str = ""
    size: int = DEFAULT_SIZE
    columns: list[Column] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.offered = self.offered or self.listing.columns
        self.sort = self._read_sort()
        self.size = self._read_size()
        self.columns = self._read_columns()

    @property
    def filters(self) -> QueryDict:
        """The filters' parameters alone."""
        return _without(self.parameters, OWN_PARAMETERS)

    @property
    def after(self) -> str:
        return self.parameters.get("after", "")

    @property
    def format(self) -> str:
        return self.parameters.get("format", "")

    def _read_sort(self) -> str:
        given = self.parameters.get("sort", "")
        if not given:
            return self.listing.default_sort
        if given.removeprefix("-") not in self.listing.sorts_by_name:
            self.problems["sort"] = [refusal(given, ", ".join(self.listing.sorts_by_name))]
            return self.listing.default_sort
        return given

    def _read_size(self) -> int:
        given = self.parameters.get("size", "")
        if not given:
            return DEFAULT_SIZE
        if given.isascii() and given.isdigit() and 1 <= int(given[:9]) <= GREATEST_SIZE:
            return int(given[:9])
        accepted = _("a whole number from 1 to %(most)d") % {"most": GREATEST_SIZE}
        self.problems["size"] = [refusal(given, accepted)]
        return DEFAULT_SIZE

    def _read_columns(self) -> list[Column]:
        names = set(",".join(self.parameters.getlist("cols")).split(",")) - {""}
        by_name = {column.name: column for column in self.offered}
        if unknown := names - set(by_name):
            self.problems["cols"] = [refusal(name, ", ".join(by_name)) for name in sorted(unknown)]
            return self._default_columns()
        return [column for column in self.offered if column.name in names] or self._default_columns()

    def _default_columns(self) -> list[Column]:
        return [column for column in self.offered if column.default]

    @property
    def written_columns(self) -> list[Column]:
        """What files hold: the columns chosen, else all of them."""
        return self.columns if self.parameters.get("cols") else list(self.offered)

    def with_(self, **changes: str | None) -> str:
        """Query string with some parameters replaced, or left out (None). Back to the first page."""
        query = _without(self.parameters, ("after", *changes))
        for name, value in changes.items():
            if value is not None:
                query[name] = value
        return as_query(query)

    def without(self, name: str, value: str | None = None) -> str:
        """Query string without a parameter, or without one of its values. Back to the first page."""
        query = _without(self.parameters, ("after",))
        kept = [text for text in query.getlist(name) if value is not None and text.strip() != value]
        query.setlist(name, kept)
        return as_query(query)

    def pairs_without(self, *names: str) -> list[tuple[str, str]]:
        """Every parameter but these and the position, for forms that set them anew."""
        kept = _without(self.parameters, ("after", "format", *names))
        return [(name, text) for name, texts in kept.lists() for text in texts]

    def pairs_without_sort(self) -> list[tuple[str, str]]:
        return self.pairs_without("sort")

    def pairs_without_columns(self) -> list[tuple[str, str]]:
        return self.pairs_without("cols")

    def presentation(self) -> list[tuple[str, str]]:
        """Order, size and columns, which a new filter keeps."""
        return [pair for pair in self.pairs_without() if pair[0] in ("sort", "size", "cols")]

    def kept_query(self) -> str:
        """Query string of a saved search: everything but position and format."""
        return _without(self.parameters, ("after", "format")).urlencode(safe=",")

    def csv(self) -> str:
        return self.with_(format="csv", size=None)

    def first(self) -> str:
        return as_query(_without(self.parameters, ("after",)))

    def at(self, cursor: str) -> str:
        """Query string of another page."""
        query = _without(self.parameters, ("after",))
        query["after"] = cursor
        return as_query(query)

    def unfiltered(self) -> str:
        query = _without(self.parameters, [name for name in self.parameters if name not in ("sort", "size", "cols")])
        return as_query(query)


def _without(parameters: QueryDict, names: Iterable[str]) -> QueryDict:
    query = parameters.copy()
    for name in names:
        query.pop(name, None)
    return query


def as_query(query: QueryDict) -> str:
    """Query string with its question mark; the empty one leads to the bare list."""
    return f"?{query.urlencode(safe=',')}"
