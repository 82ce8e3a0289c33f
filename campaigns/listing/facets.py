"""Facets over columns that hold several codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Count, Func, QuerySet

from core.listing.facets import MOST_VALUES, Facet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


@dataclass(frozen=True)
class ArrayFacet(Facet):
    """Records by each code of an array column; code lists are short, and are ordered here."""

    def counts(
        self, queryset: QuerySet[Any], user: "User | AnonymousUser", chosen: Sequence[str]
    ) -> list[tuple[str, str, int]]:
        each = Func(self.field, function="unnest", output_field=CharField())
        rows = queryset.order_by().values(facet_value=each).annotate(facet_count=Count("pk"))
        counted = [(row["facet_value"], row["facet_value"], row["facet_count"]) for row in rows]
        counted.sort(key=lambda row: (row[0] not in chosen, -row[2], row[0]))
        return counted[: MOST_VALUES + len(chosen)]
