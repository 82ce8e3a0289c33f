"""The answer page: which factories make what a contract buys, how sure, who says so, and what is not known."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from procurement.models import Contract, ContractLine, DisclosureRequest
from procurement.queries.evidence import Evidence, FactoryAtStage, evidence_for
from supplychain.models import MainComponent, Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

FINAL_ASSEMBLY = "FIN"
# So many factories of a line are shown, confirmed and suspected each; all are counted.
SHOWN_OF_LINE = 50


@dataclass(frozen=True)
class Asked:
    """A request for disclosure, as it stands today."""

    request: DisclosureRequest
    state: str
    days_overdue: int


@dataclass(frozen=True)
class RequiredStage:
    """Final assembly or a main component: is any factory known for it?"""

    stage: Stage
    confirmed: int
    suspected: int

    @property
    def state(self) -> str:
        return "confirmed" if self.confirmed else "suspected" if self.suspected else "missing"

    @property
    def is_missing(self) -> bool:
        return self.state == "missing"


@dataclass(frozen=True)
class LineAnswer:
    """What is known of one line. `suspected_count` counts what `suspected` may cut short."""

    line: ContractLine
    confirmed: tuple[FactoryAtStage, ...]
    suspected: tuple[FactoryAtStage, ...]
    suspected_count: int
    asked: tuple[Asked, ...]
    answered: tuple[Asked, ...]
    stages: tuple[RequiredStage, ...]

    @property
    def missing(self) -> tuple[Stage, ...]:
        return tuple(required.stage for required in self.stages if required.is_missing)

    @property
    def shown_confirmed(self) -> tuple[FactoryAtStage, ...]:
        """Nobody reads hundreds of factories on one page: the first by stage and name; the list has all."""
        return self.confirmed[:SHOWN_OF_LINE]

    @property
    def more_confirmed(self) -> int:
        return len(self.confirmed) - len(self.shown_confirmed)

    @property
    def shown_suspected(self) -> tuple[FactoryAtStage, ...]:
        return self.suspected[:SHOWN_OF_LINE]

    @property
    def not_shown(self) -> int:
        return self.suspected_count - len(self.shown_suspected)

    @property
    def final_assembly(self) -> RequiredStage:
        return self.stages[0]

    @property
    def overdue(self) -> int:
        return sum(row.state == "overdue" for row in self.asked)

    @property
    def unknown_components(self) -> int:
        return sum(required.is_missing for required in self.stages[1:])

    @property
    def goods(self) -> tuple[str, int]:
        """Lines that buy the same model answer one question."""
        return ("model", self.line.product_model_id) if self.line.product_model_id else ("line", self.line.pk)


@dataclass(frozen=True)
class Summary:
    """What a reader takes in within five seconds."""

    models: int
    models_confirmed: int
    models_suspected: int
    models_without_site: int
    lines_without_model: int
    unanswered: int
    overdue: int
    unknown_components: int


@dataclass(frozen=True)
class ContractAnswer:
    """`shows_lines` False: the viewer may see the contract, but neither its lines nor its factories."""

    contract: Contract
    shows_lines: bool
    lines: tuple[LineAnswer, ...]
    summary: Summary


def contract_factories(contract: Contract, user: "User | AnonymousUser", today: datetime.date) -> ContractAnswer:
    """The answer for one contract, in the same number of queries however long it is."""
    lines = ContractLine.objects.visible_to(user).filter(contract=contract)
    shows_lines = Contract.objects.with_factories_visible_to(user).filter(pk=contract.pk).exists()
    answers = line_answers(lines, user, today)
    return ContractAnswer(contract=contract, shows_lines=shows_lines, lines=answers, summary=summary_of(answers))


def line_answers(
    lines: QuerySet[ContractLine], user: "User | AnonymousUser", today: datetime.date, *, with_brand: bool = True
) -> tuple[LineAnswer, ...]:
    """Answers for `lines`, which `user` may see; without what only names the brand where `with_brand` is False."""
    read = list(
        lines.select_related("contract", "product_model", "brand__organisation", "category", "currency").order_by(
            "contract", "number"
        )
    )
    if not read:
        return ()
    evidence = evidence_for(read, user, with_brand=with_brand)
    requests = _requests(read, user, today)
    required = _required_stages({line.category_id for line in read})
    return tuple(
        _line_answer(line, evidence[line.pk], requests.get(line.pk, []), required[line.category_id]) for line in read
    )


def summary_of(answers: tuple[LineAnswer, ...]) -> Summary:
    """Counts over models, not lines: a model bought twice is one question."""
    goods = {answer.goods: answer for answer in answers}
    sites = [answer.final_assembly for answer in goods.values() if answer.line.product_model_id]
    states = Counter(site.state for site in sites)
    return Summary(
        models=len(sites),
        models_confirmed=states["confirmed"],
        models_suspected=states["suspected"],
        models_without_site=states["missing"],
        lines_without_model=len(goods) - len(sites),
        unanswered=sum(len(answer.asked) for answer in answers),
        overdue=sum(answer.overdue for answer in answers),
        unknown_components=sum(answer.unknown_components for answer in goods.values()),
    )


def request_state(request: DisclosureRequest, today: datetime.date) -> Asked:
    """`open` and `overdue` are the two states of a request that nobody has closed."""
    late = (today - request.due_on).days
    if request.answer in ("full", "partial", "refused"):
        return Asked(request, request.answer, 0)
    if request.answer == "none":
        return Asked(request, "none", max(late, 0))
    return Asked(request, "overdue" if late > 0 else "open", max(late, 0))


def _line_answer(line: ContractLine, evidence: Evidence, requests: list[Asked], required: list[Stage]) -> LineAnswer:
    return LineAnswer(
        line=line,
        confirmed=evidence.confirmed,
        suspected=evidence.suspected,
        suspected_count=evidence.suspected_count,
        asked=tuple(row for row in requests if row.state not in ("full", "partial")),
        answered=tuple(row for row in requests if row.state in ("full", "partial")),
        stages=tuple(
            RequiredStage(stage, evidence.confirmed_at[stage.code], evidence.suspected_at[stage.code])
            for stage in required
        ),
    )


def _requests(lines: list[ContractLine], user: "User | AnonymousUser", today: datetime.date) -> dict[int, list[Asked]]:
    requests = DisclosureRequest.objects.visible_to(user).filter(line__in=lines).select_related("asked_of")
    by_line: dict[int, list[Asked]] = {}
    for request in requests.order_by("asked_on", "pk"):
        by_line.setdefault(request.line_id, []).append(request_state(request, today))
    return by_line


def _required_stages(categories: set[str]) -> dict[str, list[Stage]]:
    """Final assembly first, then the category's main components."""
    final = Stage.objects.get(code=FINAL_ASSEMBLY)
    required: dict[str, list[Any]] = {category: [final] for category in categories}
    components = MainComponent.objects.filter(category__in=categories).exclude(stage=final).select_related("stage")
    for component in components.order_by("stage__position", "stage"):
        required[component.category_id].append(component.stage)
    return required
