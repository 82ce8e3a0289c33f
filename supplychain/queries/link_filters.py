"""What a list of factories asks of their links, and how many factories answer to each value.

Several filters on links mean one link that meets them all: `brand=X&stage=FIN` are the sites that
assemble for X. A single one, and the counts without any, are answered from `FactoryFacet`; those in
some countries from `LinkFacet`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields import CharField
from django.db.models.functions import Cast

from core.access import access_of
from core.enums import Audience
from supplychain.models import FactoryFacet, LinkFacet
from supplychain.queries.moments import NOW, Moment
from supplychain.queries.tallies import ranked

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

# Column of a link by dimension of the roll-up; "source" lies on its citations.
COLUMNS = {"brand": "brand_id", "stage": "stage_id", "product": "product_model_id", "basis": "basis"}
DIMENSIONS = (*COLUMNS, "source")
# What `LinkFacet` has; few links name one product, so that these are read as they are.
BY_COUNTRY = {"brand", "stage", "basis"}


@dataclass(frozen=True)
class LinkQuestion:
    """`chosen`: accepted values (primary keys, codes) by dimension.

    `countries`, where given, are those of all factories in question; links of these lie together.
    """

    user: "User | AnonymousUser"
    moment: Moment = NOW
    chosen: Mapping[str, list[Any]] = field(default_factory=dict)
    countries: Sequence[str] = ()

    @property
    def is_open(self) -> bool:
        """Whether it asks for nothing."""
        return not self.chosen and self.moment.as_of is None

    def condition(self) -> Q:
        """Condition on factories: they have a link that meets the question."""
        if self.is_open:
            return Q()
        if self._is_of_countries:
            return _looked_up(self.links().values("factory"))
        if self.moment.is_now and len(self.chosen) == 1:
            [(dimension, values)] = self.chosen.items()
            return self._rolled_up_condition(dimension, values)
        return Q(pk__in=self.links().values("factory"))

    def links(self) -> QuerySet[Any]:
        """Links (or their snapshots) that meet the question and that the viewer may see."""
        links = self._links_of_countries() if self._is_of_countries else self.moment.links(self.user)
        for dimension, values in self.chosen.items():
            links = links.filter(self._meets(dimension, values, links))
        return links

    def without_any(self) -> "LinkQuestion":
        return replace(self, chosen={})

    def _meets(self, dimension: str, values: list[Any], links: QuerySet[Any]) -> Q:
        if dimension != "source":
            return Q(**{f"{COLUMNS[dimension]}__in": values})
        then = self.moment.known_on is not None
        citations = self.moment.citations(links).filter(source__in=values)
        return Q(**{"pgh_obj_id__in" if then else "pk__in": citations.values("link_id")})

    # -- Roll-up ---------------------------------------------------------------

    @property
    def _is_of_countries(self) -> bool:
        """Whether links by country answer: they are those of today, without products, sources and named readers."""
        answerable = self.countries and self.moment.is_now and self.chosen and set(self.chosen) <= BY_COUNTRY
        return bool(answerable) and self.named() is None

    def _links_of_countries(self) -> QuerySet[LinkFacet]:
        return LinkFacet.objects.filter(country__in=self.countries, level__lte=access_of(self.user).level)

    def _rolled_up_condition(self, dimension: str, values: list[Any]) -> Q:
        rows = self._facets(dimension).filter(value__in=[str(value) for value in values])
        condition = Q(pk__in=rows.values("factory"))
        if (named := self.named()) is not None:
            condition |= Q(pk__in=named.filter(self._meets(dimension, values, named)).values("factory"))
        return condition

    def _facets(self, dimension: str) -> QuerySet[FactoryFacet]:
        return FactoryFacet.objects.filter(dimension=dimension, level__lte=access_of(self.user).level)

    def named(self) -> QuerySet[Any] | None:
        """Links for named organisations that the viewer may see; None where the roll-up has them or there are none."""
        access = access_of(self.user)
        if access.sees_restricted or not access.organisations:
            return None
        return self.moment.links(self.user).filter(audience=Audience.NAMED)

    # -- Counts ----------------------------------------------------------------

    def counts(
        self,
        dimension: str,
        factories: QuerySet[Any] | None,
        first: Iterable[Any],
        most: int,
        sums: dict[str, int] | None = None,
    ) -> list[tuple[Any, int]]:
        """(value, number of `factories`), values of `first` first, then most frequent; all factories for None.

        `sums` are the numbers without links for named organisations, where they are known already.
        One query; two for members of organisations, whose named links are added.
        """
        wanted = [str(value) for value in first]
        if self.is_open and self.moment.is_now:
            return self._rolled_up_counts(dimension, factories, wanted, most, sums)
        links = self.links()
        # As stored: by another form of the value nothing would be read in an index's order.
        values = links.filter(**{f"{COLUMNS[dimension]}__isnull": False}).values(answer=F(COLUMNS[dimension]))
        if factories is not None:
            values = values.filter(factory__in=factories.order_by().values("pk"))
        if dimension == "basis":
            return ranked(_pairs(values.annotate(site=F("factory")).order_by().distinct()), wanted, most)
        counted = values.order_by().annotate(number=Count("factory", distinct=True))
        return _ranked(counted, wanted, most)

    def _rolled_up_counts(
        self,
        dimension: str,
        factories: QuerySet[Any] | None,
        wanted: list[str],
        most: int,
        sums: dict[str, int] | None,
    ) -> list[tuple[Any, int]]:
        named = self.named()
        more = {} if named is None else self._named_counts(dimension, named, factories)
        if sums is None:
            return _added(self._roll_up(dimension, factories, wanted, most), more)
        return ranked(dict(Counter(sums) + Counter(more)), wanted, most)

    def _roll_up(
        self, dimension: str, factories: QuerySet[Any] | None, wanted: list[str], most: int
    ) -> list[tuple[Any, int]]:
        facets = self._facets(dimension)
        if factories is not None:
            facets = facets.filter(factory__in=factories.order_by().values("pk"))
        return _ranked(facets.order_by().values(answer=F("value")).annotate(number=Count("factory")), wanted, most)

    def _named_counts(self, dimension: str, named: QuerySet[Any], factories: QuerySet[Any] | None) -> dict[str, int]:
        """Factories by value that only links for the viewer's organisations give."""
        column = COLUMNS[dimension]
        if factories is not None:
            named = named.filter(factory__in=factories.order_by().values("pk"))
        links = named.filter(**{f"{column}__isnull": False}).annotate(answer=_text(column))
        counted_already = self._facets(dimension).filter(factory=OuterRef("factory"), value=OuterRef("answer"))
        fresh = links.filter(~Exists(counted_already)).order_by().values("answer")
        return dict(fresh.annotate(number=Count("factory", distinct=True)).values_list("answer", "number"))


def _looked_up(factories: QuerySet[Any]) -> Q:
    """Condition on factories: these are asked for each of them in a table made once.

    As a join it would be planned for far fewer factories than there are, because the planner takes the country
    of links and that of factories for independent: it would read all of them with all that is shown of each.
    """
    return Q(Case(When(pk__in=factories, then=Value(True)), default=Value(False)))


def _pairs(distinct: QuerySet[Any]) -> dict[str, int]:
    """Number of distinct pairs by their first column: where no index has them in order, hashing is faster."""
    try:
        sql, parameters = distinct.query.sql_with_params()
    except EmptyResultSet:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT answer, count(*) FROM ({sql}) AS pair GROUP BY answer", parameters)  # noqa: S608
        return {str(value): number for value, number in cursor.fetchall()}


def _text(column: str) -> Cast:
    return Cast(column, output_field=CharField())


def _ranked(counted: QuerySet[Any], wanted: list[str], most: int) -> list[tuple[Any, int]]:
    rank = Case(When(answer__in=wanted, then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = counted.annotate(rank=rank).order_by("rank", "-number", "answer")
    return [(str(row["answer"]), row["number"]) for row in rows[: most + len(wanted)]]


def _added(rows: list[tuple[Any, int]], more: dict[str, int]) -> list[tuple[Any, int]]:
    known = [(value, number + more.pop(value, 0)) for value, number in rows]
    return known + sorted(more.items(), key=lambda row: -row[1])
