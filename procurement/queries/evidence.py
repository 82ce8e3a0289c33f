"""Evidence for contract lines: factories by stage, with every statement that names them."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from core.access import access_of
from core.models import Source
from procurement.models import ContractLine, DisclosedLink, DisclosureRequest
from procurement.queries.brand_sites import STRENGTH, BrandSite, brand_sites
from procurement.queries.reach import ends_before_line, standing_links
from supplychain.enums import Confidence
from supplychain.models import Factory, LinkCitation, ProductionLink, Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

# A published list can name hundreds of sites of a brand: so many are shown per line, all are counted.
SHOWN_BY_BRAND = 25
SHOWN_SOURCES = 2
Place = tuple[int, str | None]
_is_confirmed, _in_order = attrgetter("is_confirmed"), attrgetter("order")


@dataclass(frozen=True)
class Cited:
    """A source of a statement. `source` is None where the viewer may not read it: then kind and date speak."""

    source: Source | None
    kind: str
    locator: str
    seen_on: datetime.date


@dataclass(frozen=True)
class Statement:
    """One link that names the factory: what it rests on, since when, who says so.

    `answers` are the requests for this contract that it answers, as far as the viewer may see them.
    """

    link: ProductionLink
    cited: tuple[Cited, ...]
    for_contract: bool
    answers: tuple[DisclosureRequest, ...] = ()

    @property
    def latest_cited(self) -> tuple[Cited, ...]:
        """A site that ten yearly lists name needs not ten lines; all of them stand on the link's page."""
        return self.cited[:SHOWN_SOURCES]

    @property
    def more_cited(self) -> int:
        return len(self.cited) - len(self.latest_cited)

    @property
    def since(self) -> datetime.date | None:
        return self.link.valid_from or self.link.first_seen

    @property
    def until(self) -> datetime.date | None:
        return self.link.valid_to or self.link.last_seen

    @property
    def is_confirming(self) -> bool:
        return self.for_contract or self.link.confidence == Confidence.CONFIRMED


@dataclass(frozen=True)
class FactoryAtStage:
    """A factory at one stage, strongest statement first."""

    factory: Factory
    stage: Stage | None
    statements: tuple[Statement, ...]
    by_brand: bool = False

    @property
    def for_contract(self) -> bool:
        return any(statement.for_contract for statement in self.statements)

    @property
    def is_confirmed(self) -> bool:
        return not self.by_brand and any(statement.is_confirming for statement in self.statements)

    @property
    def stage_code(self) -> str | None:
        return self.stage.code if self.stage else None

    @property
    def order(self) -> tuple[int, str, bool, str]:
        position, code = (self.stage.position, self.stage.code) if self.stage else (10_000, "")
        return (position, code, self.by_brand, self.factory.name)


@dataclass(frozen=True)
class Evidence:
    """What is known of one line. `suspected_count` includes sites that `suspected` leaves out."""

    confirmed: tuple[FactoryAtStage, ...]
    suspected: tuple[FactoryAtStage, ...]
    suspected_count: int
    suspected_at: Counter[str | None]

    @property
    def confirmed_at(self) -> Counter[str | None]:
        return Counter(row.stage_code for row in self.confirmed)


def evidence_for(
    lines: list[ContractLine], user: "User | AnonymousUser", *, with_brand: bool = True
) -> dict[int, Evidence]:
    """Evidence by line, from links that `user` may see; at most seven queries."""
    disclosed = _disclosed(lines, user)
    named = _links_by_model(lines, disclosed, user)
    by_model = {line.pk: _links_of(line, named, disclosed) for line in lines}
    sites = brand_sites(lines, user) if with_brand else {}
    others = {pk: _not_among(links, sites.get(pk, [])) for pk, links in by_model.items()}
    named |= _shown_of(others, user)
    answers = _answers(lines, user) if any(disclosed.values()) else {}
    statements = _Statements(named, _citations(set(named), user), _for_contracts(lines, disclosed), answers)
    return {line.pk: _evidence(line, by_model[line.pk], others[line.pk], statements) for line in lines}


@dataclass(frozen=True)
class _Statements:
    """Links and their sources, and which contracts each was disclosed for."""

    links: dict[int, ProductionLink]
    cited: dict[int, tuple[Cited, ...]]
    contracts: set[tuple[int, int]]
    answers: dict[tuple[int, int], tuple[DisclosureRequest, ...]]

    def about(self, line: ContractLine, links: list[int]) -> list[Statement]:
        return [self._of((line.contract_id, pk)) for pk in links]

    def _of(self, place: tuple[int, int]) -> Statement:
        pk = place[1]
        return Statement(self.links[pk], self.cited.get(pk, ()), place in self.contracts, self.answers.get(place, ()))


def _for_contracts(lines: list[ContractLine], disclosed: dict[int, set[int]]) -> set[tuple[int, int]]:
    contracts = {line.pk: line.contract_id for line in lines}
    return {(contracts[line], link) for line, links in disclosed.items() for link in links}


def _not_among(links: list[ProductionLink], sites: list[BrandSite]) -> list[BrandSite]:
    """Sites that add something to `links`: another factory, or another stage of one."""
    known = {place for link in links for place in ((link.factory_id, link.stage_id), (link.factory_id, None))}
    return [site for site in sites if site.place not in known]


def _shown_of(others: dict[int, list[BrandSite]], user: "User | AnonymousUser") -> dict[int, ProductionLink]:
    shown = {site.link_id for sites in others.values() for site in sites[:SHOWN_BY_BRAND]}
    return {link.pk: link for link in _read(standing_links(user).filter(pk__in=shown))} if shown else {}


def _evidence(
    line: ContractLine, by_model: list[ProductionLink], others: list[BrandSite], statements: _Statements
) -> Evidence:
    rows = sorted(_by_place(statements.about(line, [link.pk for link in by_model])), key=_in_order)
    suspected = list(filterfalse(_is_confirmed, rows))
    lists = _by_brand(statements.about(line, [site.link_id for site in others[:SHOWN_BY_BRAND]]))
    places = [row.stage_code for row in suspected] + [site.stage for site in others]
    return Evidence(
        confirmed=tuple(filter(_is_confirmed, rows)),
        suspected=tuple(sorted([*suspected, *lists], key=_in_order)),
        suspected_count=len(places),
        suspected_at=Counter(places),
    )


def _by_brand(statements: list[Statement]) -> list[FactoryAtStage]:
    return [FactoryAtStage(row.link.factory, row.link.stage, (row,), by_brand=True) for row in statements]


def _by_place(statements: list[Statement]) -> list[FactoryAtStage]:
    places: dict[Place, list[Statement]] = {}
    for statement in statements:
        places.setdefault((statement.link.factory_id, statement.link.stage_id), []).append(statement)
    strongest_first = [sorted(group, key=lambda row: STRENGTH[row.link.basis]) for group in places.values()]
    return [FactoryAtStage(rows[0].link.factory, rows[0].link.stage, tuple(rows)) for rows in strongest_first]


def _links_of(
    line: ContractLine, named: dict[int, ProductionLink], disclosed: dict[int, set[int]]
) -> list[ProductionLink]:
    own = disclosed.get(line.pk, set())
    return [link for link in named.values() if link.pk in own or _makes(link, line)]


def _makes(link: ProductionLink, line: ContractLine) -> bool:
    same_model = line.product_model_id is not None and link.product_model_id == line.product_model_id
    return same_model and not ends_before_line(link.valid_to or link.last_seen, line)


def _disclosed(lines: list[ContractLine], user: "User | AnonymousUser") -> dict[int, set[int]]:
    rows = DisclosedLink.objects.filter(
        request__line__in=lines, request__merged_into__isnull=True, link__in=standing_links(user)
    )
    found: dict[int, set[int]] = {}
    for line, link in rows.values_list("request__line", "link"):
        found.setdefault(line, set()).add(link)
    return found


def _answers(
    lines: list[ContractLine], user: "User | AnonymousUser"
) -> dict[tuple[int, int], tuple[DisclosureRequest, ...]]:
    """Requests by contract and link that answers them, those alone that the viewer may see."""
    requests = DisclosureRequest.objects.visible_to(user).filter(line__in=lines)
    rows = DisclosedLink.objects.filter(request__in=requests).select_related("request__line", "request__asked_of")
    found: dict[tuple[int, int], tuple[DisclosureRequest, ...]] = {}
    for row in rows.order_by("-request__asked_on", "pk"):
        place = (row.request.line.contract_id, row.link_id)
        found[place] = (*found.get(place, ()), row.request)
    return found


def links_disclosed(request: DisclosureRequest, user: "User | AnonymousUser") -> Iterable[ProductionLink]:
    """Links that answer the request and that `user` may see, by stage and factory."""
    links = standing_links(user).filter(disclosed_in__request=request)
    return _read(links).order_by("stage__position", "factory__sort_key", "pk")


def _links_by_model(
    lines: list[ContractLine], disclosed: dict[int, set[int]], user: "User | AnonymousUser"
) -> dict[int, ProductionLink]:
    models = {line.product_model_id for line in lines if line.product_model_id}
    answered = {link for links in disclosed.values() for link in links}
    links = standing_links(user).filter(Q(product_model__in=models) | Q(pk__in=answered))
    return {link.pk: link for link in _read(links)}


def _read(links: QuerySet[ProductionLink]) -> QuerySet[ProductionLink]:
    return links.select_related("factory__country", "stage", "product_model").order_by("pk")


def _citations(links: set[int], user: "User | AnonymousUser") -> dict[int, tuple[Cited, ...]]:
    """Citations by link, latest first. One list names hundreds of sites: each source is read once."""
    readable = access_of(user).sees_restricted
    rows = LinkCitation.objects.filter(link__in=links).order_by("-seen_on", "pk")
    citations = list(rows.values_list("link", "source", "locator", "seen_on"))
    sources = Source.objects.in_bulk({source for _link, source, _locator, _seen_on in citations})
    kinds = {pk: source.get_kind_display() for pk, source in sources.items()}
    found: dict[int, list[Cited]] = {}
    for link, pk, locator, seen_on in citations:
        source = sources[pk] if readable or sources[pk].is_public else None
        cited = Cited(source, kinds[pk], locator if source else "", seen_on)
        found.setdefault(link, []).append(cited)
    return {link: tuple(several) for link, several in found.items()}
