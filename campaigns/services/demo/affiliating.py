"""Fictional buyers' way to real bodies: every stage, every route, told as dated events over years."""

import datetime
from collections.abc import Iterator

from campaigns.services.demo.parties import BUYER
from campaigns.services.demo.world import ANCHOR, World, chance, rows_of, save
from campaigns.services.reference_files import reference_id
from core.models import Organisation
from procurement.enums import AFFILIATED_STAGES, AffiliationRoute, AffiliationStage
from procurement.models import Affiliation, AffiliationEvent

Stage = AffiliationStage
PATH = (
    Stage.IDENTIFIED,
    Stage.CONTACTED,
    Stage.ENCOURAGED,
    Stage.INTERESTED,
    Stage.SPEND_MEASURED,
    Stage.OFFER_REQUESTED,
    Stage.OFFER_RECEIVED,
    Stage.AFFILIATED,
    Stage.RENEWED,
)
# Where each buyer stands, in turn; exits follow on the step before them.
STANDS = (
    (Stage.RENEWED, AffiliationRoute.DIRECT),
    (Stage.ENCOURAGED, ""),
    (Stage.AFFILIATED, AffiliationRoute.VIA_CONSORTIUM),
    (Stage.CONTACTED, ""),
    (Stage.AFFILIATED, AffiliationRoute.DIRECT),
    (Stage.INTERESTED, ""),
    (Stage.LAPSED, AffiliationRoute.VIA_FRAMEWORK_AUTHORITY),
    (Stage.SPEND_MEASURED, ""),
    (Stage.RENEWED, AffiliationRoute.VIA_NETWORK),
    (Stage.OFFER_REQUESTED, ""),
    (Stage.DECLINED, ""),
    (Stage.OFFER_RECEIVED, ""),
    (Stage.AFFILIATED, AffiliationRoute.VIA_FRAMEWORK_AUTHORITY),
    (Stage.DORMANT, ""),
    (Stage.IDENTIFIED, ""),
    (Stage.AFFILIATED, AffiliationRoute.VIA_NETWORK),
)
EXITS = {Stage.DECLINED: Stage.INTERESTED, Stage.DORMANT: Stage.CONTACTED, Stage.LAPSED: Stage.RENEWED}
BODIES = (("electronics-watch", 1), ("circular-and-fair-ict-pact", 4), ("procura-plus", 5))
NOTES = {
    Stage.ENCOURAGED: "Talked through what affiliation asks for and what it gives.",
    Stage.DECLINED: "Will come back to it with the next budget.",
    Stage.DORMANT: "No answer to three letters.",
}


def make_affiliations(world: World) -> None:
    """Every buyer's way to Electronics Watch, and the way of some to two further bodies."""
    bodies = {body.public_id: body for body in Organisation.objects.filter(public_id__in=_body_ids())}
    affiliations: list[Affiliation] = []
    events: list[AffiliationEvent] = []
    for key, every in BODIES:
        body = bodies[reference_id("G", key)]
        for position, row in enumerate(rows_of("procurers")):
            if position % every == 0:
                affiliation = world.make(
                    Affiliation, procurer=world.procurers[row["name"]], body=body, basis_of_count=_counted(row)
                )
                affiliations.append(affiliation)
                events += _events(world, affiliation, row, position // every)
    save(affiliations)
    save(events)


def _body_ids() -> list[str]:
    return [reference_id("G", key) for key, _ in BODIES]


def _counted(row: dict[str, str]) -> str:
    return "with its members" if row["level"] == "consortium" else ""


def _events(world: World, affiliation: Affiliation, row: dict[str, str], position: int) -> Iterator[AffiliationEvent]:
    last, route = STANDS[position % len(STANDS)]
    if row["level"] == "consortium" or row["name"] == BUYER:
        last, route = Stage.RENEWED, AffiliationRoute.DIRECT
    chooser = chance(f"way of {affiliation.public_id}")
    steps = _steps(last)
    # One way takes months, another years; the first ones began before the project ended.
    day = datetime.date(chooser.randint(2017, 2023), chooser.randint(1, 12), chooser.randint(1, 28))
    longest = max(20, (ANCHOR - day).days // len(steps))
    for step in steps:
        holds = step in AFFILIATED_STAGES
        yield world.make(
            AffiliationEvent,
            affiliation=affiliation,
            stage=step,
            happened_on=day,
            route=route if holds else "",
            via=_via(world, row, position) if holds and route != AffiliationRoute.DIRECT else None,
            source=world.sources["demo-directory"],
            note=NOTES.get(Stage(step), ""),
        )
        day += datetime.timedelta(days=chooser.randint(15, longest))


def _steps(last: str) -> list[str]:
    before = EXITS.get(Stage(last), last)
    return [*PATH[: PATH.index(Stage(before)) + 1], *([last] if last in EXITS else [])]


def _via(world: World, row: dict[str, str], position: int) -> Organisation:
    consortia = [each for each in rows_of("procurers") if each["level"] == "consortium"]
    near = [each for each in consortia if each["country"] == row["country"]] or consortia
    return world.organisations[near[position % len(near)]["name"]]
