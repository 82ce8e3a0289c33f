"""A fictional consortium: three projects, five partners, work packages and budget lines."""

import datetime
from decimal import Decimal

from campaigns.enums.projects import PartnerRole
from campaigns.models import BudgetLine, Partner, Project, ProjectPartner, WorkPackage
from campaigns.services.demo.parties import PARTNER
from campaigns.services.demo.world import World, rows_of, save

COORDINATOR = "Fair Circuits Europe"
MAIN, NORDIC, BEFORE = "demo-fair-devices", "demo-nordic-screens", "demo-buyers-first"
PROJECTS: tuple[tuple[str, str, datetime.date, datetime.date, Decimal], ...] = (
    (MAIN, "Fair Devices for Europe", datetime.date(2025, 1, 1), datetime.date(2027, 12, 31), Decimal(1_840_000)),
    (BEFORE, "Buyers First", datetime.date(2017, 1, 1), datetime.date(2024, 12, 31), Decimal(920_000)),
    (NORDIC, "Nordic Screens", datetime.date(2024, 10, 1), datetime.date(2026, 12, 31), Decimal(96_000)),
)
WORK_PACKAGES = (
    ("WP1", "Public buyers", COORDINATOR),
    ("WP2", "Citizens and schools", "Aparells Justos"),
    ("WP3", "Policy and finance", "Rechte im Takt"),
)
BUDGET = (("Staff", 1_120_000), ("Travel and events", 410_000), ("Materials and translation", 310_000))


def make_consortium(world: World) -> None:
    """Projects and who is in them; the demo's partner works in two and coordinates the third."""
    world.partners = {
        row["name"]: world.make(Partner, organisation=world.organisations[row["name"]], area=row["area"])
        for row in rows_of("partners")
    }
    save(world.partners.values())
    world.projects = {project[0]: _project(world, *project) for project in PROJECTS}
    save(world.projects.values())
    save(_participations(world))
    main = world.projects[MAIN]
    packages = [
        world.make(WorkPackage, project=main, code=code, title=title, lead=world.partners[lead])
        for code, title, lead in WORK_PACKAGES
    ]
    world.work_packages = {package.code: package for package in save(packages)}
    save(
        world.make(BudgetLine, project=main, heading=heading, amount=amount, currency_id="EUR")
        for heading, amount in BUDGET
    )


def _project(
    world: World, code: str, name: str, starts_on: datetime.date, ends_on: datetime.date, budget: Decimal
) -> Project:
    return world.make(
        Project,
        code=code,
        name=name,
        summary="A fictional project that shows how partners work with this register.",
        starts_on=starts_on,
        ends_on=ends_on,
        budget=budget,
        currency_id="EUR",
        source=world.sources["demo-directory"],
    )


def _participations(world: World) -> list[ProjectPartner]:
    leads = {MAIN: COORDINATOR, BEFORE: COORDINATOR, NORDIC: PARTNER}
    members = {MAIN: list(world.partners), BEFORE: list(world.partners), NORDIC: [PARTNER, COORDINATOR]}
    return [
        world.make(
            ProjectPartner,
            project=world.projects[code],
            partner=world.partners[name],
            role=PartnerRole.LEAD if name == leads[code] else PartnerRole.PARTNER,
        )
        for code, names in members.items()
        for name in names
    ]
