"""Questions to suppliers, and what came back: every answer, every reason, open and overdue."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from campaigns.services.demo.chains import PARTS_OF, sites_of_stage
from campaigns.services.demo.links import Cited, Links
from campaigns.services.demo.world import ANCHOR, World, chance, save
from core.enums import Audience, SourceKind
from core.models import Source
from procurement.enums import BuyerVisibility, DisclosureAnswer, NonDisclosureReason
from procurement.models import ContractLine, DisclosedLink, DisclosureRequest
from supplychain.enums import Basis
from supplychain.models import ProductionLink

WEEKS_TO_ANSWER = 8
WAITING, OVERDUE = "waiting", "overdue"
# States of requests in turn, so that each comes up; a reason stands only where one was given.
STATES = (
    (DisclosureAnswer.FULL, ""),
    (DisclosureAnswer.PARTIAL, NonDisclosureReason.REDACTED),
    (DisclosureAnswer.REFUSED, NonDisclosureReason.CONFIDENTIAL),
    (OVERDUE, ""),
    (DisclosureAnswer.FULL, ""),
    (DisclosureAnswer.REFUSED, NonDisclosureReason.NO_DUTY),
    (DisclosureAnswer.NONE, ""),
    (DisclosureAnswer.PARTIAL, NonDisclosureReason.NOT_OBTAINABLE),
    (WAITING, ""),
    (DisclosureAnswer.PARTIAL, NonDisclosureReason.UNKNOWN_TO_BRAND),
    (DisclosureAnswer.REFUSED, NonDisclosureReason.EXEMPT),
    (DisclosureAnswer.NONE, NonDisclosureReason.NOT_OBTAINABLE),
)

# Share of the parts that an answer names sites of.
TOLD: dict[str, float] = {DisclosureAnswer.FULL: 1.0, DisclosureAnswer.PARTIAL: 0.35}


@dataclass
class Answers:
    """Requests with the links that answer them."""

    world: World
    links: Links
    requests: list[DisclosureRequest] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    named: list[tuple[DisclosureRequest, ProductionLink]] = field(default_factory=list)

    def ask(self, line: ContractLine, state: str, reason: str = "", published: bool = False) -> DisclosureRequest:
        """A request for a line in one of the states; full and partial answers name sites."""
        supplier = line.contract.supplier
        asked_of = supplier.organisation if supplier else line.brand.organisation
        dates = _dates(self.world, line, state)
        request = self.world.make(
            DisclosureRequest,
            line=line,
            asked_of=asked_of,
            asked_on=dates[0],
            due_on=dates[1],
            answered_on=dates[2],
            answer="" if state in (WAITING, OVERDUE) else state,
            reason=reason,
            is_published=published,
        )
        self.requests.append(request)
        return request

    def answer(self, request: DisclosureRequest, sites: list[tuple[str, str]]) -> None:
        """What the answer names: links disclosed for this contract, for those whom the buyer lets read them."""
        line = request.line
        source = self._letter(request)
        for site, stage in sites:
            link = self.links.state(
                site,
                line.brand,
                stage,
                Basis.CONTRACT_DISCLOSURE,
                [Cited(source, request.answered_on or request.asked_on, f"sheet of line {line.number}")],
                model=line.product_model,
                audience=audience_of(line),
                valid_from=line.period_from,
            )
            if link.audience == Audience.NAMED:
                self.links.read_by(link, [line.contract.buyer.organisation])
            self.named.append((request, link))

    def _letter(self, request: DisclosureRequest) -> Source:
        number = len(self.sources) + 1
        published = request.is_published and request.line.contract.buyer.buyer_visibility == BuyerVisibility.PUBLIC
        source = self.world.make(
            Source,
            code=f"demo-answer-{number:03}",
            title=f"Answer to a request for disclosure, no. {number}",
            kind=SourceKind.DISCLOSURE,
            publisher_name=request.asked_of.name,
            published_on=request.answered_on,
            retrieved_on=request.answered_on,
            is_public=published,
            note="Fictional, made for the demonstration.",
        )
        self.sources.append(source)
        return source

    def save(self) -> None:
        """Write requests and what they disclosed; the links are saved in between by their own maker."""
        save(self.sources)
        save(self.requests)
        self.links.save()
        save(self.world.make(DisclosedLink, request=request, link=link) for request, link in self.named)


def audience_of(line: ContractLine) -> str:
    """A public buyer's answers are for everyone, one for peers for the signed-in, else for the buyer alone."""
    return {
        BuyerVisibility.PUBLIC: Audience.PUBLIC,
        BuyerVisibility.PEERS: Audience.REGISTERED,
        BuyerVisibility.PRIVATE: Audience.NAMED,
    }[BuyerVisibility(line.contract.buyer.buyer_visibility)]


def _dates(world: World, line: ContractLine, state: str) -> tuple[datetime.date, datetime.date, datetime.date | None]:
    """Asked, due and answered; what is open is so on the day of seeding."""
    chooser = chance(f"question on line {line.number} of {line.contract.public_id}")
    term = datetime.timedelta(weeks=WEEKS_TO_ANSWER)
    if state == WAITING:
        due = world.today + datetime.timedelta(days=chooser.randint(12, 45))
        return due - term, due, None
    if state == OVERDUE:
        due = world.today - datetime.timedelta(days=chooser.randint(9, 80))
        return due - term, due, None
    start = line.contract.starts_on or ANCHOR
    asked = min(start + datetime.timedelta(days=chooser.randint(20, 200)), ANCHOR - term)
    answered = asked + datetime.timedelta(days=chooser.randint(14, 75))
    return asked, asked + term, answered if state != DisclosureAnswer.NONE else None


def make_questions(world: World, answers: Answers) -> None:
    """Every third line of the other buyers' contracts has been asked about."""
    asked = [line for line in world.lines if chance(f"asked {line.contract.public_id} {line.number}").random() < 0.4]
    for position, line in enumerate(asked):
        state, reason = STATES[position % len(STATES)]
        request = answers.ask(line, state, reason, published=position % 4 == 0)
        answers.answer(request, list(_told(world, line, state)))


def _told(world: World, line: ContractLine, state: str) -> Iterator[tuple[str, str]]:
    """Sites that an answer names: one for the assembly, one for all other parts or for some."""
    share = TOLD.get(state)
    if share is None:
        return
    chooser = chance(f"told of {line.contract.public_id} {line.number}")
    for stage in ("FIN", *PARTS_OF[line.category_id]):
        if stage == "FIN" or chooser.random() < share:
            yield sites_of_stage(world, chooser, stage, 1)[0], stage
