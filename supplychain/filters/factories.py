"""Filters of the list of factories."""

import datetime
import functools
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from core.filters import AnyOfFilter, DayFilter, ListingFilterSet, RecordsFilter, TextFilter, WordedFilter
from core.matching import forgiving, words_of
from core.models import Country, Source
from supplychain.enums import Basis, FactoryStatus
from supplychain.filters.fields import BoxField
from supplychain.models import Brand, Company, Factory, ProductModel, Stage
from supplychain.queries.link_filters import DIMENSIONS, LinkQuestion
from supplychain.queries.moments import Moment
from supplychain.queries.names import factories_named
from supplychain.queries.tallies import keys_of

# Columns that a filter reads from what the record said then.
THEN = ("country", "status", "q")
NOT = "__not"


class BoxFilter(WordedFilter):
    """Factories whose point the viewer may read and that lies in the box."""

    field_class = BoxField

    def words(self, value: tuple[float, ...]) -> dict[str, str]:
        shown = ",".join(f"{number:g}" for number in value)
        return {shown: shown}

    def filter(self, qs: QuerySet[Any], value: tuple[float, float, float, float] | None) -> QuerySet[Any]:
        if value is None:
            return qs
        west, south, east, north = value
        within = Q(longitude__range=(west, east))
        across = within if west <= east else Q(longitude__gte=west) | Q(longitude__lte=east)
        return qs.filter(across, Factory.objects.all().location_rule(self.viewer), latitude__range=(south, north))


class MomentFilter(DayFilter):
    """A day that decides which links, or which record, the other filters look at; see `FactoryFilterSet.without`."""

    def filter(self, qs: QuerySet[Any], value: datetime.date | None) -> QuerySet[Any]:
        return qs


class FactoryFilterSet(ListingFilterSet):
    """Filters on links mean one link that meets them all, as valid on `as_of` and known on `known_on`."""

    q = TextFilter(lambda _queryset, text: factories_named(text), label=_("Name or number"))
    country = RecordsFilter(records=lambda user: Country.objects.all(), key="code", label=_("Country"))
    stage = RecordsFilter(records=lambda user: Stage.objects.all(), key="code", label=_("Stage"))
    brand = RecordsFilter(records=lambda user: Brand.objects.visible_to(user).for_listing(), label=_("Brand"))
    product = RecordsFilter(records=lambda user: ProductModel.objects.visible_to(user), label=_("Product model"))
    basis = AnyOfFilter(choices=Basis.choices, label=_("Basis"))
    status = AnyOfFilter(choices=FactoryStatus.choices, label=_("Status"))
    source = RecordsFilter(records=lambda user: Source.objects.visible_to(user), label=_("Source"))
    operator = RecordsFilter(records=lambda user: Company.objects.visible_to(user).for_listing(), label=_("Operator"))
    bbox = BoxFilter(label=_("Map section (west, south, east, north)"))
    as_of = MomentFilter(label=_("Links valid on"))
    known_on = MomentFilter(label=_("As known on"))

    @functools.cached_property
    def moment(self) -> Moment:
        return Moment(self.values.get("as_of"), self.values.get("known_on"))

    def question(self, *without: str) -> LinkQuestion:
        """What the given filters ask of one link."""
        chosen = {name: self._keys(name) for name in DIMENSIONS if name in self.values and name not in without}
        countries = self._keys("country") if "country" in self.values and "country" not in without else ()
        return LinkQuestion(self.user, self.moment, chosen, countries)

    def _keys(self, name: str) -> list[Any]:
        return [getattr(meaning, "pk", meaning) for meaning in self.values[name].values()]

    def without(self, *names: str) -> QuerySet[Any]:
        """Also leaves on the result what facets need.

        That is `link_question`, `other_rows` (the rows before it applied) and the `given` values.
        """
        question = self.question(*names)
        rows = self._rows(names)
        result = rows.filter(question.condition()) if not question.is_open else rows.all()
        result.link_question = question  # type: ignore[attr-defined]
        result.given = keys_of(self.values, without=names)  # type: ignore[attr-defined]
        is_everything = not (set(self.values) - set(DIMENSIONS) - {"as_of"} - set(names))
        result.other_rows = None if is_everything else rows  # type: ignore[attr-defined]
        return result

    def _rows(self, names: tuple[str, ...]) -> QuerySet[Any]:
        """Rows by every filter that does not ask of one link."""
        queryset = self._of_then(names) if self.moment.known_on else self._of_now()
        for name, value in self.values.items():
            if name not in names and not self._is_answered_elsewhere(name):
                queryset = (
                    self._denied(queryset, name) if self._is_of_links(name) else self._filtered(queryset, name, value)
                )
        return queryset

    def _is_of_links(self, name: str) -> bool:
        return name.removesuffix(NOT) in DIMENSIONS

    def _is_answered_elsewhere(self, name: str) -> bool:
        """What asks of one link is in the question; what the record said then is in its snapshots."""
        return name in DIMENSIONS or (self.moment.known_on is not None and name.removesuffix(NOT) in THEN)

    def _filtered(self, queryset: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        return self.filters[name].filter(queryset, value)

    def _denied(self, queryset: QuerySet[Any], name: str) -> QuerySet[Any]:
        """Without those that have a link of these values."""
        denied = LinkQuestion(self.user, self.moment, {name.removesuffix(NOT): self._keys(name)})
        return queryset.exclude(denied.condition())

    def _of_now(self) -> QuerySet[Any]:
        """The list's rows; of their links only those valid on `as_of` are shown."""
        if self.moment.as_of is None:
            return self.queryset.all()
        return self.queryset.annotate(**self.moment.names_behind(self.user))

    def _of_then(self, names: tuple[str, ...]) -> QuerySet[Any]:
        """Factories that stood on record then, also those merged since, with what the row said then."""
        then = self.moment.factories_then()
        for name in THEN:
            for given in (name, f"{name}{NOT}"):
                if given in self.values and given not in names:
                    then = _filtered_then(then, self.filters[given], name, self.values[given])
        snapshot = self.moment.factories_then().filter(pgh_obj_id=OuterRef("pk"))
        return (
            Factory.objects.filter(pk__in=then.values("pgh_obj_id"))
            .with_location_for(self.user)
            .for_listing()
            .prefetch_related("identifiers")
            .annotate(
                **{
                    f"{name}_then": Subquery(snapshot.values(name)[:1])
                    for name in ("name", "name_local", "status", "country", "subdivision")
                },
                operator_then=Subquery(snapshot.values("operator__organisation__name")[:1]),
                **self.moment.names_behind(self.user),
            )
        )


def _filtered_then(then: QuerySet[Any], filter_: Any, name: str, value: Any) -> QuerySet[Any]:
    if name == "q":
        return then.filter(forgiving(words_of(value)))
    keys = [getattr(meaning, "pk", meaning) for meaning in value.values()]
    condition = Q(**{f"{name}__in": keys})
    return then.exclude(condition) if filter_.negated else then.filter(condition)
