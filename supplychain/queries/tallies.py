"""How many factories, or links, have which value: read from the sums that triggers keep (`FacetTally`).

They answer for everything that a viewer's level sees, in all countries or in some.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, QuerySet, Sum

from core.access import access_of
from supplychain.models import FacetTally

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

    Viewer = User | AnonymousUser
Given = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Tallies:
    """Sums of `counted` ("factory" or "link").

    `single` are the dimensions of which each record has at most one value, the first of them exactly one;
    of `several` it may have more. `chosen` are accepted values by parameter: any of each, and all together.
    """

    counted: str
    user: "Viewer"
    single: tuple[str, ...]
    several: tuple[str, ...] = ()

    def by_value(self, dimension: str, chosen: Given) -> dict[str, int] | None:
        """Number by value of `dimension`; None where more than a country is asked for."""
        if dimension not in (*self.single, *self.several) or set(chosen) - {"country"}:
            return None
        lines = self._lines(dimension)
        return _sums(lines.filter(country__in=chosen["country"]) if chosen else lines, "value")

    def by_country(self, chosen: Given) -> dict[str, int] | None:
        """Number by country; None where more than one value is asked for."""
        if not chosen:
            return _sums(self._lines(self.single[0]), "country")
        [(dimension, values), *more] = chosen.items()
        if more or not (dimension in self.single or (dimension in self.several and len(values) == 1)):
            return None
        return _sums(self._lines(dimension).filter(value__in=[str(value) for value in values]), "country")

    def _lines(self, dimension: str) -> QuerySet[FacetTally]:
        level = access_of(self.user).level
        return FacetTally.objects.filter(counted=self.counted, dimension=dimension, level__lte=level)


def factories(user: "Viewer") -> Tallies:
    """Current factories. Links for named organisations are not in their sums."""
    return Tallies("factory", user, single=("status",), several=("brand", "stage", "basis"))


def links(user: "Viewer") -> Tallies:
    """Links, replaced ones too, by their own audience; those for named organisations count as restricted."""
    return Tallies("link", user, single=("basis", "confidence", "brand", "stage"))


def keys_of(accepted: Mapping[str, Any], without: Iterable[str]) -> dict[str, Sequence[Any]]:
    """A FilterSet's accepted values as they stand in columns, by parameter."""
    return {
        name: [getattr(meaning, "pk", meaning) for meaning in value.values()] if isinstance(value, dict) else [value]
        for name, value in accepted.items()
        if name not in without
    }


def _sums(lines: QuerySet[FacetTally], column: str) -> dict[str, int]:
    rows = lines.values(answer=F(column)).annotate(sum=Sum("number")).order_by()
    return {row["answer"]: row["sum"] for row in rows if row["sum"]}


def ranked(sums: Mapping[str, int], first: Iterable[str], most: int) -> list[tuple[str, int]]:
    """The values of `first`, then the most frequent ones, so many of them."""
    wanted = set(first)
    rows = sorted(sums.items(), key=lambda row: (row[0] not in wanted, -row[1], row[0]))
    return rows[: most + len(wanted)]
