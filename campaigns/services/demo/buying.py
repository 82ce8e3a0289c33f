"""Fictional contracts: what the buyers bought, from whom, for how much."""

import datetime
import random
from dataclasses import dataclass
from decimal import Decimal

from campaigns.services.demo.parties import BUYER
from campaigns.services.demo.world import World, chance, rows_of, save, slug
from core.enums import SourceKind
from core.models import Source
from procurement.models import Contract, ContractLine
from supplychain.models import Brand, ProductModel

TITLES = {
    "computers": ("Laptops and tablets", "Desktop computers", "Workplace computers for schools"),
    "displays": ("Displays", "Screens for workplaces and meeting rooms"),
    "peripherals": ("Docking stations and headsets", "Keyboards, mice and headsets"),
    "printing": ("Multifunction printers", "Printing and scanning"),
    "enterprise": ("Servers and storage", "Network equipment"),
    "phones": ("Smartphones", "Smartphones and desk phones"),
}
# Price of one piece in euro, from and to.
PRICES = {
    "computers": (420, 1150),
    "displays": (140, 380),
    "peripherals": (35, 160),
    "printing": (600, 3200),
    "enterprise": (1800, 9500),
    "phones": (190, 640),
}
RATES = {"SEK": 11, "NOK": 11, "DKK": 7, "PLN": 4, "CZK": 25}
SPENDING = {"under_1m": 0.2, "1m_3m": 0.6, "3m_5m": 1.0, "5m_20m": 2.0, "over_20m": 5.0}


@dataclass(frozen=True)
class Wanted:
    """A line to be: a model, or a brand's goods of a group."""

    brand: Brand
    category: str
    model: ProductModel | None
    quantity: int


def make_contracts(world: World) -> None:
    """One to three contracts a buyer; those of the demo's own buyer are told by `showcase`."""
    contracts: list[Contract] = []
    for row in rows_of("procurers"):
        if row["name"] != BUYER:
            contracts += _contracts_of(world, row)
    notices = [notice_of(world, contract) for contract in contracts if _is_published(contract)]
    save(notices)
    save(contracts)
    save(world.lines)


def _is_published(contract: Contract) -> bool:
    return chance(f"notice of {contract.public_id}").random() < 0.55


def _contracts_of(world: World, row: dict[str, str]) -> list[Contract]:
    chooser = chance(f"contracts of {row['name']}")
    groups = chooser.sample(sorted(TITLES), k=chooser.choice([1, 1, 2, 2, 3]))
    return [_contract(world, row, chooser, group) for group in groups]


def _contract(world: World, row: dict[str, str], chooser: random.Random, group: str) -> Contract:
    start = datetime.date(chooser.randint(2019, 2026), chooser.choice([1, 3, 4, 7]), 1)
    years = chooser.choice([2, 3, 4, 4])
    contract = contract_row(world, row, chooser.choice(TITLES[group]), start, years, _seller(world, row, chooser))
    brands = [each["name"] for each in rows_of("brands") if group in each["categories"].split()]
    scale = SPENDING[row["spend"]]
    wanted = []
    for name in chooser.sample(brands, k=min(len(brands), chooser.randint(1, 4))):
        models = [model for model in world.models[name] if model.category_id == group]
        model = chooser.choice(models) if chooser.random() < 0.85 else None
        quantity = max(5, int(chooser.randint(60, 900) * scale * (400 / PRICES[group][1])))
        wanted.append(Wanted(world.brands[name], group, model, quantity))
    add_lines(world, contract, wanted, row["currency"])
    return contract


def _seller(world: World, row: dict[str, str], chooser: random.Random) -> str:
    near = [each["name"] for each in rows_of("suppliers") if each["country"] == row["country"]]
    return chooser.choice(near or [each["name"] for each in rows_of("suppliers")])


def contract_row(
    world: World, row: dict[str, str], title: str, start: datetime.date, years: int, seller: str
) -> Contract:
    """An unsaved contract; its value follows from its lines."""
    number = world.counts["Contract"] + 1
    return world.make(
        Contract,
        buyer=world.procurers[row["name"]],
        supplier=world.suppliers[seller],
        title=f"{title} {start.year}–{start.year + years}",
        reference=f"{slug(row['name'])[:3].upper()}-{start.year}-{number:03}",
        signed_on=start - datetime.timedelta(days=40),
        starts_on=start,
        ends_on=start.replace(year=start.year + years) - datetime.timedelta(days=1),
        currency_id=row["currency"],
        source=world.sources["demo-directory"],
    )


def add_lines(world: World, contract: Contract, wanted: list[Wanted], currency: str) -> list[ContractLine]:
    """Lines of the contract, whose value becomes their sum."""
    chooser = chance(f"prices of {contract.public_id}")
    lines = [_line(world, contract, number, each, chooser, currency) for number, each in enumerate(wanted, 1)]
    contract.value_amount = sum((line.value_amount for line in lines if line.value_amount), Decimal(0))
    world.lines += lines
    return lines


def _line(
    world: World, contract: Contract, number: int, wanted: Wanted, chooser: random.Random, currency: str
) -> ContractLine:
    price = chooser.randint(*PRICES[wanted.category]) * RATES.get(currency, 1)
    return world.make(
        ContractLine,
        contract=contract,
        number=number,
        product_model=wanted.model,
        brand=wanted.brand,
        category_id=wanted.category,
        description="" if wanted.model else f"{TITLES[wanted.category][0]}, models as ordered",
        quantity=wanted.quantity,
        value_amount=Decimal(wanted.quantity * price),
        currency_id=currency,
        period_from=contract.starts_on,
        period_to=contract.ends_on,
    )


def notice_of(world: World, contract: Contract) -> Source:
    """An unsaved public notice that names the contract."""
    number = f"{world.counts['Notice'] + 100200}-{contract.starts_on:%Y}"
    world.counts["Notice"] += 1
    contract.notice = world.make(
        Source,
        code=f"demo-notice-{number}",
        title=f"Contract award notice: {contract.title}",
        kind=SourceKind.NOTICE,
        publisher_name=contract.buyer.organisation.name,
        document=f"Notice {number}",
        url=f"https://notices.example/{number}",
        published_on=contract.signed_on,
        retrieved_on=contract.starts_on,
        is_public=True,
        note="Fictional, made for the demonstration.",
    )
    return contract.notice
