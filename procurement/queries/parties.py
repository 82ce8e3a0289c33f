"""What stands on the pages of procurers: their contracts, the factories behind them, their affiliations."""

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from core.access import Access, access_of
from core.models import Source
from procurement.models import Affiliation, AffiliationEvent, Contract, ContractLine, Procurer
from procurement.queries.answer import LineAnswer, Summary, line_answers, summary_of
from procurement.queries.evidence import FactoryAtStage

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

SHOWN_PATHS = 100


@dataclass(frozen=True)
class Path:
    """One way from a contract to a factory."""

    line: ContractLine
    row: FactoryAtStage


@dataclass(frozen=True)
class Paths:
    """Ways to factories, the first of them; and how many models have none for final assembly."""

    shown: tuple[Path, ...]
    count: int
    factories_count: int
    models_count: int
    models_without: int


@dataclass(frozen=True)
class OwnContract:
    """A contract of the viewer's own organisation, and what is open in it."""

    contract: Contract
    summary: Summary


@dataclass(frozen=True)
class OwnContracts:
    """The viewer's contracts, those with most overdue requests first, and the figures over all of them."""

    contracts: tuple[OwnContract, ...]
    summary: Summary


def contracts_of(procurer: Procurer, user: "User | AnonymousUser") -> QuerySet[Contract]:
    """Contracts of `procurer` that `user` may see, latest first."""
    contracts: QuerySet[Contract] = Contract.objects.visible_to(user).for_listing().filter(buyer=procurer)
    return contracts.order_by("-starts_on", "pk")


def factories_behind(procurer: Procurer, user: "User | AnonymousUser", today: datetime.date) -> Paths:
    """Contract, model, factory, stage and basis, by links that name the model or answer for the contract."""
    lines = ContractLine.objects.visible_to(user).filter(contract__buyer=procurer)
    answers = line_answers(lines, user, today, with_brand=False)
    paths = [Path(answer.line, row) for answer in answers for row in (*answer.confirmed, *answer.suspected)]
    summary = summary_of(answers)
    return Paths(
        shown=tuple(paths[:SHOWN_PATHS]),
        count=len(paths),
        factories_count=len({path.row.factory.pk for path in paths}),
        models_count=summary.models,
        models_without=summary.models - summary.models_confirmed,
    )


def affiliations_of(procurer: Procurer, user: "User | AnonymousUser", today: datetime.date) -> QuerySet[Affiliation]:
    """Affiliations of `procurer` that `user` may see, with their stage of today."""
    affiliations: QuerySet[Affiliation] = Affiliation.objects.visible_to(user).with_stage_on(today, user)
    return (
        affiliations.filter(procurer=procurer).select_related("body", "procurer__organisation").order_by("body", "pk")
    )


def steps_shown(affiliation: Affiliation, user: "User | AnonymousUser") -> list[AffiliationEvent]:
    """Steps that `user` may see, latest first; their notes only for those who may see every step."""
    events = AffiliationEvent.objects.visible_to(user).filter(affiliation=affiliation)
    steps = list(events.select_related("via", "source").order_by("-happened_on", "-pk"))
    access = access_of(user)
    own = affiliation.procurer.organisation_id in access.procurer_organisations
    shows_notes = access.sees_restricted or access.is_partner or own
    for step in steps:
        step.note = step.note if shows_notes else ""
        step.source = step.source if _may_read(step.source, access) else None
    return steps


def _may_read(source: Source | None, access: Access) -> bool:
    return source is not None and (source.is_public or access.sees_restricted)


def own_contracts(user: "User | AnonymousUser", today: datetime.date) -> OwnContracts | None:
    """None for who buys for nobody."""
    organisations = access_of(user).procurer_organisations
    if not organisations:
        return None
    contracts = Contract.objects.current().for_listing().filter(buyer__organisation__in=organisations)
    read: list[Any] = list(contracts.order_by("-starts_on", "pk"))
    lines = ContractLine.objects.visible_to(user).filter(contract__in=read)
    answers = line_answers(lines, user, today, with_brand=False)
    by_contract: dict[int, tuple[LineAnswer, ...]] = {
        pk: tuple(group) for pk, group in groupby(answers, key=lambda answer: answer.line.contract_id)
    }
    own = [OwnContract(contract, summary_of(by_contract.get(contract.pk, ()))) for contract in read]
    return OwnContracts(contracts=tuple(sorted(own, key=lambda row: -row.summary.overdue)), summary=summary_of(answers))
