"""Leverage at many factories at once: the figures of each one's page (`leverage_of`), in a fixed number of queries.

Pairs of factory and line are read in the order of factories and added up as they come. Nothing in a figure depends on
a hidden buyer but the number of hidden ones: see docs/methods/leverage.md.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import F, Max, QuerySet, Value
from django.db.models.functions import Coalesce

from core.access import access_of
from procurement.models import ContractLine, DisclosedLink, DisclosureRequest, Procurer
from procurement.queries.leverage import Money, added_up
from procurement.queries.reach import FIRST_DAY, LAST_DAY, LINE_BEGINS, LINK_ENDS, standing_links
from procurement.querysets import buying_rule
from supplychain.enums import Confidence
from supplychain.models import Factory

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

BUYING = ("", "contract__buyer", "contract", "currency", "value_amount")


class Pair(NamedTuple):
    """A line that a link of the factory stands behind."""

    factory: int
    line: int
    buyer: int
    contract: int
    currency: str | None
    amount: Decimal | None
    confidence: str


@dataclass
class Share:
    """What one procurer, whose buying the viewer may see, buys from a factory."""

    procurer: Procurer
    is_own: bool
    contracts: set[int] = field(default_factory=set)
    amounts: dict[str, Decimal] = field(default_factory=dict)
    lines_without_value: int = 0

    def add(self, pair: Pair) -> None:
        self.contracts.add(pair.contract)
        if pair.amount is None or pair.currency is None:
            self.lines_without_value += 1
        else:
            self.amounts[pair.currency] = self.amounts.get(pair.currency, Decimal(0)) + pair.amount

    @property
    def spend(self) -> tuple[Money, ...]:
        return tuple(Money(currency, self.amounts[currency]) for currency in sorted(self.amounts))


@dataclass
class FactoryLeverage:
    """Who depends on a factory: shares of visible procurers, and how many others there are."""

    factory_id: int
    shares: tuple[Share, ...]
    hidden_count: int
    is_confirmed: bool

    @property
    def procurers_count(self) -> int:
        return len(self.shares) + self.hidden_count

    @property
    def own_count(self) -> int:
        return sum(share.is_own for share in self.shares)

    @property
    def contracts_count(self) -> int:
        return sum(len(share.contracts) for share in self.shares)

    @property
    def lines_without_value(self) -> int:
        return sum(share.lines_without_value for share in self.shares)

    @property
    def spend(self) -> tuple[Money, ...]:
        return added_up(money for share in self.shares for money in share.spend)

    def amount(self, currency: str) -> Decimal | None:
        """None where nothing is known in this currency."""
        known = [share.amounts[currency] for share in self.shares if currency in share.amounts]
        return sum(known, Decimal(0)) if known else None


def leverages(factories: QuerySet[Factory], user: "User | AnonymousUser") -> Iterator[FactoryLeverage]:
    """Of those of `factories` that somebody depends on, by their ids; three queries."""
    buyers = _visible_buyers(user)
    own = access_of(user).procurer_organisations
    pairs = merge(_by_model(factories, user), _disclosed(factories, user), key=lambda pair: pair.factory)
    for factory, of_factory in groupby(pairs, key=lambda pair: pair.factory):
        yield _added_up(factory, of_factory, buyers, own)


def last_disclosures(factories: QuerySet[Factory], user: "User | AnonymousUser") -> dict[int, datetime.date]:
    """When a request was last answered with a factory, as far as `user` may see both the request and its line."""
    requests = DisclosureRequest.objects.visible_to(user).filter(buying_rule(user, "line__contract__buyer__"))
    rows = DisclosedLink.objects.filter(
        request__in=requests,
        link__in=standing_links(user),
        link__factory__in=factories,
        request__answered_on__isnull=False,
    )
    return dict(rows.order_by().values_list("link__factory").annotate(Max("request__answered_on")))


def currencies_seen(user: "User | AnonymousUser") -> list[str]:
    """Currencies of the lines that `user` may see."""
    lines = ContractLine.objects.visible_to(user).filter(value_amount__isnull=False)
    return sorted(lines.order_by().values_list("currency", flat=True).distinct())


def _visible_buyers(user: "User | AnonymousUser") -> dict[int, Procurer]:
    found = (
        Procurer.objects.filter(buying_rule(user), contracts__isnull=False).select_related("organisation").distinct()
    )
    return {procurer.pk: procurer for procurer in found.defer("organisation__search_grams")}


def _by_model(factories: QuerySet[Factory], user: "User | AnonymousUser") -> Iterator[Pair]:
    """By links that name the line's model and had not ended before the line's period began."""
    path = "product_model__contract_lines__"
    begins = Coalesce(*(F(path + name) for name in LINE_BEGINS), FIRST_DAY)
    links = (
        standing_links(user)
        .filter(factory__in=factories)
        .annotate(line_begins=begins, link_ends=Coalesce(*LINK_ENDS, LAST_DAY), line=F("product_model__contract_lines"))
        .annotate(replaced=F(path + "contract__merged_into"))
        .filter(line__isnull=False, replaced__isnull=True, link_ends__gte=F("line_begins"))
    )
    return _pairs(links, "factory", path, "confidence")


def _disclosed(factories: QuerySet[Factory], user: "User | AnonymousUser") -> Iterator[Pair]:
    """By links that were disclosed for the line: confirmed for its contract, whatever they rest on."""
    rows = DisclosedLink.objects.filter(
        link__in=standing_links(user),
        link__factory__in=factories,
        request__merged_into__isnull=True,
        request__line__contract__merged_into__isnull=True,
    )
    return _pairs(rows, "link__factory", "request__line__", Value(Confidence.CONFIRMED))


def _pairs(rows: QuerySet[Any], factory: str, line: str, confidence: Any) -> Iterator[Pair]:
    columns = [(line + name).removesuffix("__") for name in BUYING]
    # Read at once: the database plans a cursor for its first rows, and takes very long to its last.
    return map(Pair._make, rows.order_by(factory).values_list(factory, *columns, confidence))


def _added_up(factory: int, pairs: Iterator[Pair], buyers: dict[int, Procurer], own: frozenset[int]) -> FactoryLeverage:
    """A line counts once, however many links lead to it."""
    shares: dict[int, Share] = {}
    hidden: set[int] = set()
    seen: set[int] = set()
    is_confirmed = False
    for pair in pairs:
        procurer = buyers.get(pair.buyer)
        if procurer is None:
            hidden.add(pair.buyer)
            continue
        is_confirmed = is_confirmed or pair.confidence == Confidence.CONFIRMED
        if pair.line not in seen:
            seen.add(pair.line)
            share = shares.setdefault(pair.buyer, Share(procurer, procurer.organisation_id in own))
            share.add(pair)
    ordered = sorted(shares.values(), key=lambda share: (not share.is_own, share.procurer.organisation.sort_key))
    return FactoryLeverage(factory, tuple(ordered), len(hidden), is_confirmed)
