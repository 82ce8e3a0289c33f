"""Facets: how many records of the list have which value, under every other filter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

MOST_VALUES = 30


@dataclass(frozen=True)
class FacetValue:
    """One value: as the address writes it, as a person reads it, and how many records have it (None: not counted)."""

    value: str
    label: str
    count: int | None
    chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """Counts for the filter `filter_name`, by one query.

    `field` is the ORM path of the value as the address writes it. Its label comes from
    `label_field` (another path, of the same row), else from `labels` (values -> label by value,
    without queries), else from `options` (pairs of value and label, or a function that gives
    them). With `options`, values that no record has are shown too, greyed. `several` says that a
    record may have more than one value (the path crosses a relation to many).

    Subclasses that count elsewhere (a roll-up table) override `counts`.
    """

    filter_name: str
    label: Any
    field: str = ""
    label_field: str = ""
    labels: Callable[[Sequence[str]], Mapping[str, Any]] | None = None
    options: Iterable[tuple[Any, Any]] | Callable[[], Iterable[tuple[Any, Any]]] = ()
    several: bool = False

    def counts(
        self, queryset: QuerySet[Any], user: "User | AnonymousUser", chosen: Sequence[str]
    ) -> list[tuple[str, str, int]]:
        """(value, label, count), most frequent first; `chosen` values first of all.

        `queryset` is filtered by everything else and visible to `user`. At most `MOST_VALUES`
        values and the chosen ones. One query.
        """
        path = self.field or self.filter_name
        rank = Case(When(**{f"{path}__in": list(chosen)}, then=Value(0)), default=Value(1), output_field=IntegerField())
        label = F(self.label_field or path)
        rows = (
            queryset.order_by()
            .filter(**{f"{path}__isnull": False})
            .values(facet_value=F(path), facet_label=label)
            .annotate(facet_count=Count("pk", distinct=self.several), facet_rank=rank)
            .order_by("facet_rank", "-facet_count", "facet_value")
        )
        return [
            (str(row["facet_value"]), str(row["facet_label"]), row["facet_count"])
            for row in rows[: MOST_VALUES + len(chosen)]
            if row["facet_value"] != ""
        ]

    def shown(
        self, queryset: QuerySet[Any], user: "User | AnonymousUser", chosen: Sequence[str]
    ) -> list[tuple[str, str, int]]:
        """`counts`, with the labels of this facet and its options that no record has."""
        counted = self.counts(queryset, user, chosen)
        known = self.known_labels([value for value, _, _ in counted])
        rows = [(value, str(known.get(value, label)), number) for value, label, number in counted]
        seen = {value for value, _, _ in rows}
        return rows + [(value, str(label), 0) for value, label in self.pairs().items() if value not in seen]

    def pairs(self) -> dict[str, Any]:
        options = self.options() if callable(self.options) else self.options
        return {str(value): label for value, label in options}

    def known_labels(self, values: Sequence[str]) -> Mapping[str, Any]:
        return self.labels(values) if self.labels else self.pairs()


@dataclass(frozen=True)
class ShownFacet:
    """A facet as the page shows it; `values` is None where counting took too long."""

    facet: Facet
    values: list[FacetValue] | None

    @property
    def has_choice(self) -> bool:
        return any(value.chosen for value in self.values or [])
