"""Synthetic buyers, suppliers and contracts."""

import datetime
from collections.abc import Iterator
from typing import Any

from campaigns.services.scale.copying import copy_rows, reserve
from campaigns.services.scale.population import MODELS_EACH, Population, organisations, profiles
from campaigns.services.scale.words import identifiers
from procurement.enums import BuyerVisibility, ProcurerLevel
from procurement.models import Contract, ContractLine, Procurer, Supplier

CONTRACTS_EACH = 4
LINES_EACH = 3
VISIBILITIES = (BuyerVisibility.PRIVATE, BuyerVisibility.PEERS, BuyerVisibility.PUBLIC)


def make_buyers(people: Population, buyers: int, suppliers: int) -> None:
    """Buyers, a third of each visibility, and suppliers."""
    bodies = organisations(people, buyers, "Council")
    for position, visibility in enumerate(VISIBILITIES):
        some = bodies[position :: len(VISIBILITIES)]
        people.buyers += profiles(
            people, Procurer, some, start=len(people.buyers), buyer_visibility=visibility, level=ProcurerLevel.LOCAL
        )
    people.readers = [body.pk for body in bodies]
    people.suppliers = profiles(people, Supplier, organisations(people, suppliers, "Supplies"))


def make_contracts(people: Population) -> int:
    """Four contracts a buyer with three lines each; says how many contracts."""
    count = len(people.buyers) * CONTRACTS_EACH
    first = reserve(Contract, count)
    numbers = identifiers("K", people.seed)
    contracts = ((first + position, next(numbers), *_contract(people, position)) for position in range(count))
    columns = (
        "id",
        "public_id",
        "title",
        "buyer_id",
        "supplier_id",
        "starts_on",
        "ends_on",
        "value_amount",
        "currency_id",
    )
    copy_rows(Contract, columns, contracts)
    columns = (
        "id",
        "contract_id",
        "number",
        "product_model_id",
        "brand_id",
        "category_id",
        "quantity",
        "value_amount",
        "currency_id",
    )
    copy_rows(ContractLine, columns, _lines(people, first, reserve(ContractLine, count * LINES_EACH)))
    return count


def _contract(people: Population, position: int) -> tuple[Any, ...]:
    start = datetime.date(2020 + position % 7, 1 + position % 12, 1)
    buyer = people.buyers[position // CONTRACTS_EACH]
    supplier = people.chooser.choice(people.suppliers)
    return (
        f"Equipment {start.year}, lot {position}",
        buyer,
        supplier,
        start,
        start.replace(year=start.year + 4),
        90000,
        "EUR",
    )


def _lines(people: Population, contract: int, first: int) -> Iterator[tuple[Any, ...]]:
    for position in range(len(people.buyers) * CONTRACTS_EACH * LINES_EACH):
        brand = int(len(people.brands) * people.chooser.random() ** 2)
        number = people.chooser.randrange(MODELS_EACH)
        yield (
            first + position,
            contract + position // LINES_EACH,
            position % LINES_EACH + 1,
            people.models[brand * MODELS_EACH + number],
            people.brands[brand],
            people.categories[(people.brands[brand] + number) % len(people.categories)],
            100,
            30000,
            "EUR",
        )
