"""Who else depends on a factory, and for how much. Method: docs/methods/leverage.md."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet, Sum

from procurement.models import ContractLine, DisclosedLink, Procurer
from procurement.queries.reach import lines_by_brand, lines_by_model, standing_links
from procurement.querysets import buying_rule
from supplychain.models import Factory, ProductionLink

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


@dataclass(frozen=True)
class Money:
    """Currencies are never added up."""

    currency: str
    amount: Decimal


@dataclass(frozen=True)
class Dependant:
    """A procurer whose buying the viewer may see."""

    procurer: Procurer
    contracts_count: int
    spend: tuple[Money, ...]
    lines_without_value: int


@dataclass(frozen=True)
class Dependants:
    """Figures over `procurers` alone; hidden ones are counted in `hidden_count` and enter no sum."""

    procurers: tuple[Dependant, ...]
    hidden_count: int

    @property
    def procurers_count(self) -> int:
        return len(self.procurers) + self.hidden_count

    @property
    def contracts_count(self) -> int:
        return sum(dependant.contracts_count for dependant in self.procurers)

    @property
    def lines_without_value(self) -> int:
        return sum(dependant.lines_without_value for dependant in self.procurers)

    @property
    def spend(self) -> tuple[Money, ...]:
        return added_up(money for dependant in self.procurers for money in dependant.spend)


@dataclass(frozen=True)
class Leverage:
    """`by_model` depend on the factory; `by_brand` may. `open_findings` is None: not recorded yet."""

    by_model: Dependants
    by_brand: Dependants
    open_findings: int | None = None


def added_up(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Sums by currency, in the order of the currencies' codes."""
    totals: dict[str, Decimal] = {}
    for money in amounts:
        totals[money.currency] = totals.get(money.currency, Decimal(0)) + money.amount
    return tuple(Money(currency, totals[currency]) for currency in sorted(totals))


def leverage_of(factory: Factory, user: "User | AnonymousUser") -> Leverage:
    """Procurers that depend on `factory` through links that `user` may see; five queries at most."""
    found = list(standing_links(user).filter(factory=factory).values_list("pk", "product_model", "brand"))
    # Named by their ids: a question that holds the whole rule of what a viewer may see, many times, costs its writing.
    links = ProductionLink.objects.filter(pk__in=[pk for pk, _model, _brand in found])
    models = {model for _pk, model, _brand in found if model}
    lines = ContractLine.objects.filter(contract__merged_into__isnull=True)
    # What the rules below imply, said so that they are asked of the few lines that can meet them, not of all.
    disclosed = DisclosedLink.objects.filter(link__in=links)
    named = Q(product_model__in=models) | Q(pk__in=disclosed.values("request__line"))
    by_model = _sums_by_buyer(lines_by_model(links, lines.filter(named)))
    of_brands = lines.filter(brand__in={brand for _pk, _model, brand in found})
    by_brand = _sums_by_buyer(lines_by_brand(links, of_brands).exclude(contract__buyer__in=list(by_model)))
    return Leverage(by_model=_dependants(by_model, user), by_brand=_dependants(by_brand, user))


def _sums_by_buyer(lines: QuerySet[ContractLine]) -> dict[int, list[dict[str, Any]]]:
    rows: Any = lines.order_by().values("contract__buyer", "contract", "currency")
    by_buyer: dict[int, list[dict[str, Any]]] = {}
    for row in rows.annotate(amount=Sum("value_amount"), unvalued=Count("pk", filter=Q(value_amount__isnull=True))):
        by_buyer.setdefault(row["contract__buyer"], []).append(row)
    return by_buyer


def _dependants(by_buyer: dict[int, list[dict[str, Any]]], user: "User | AnonymousUser") -> Dependants:
    """Of the buyers those whose buying `user` may see; the others are only counted."""
    procurers = Procurer.objects.filter(buying_rule(user), pk__in=by_buyer).for_listing().by_name()
    dependants = tuple(_dependant(procurer, by_buyer[procurer.pk]) for procurer in procurers)
    return Dependants(procurers=dependants, hidden_count=len(by_buyer) - len(dependants))


def _dependant(procurer: Procurer, sums: list[dict[str, Any]]) -> Dependant:
    return Dependant(
        procurer=procurer,
        contracts_count=len({row["contract"] for row in sums}),
        spend=added_up(Money(row["currency"], row["amount"]) for row in sums if row["amount"] is not None),
        lines_without_value=sum(row["unvalued"] for row in sums),
    )
