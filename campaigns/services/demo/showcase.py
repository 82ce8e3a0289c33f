"""The four contracts of the demo's own buyer: every state of an answer is on their pages."""

import datetime

from campaigns.services.demo.asking import OVERDUE, WAITING, Answers
from campaigns.services.demo.buying import Wanted, add_lines, contract_row, notice_of
from campaigns.services.demo.links import Cited
from campaigns.services.demo.parties import BUYER
from campaigns.services.demo.world import World, rows_of, save
from core.enums import Audience
from procurement.enums import DisclosureAnswer, NonDisclosureReason
from procurement.models import Contract, ContractLine
from supplychain.enums import Basis

SELLER = "Kvarnby Datalogistik"
ZHENGZHOU, CHONGQING = "Hengyu Precision Zhengzhou Plant 1", "Lantai Systems Chongqing Plant 2"
# (brand, group, which of its models or None, quantity), and what came of the question: state, reason, sites named.
LAPTOPS = (
    (
        ("Älvkulla", "computers", 0, 5200),
        (
            DisclosureAnswer.FULL,
            "",
            f"{ZHENGZHOU}:FIN|Lantai Systems Chongqing Plant 1:PCBA|Panyun Display Hefei Plant 1:DSP|"
            "Zhuoyao Energy Huizhou Plant 1:BAT|Haneulgyeol Memory Wuxi:STO|Mingke Enclosures Kunshan Plant 1:ENC",
        ),
    ),
    (
        ("Shengyao", "computers", 0, 2600),
        (
            DisclosureAnswer.PARTIAL,
            NonDisclosureReason.REDACTED,
            f"{CHONGQING}:FIN|Haemaru Display Paju Plant 1:DSP",
        ),
    ),
    (("Grünhalm", "computers", 1, 1400), (DisclosureAnswer.REFUSED, NonDisclosureReason.CONFIDENTIAL, "")),
    (("Świtomir", "computers", 0, 900), None),
    (("Dubolesk", "computers", None, 350), (OVERDUE, "", "")),
)
PHONES = (
    (("Fenwhistle", "phones", 0, 1800), (WAITING, "", "")),
    (("Nuridam", "phones", 0, 1200), (DisclosureAnswer.FULL, "", "Nuridam Gumi:FIN|Nuridam Thai Nguyen:CAM")),
    (("May Lanh", "phones", 0, 400), (DisclosureAnswer.NONE, NonDisclosureReason.UNKNOWN_TO_BRAND, "")),
    (("Qingyu", "phones", 0, 650), None),
)
SERVERS = (
    (
        ("Tallpine Systems", "enterprise", 0, 90),
        (DisclosureAnswer.PARTIAL, NonDisclosureReason.NOT_OBTAINABLE, f"{CHONGQING}:FIN"),
    ),
    (("Křemínek", "enterprise", 0, 140), (DisclosureAnswer.NONE, "", "")),
    (("Yundeng", "enterprise", 0, 60), (DisclosureAnswer.REFUSED, NonDisclosureReason.NO_DUTY, "")),
    (("Rautavesa", "enterprise", 0, 45), None),
)
SCREENS = (
    (
        ("Castañuro", "displays", 0, 3100),
        (
            DisclosureAnswer.FULL,
            "",
            f"{ZHENGZHOU}:FIN|Panyun Display Hefei Plant 1:DSP|Ruichuan Power Shenzhen Plant 2:PSU|"
            "Guangru Technology Suzhou Plant 3:PCBA|Chaoyin Metalwork Dongguan Plant 1:ENC",
        ),
    ),
    (("Daonbyeol", "displays", 0, 1500), (DisclosureAnswer.REFUSED, NonDisclosureReason.EXEMPT, "")),
    (("Jianyu Input", "peripherals", 0, 4200), (DisclosureAnswer.FULL, "", "Jianyu Input Suzhou:FIN")),
)
# Title, start, years, lines, published answers.
CONTRACTS = (
    ("Laptops and tablets for schools and offices", datetime.date(2025, 3, 1), 4, LAPTOPS, True),
    ("Smartphones", datetime.date(2026, 1, 1), 3, PHONES, False),
    ("Servers, storage and network", datetime.date(2023, 9, 1), 4, SERVERS, True),
    ("Displays and docking stations", datetime.date(2021, 5, 1), 4, SCREENS, False),
)


def make_showcase(world: World, answers: Answers) -> None:
    """Contracts, questions and answers of the buyer whom the demo login works for."""
    row = next(row for row in rows_of("procurers") if row["name"] == BUYER)
    for title, start, years, told, is_published in CONTRACTS:
        contract = contract_row(world, row, title, start, years, SELLER)
        lines = add_lines(world, contract, [_wanted(world, *line) for line, _ in told], row["currency"])
        if is_published:
            save([notice_of(world, contract)])
        _write(contract, lines)
        for line, (_, outcome) in zip(lines, told, strict=True):
            if outcome:
                _ask(answers, line, *outcome, published=is_published)
    _found_by_monitors(world, answers)


def _write(contract: Contract, lines: list[ContractLine]) -> None:
    save([contract])
    save(lines)


def _wanted(world: World, brand: str, group: str, which: int | None, quantity: int) -> Wanted:
    models = [model for model in world.models[brand] if model.category_id == group]
    return Wanted(world.brands[brand], group, None if which is None else models[which], quantity)


def _ask(answers: Answers, line: ContractLine, state: str, reason: str, sites: str, *, published: bool) -> None:
    request = answers.ask(line, state, reason, published)
    pairs = [pair.split(":") for pair in sites.split("|") if pair]
    answers.answer(request, [(site, stage) for site, stage in pairs])


def _found_by_monitors(world: World, answers: Answers) -> None:
    """What monitors found of the buyer's models; one finding was shared with the buyer and a peer."""
    server = world.models["Křemínek"][0]
    report = world.sources["demo-monitoring-3"]
    cited = [Cited(report, datetime.date(2024, 5, 20), "ch. 4")]
    links = answers.links
    links.state(
        "Moravské Obvody Brno",
        server.brand,
        "FIN",
        Basis.MONITORING,
        cited,
        model=server,
        audience=Audience.MONITORS,
    )
    laptop = world.models["Świtomir"][0]
    shared = links.state(ZHENGZHOU, laptop.brand, "FIN", Basis.MONITORING, cited, model=laptop, audience=Audience.NAMED)
    links.read_by(shared, [world.organisations[name] for name in (BUYER, "Universität Rabental")])
    phone = world.models["Qingyu"][0]
    page = world.sources["demo-models-qingyu"]
    links.state(
        "Song May Electronics Bac Ninh Plant 1",
        phone.brand,
        "FIN",
        Basis.MODEL_DISCLOSURE,
        [Cited(page, page.published_on or page.retrieved_on or datetime.date(2025, 1, 1), phone.name)],
        model=phone,
        valid_from=datetime.date(2024, 2, 1),
    )
