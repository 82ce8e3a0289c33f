"""What a public buyer bought in a span of time, model by model: the ground of its yearly return."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from procurement.models import ContractLine, Procurer
from procurement.queries.answer import LineAnswer, line_answers
from procurement.queries.evidence import FactoryAtStage
from procurement.queries.leverage import Money, added_up
from procurement.queries.reach import LINE_BEGINS
from supplychain.models import ProductModel

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


@dataclass(frozen=True)
class Bought:
    """Lines that buy the same model, or without a model the same kind of goods of a brand."""

    answers: Sequence[LineAnswer]

    @property
    def lines(self) -> list[ContractLine]:
        return [answer.line for answer in self.answers]

    @property
    def model(self) -> ProductModel | None:
        return self.lines[0].product_model

    @property
    def units(self) -> int | None:
        """None where no line says how many."""
        known = [line.quantity for line in self.lines if line.quantity is not None]
        return sum(known) if known else None

    @property
    def lines_without_quantity(self) -> int:
        return sum(line.quantity is None for line in self.lines)

    @property
    def contracts(self) -> int:
        return len({line.contract_id for line in self.lines})

    @property
    def spend(self) -> tuple[Money, ...]:
        return spent(self.lines)

    @property
    def lines_without_value(self) -> int:
        return sum(line.value_amount is None for line in self.lines)

    @property
    def confirmed(self) -> list[FactoryAtStage]:
        """Places that make it, each once, though several lines may lead there."""
        return _once(chain.from_iterable(answer.confirmed for answer in self.answers))

    @property
    def suspected(self) -> list[FactoryAtStage]:
        places = {(row.factory.pk, row.stage_code) for row in self.confirmed}
        rows = _once(chain.from_iterable(answer.suspected for answer in self.answers))
        return [row for row in rows if (row.factory.pk, row.stage_code) not in places]

    @property
    def state(self) -> str:
        """What is known of the factories: the best that is."""
        return "confirmed" if self.confirmed else "suspected" if self.suspected else "unknown"


def bought_in(
    procurer: Procurer, user: "User | AnonymousUser", first: datetime.date | None, last: datetime.date
) -> QuerySet[Any]:
    """Lines of `procurer`, as far as `user` may see them, that begin on one of the days.

    A line begins with its own period, else with its contract, else on the day of signature.
    """
    lines = _lines_of(procurer, user).filter(begins__lte=last)
    return lines if first is None else lines.filter(begins__gte=first)


def undated_count(procurer: Procurer, user: "User | AnonymousUser") -> int:
    """Lines that state no day at all, and therefore belong to no span."""
    return _lines_of(procurer, user).filter(begins__isnull=True).count()


def by_model(lines: QuerySet[Any], user: "User | AnonymousUser", today: datetime.date) -> list[Bought]:
    """What is bought, by brand and model; what names no model comes after. The same number of queries for any length.

    Factories that a brand's list names, but not for the model, are left out.
    """
    groups: dict[tuple[object, ...], list[LineAnswer]] = {}
    for answer in line_answers(lines, user, today, with_brand=False):
        groups.setdefault(_goods(answer.line), []).append(answer)
    return sorted((Bought(tuple(answers)) for answers in groups.values()), key=_order)


def spent(lines: Sequence[ContractLine]) -> tuple[Money, ...]:
    """Values of the lines, each currency apart."""
    return added_up(
        Money(line.currency_id, line.value_amount or Decimal(0))
        for line in lines
        if line.currency_id is not None and line.value_amount is not None
    )


def _lines_of(procurer: Procurer, user: "User | AnonymousUser") -> QuerySet[Any]:
    lines: QuerySet[Any] = ContractLine.objects.visible_to(user).filter(contract__buyer=procurer)
    return lines.annotate(begins=Coalesce(*LINE_BEGINS))


def _goods(line: ContractLine) -> tuple[object, ...]:
    if line.product_model_id is not None:
        return (line.product_model_id,)
    return (None, line.brand_id, line.category_id, line.description)


def _order(bought: Bought) -> tuple[object, ...]:
    line = bought.lines[0]
    return line.product_model is None, line.brand.organisation.sort_key, str(line.product_model or line.description)


def _once(rows: "chain[FactoryAtStage]") -> list[FactoryAtStage]:
    return list({(row.factory.pk, row.stage_code): row for row in rows}.values())
