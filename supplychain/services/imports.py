"""Writing what a supplier list says, set by set.

A reference is the id of a record on order, or the key of a draft that is written along with it.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Model

from core.models import Organisation, Profile, Source
from core.transliteration import latin_reading
from supplychain.enums import Basis, PointPrecision, PointSource
from supplychain.models import (
    Brand,
    Company,
    Factory,
    FactoryStatement,
    LinkCitation,
    ProductionLink,
    RelationCitation,
    SupplyRelation,
)

Ref = int | str
Seen = tuple[datetime.date, datetime.date | None]
Record = TypeVar("Record", bound=Model)
_BATCH = 2000


@dataclass(frozen=True)
class PartyDraft:
    """A brand or company to record: of an organisation on record, or of a new one called `name`."""

    key: str
    name: str
    source_code: str
    organisation: int | None = None


@dataclass(frozen=True)
class FactoryDraft:
    key: str
    name: str
    country: str
    operator: Ref
    source_code: str
    address: str
    name_local: str = ""
    locality: str = ""
    postal_code: str = ""
    region: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class StatementDraft:
    factory: Ref
    property: str
    value: str
    source_code: str
    locator: str
    stated_on: datetime.date


@dataclass(frozen=True)
class LinkDraft:
    key: str
    brand: Ref
    factory: Ref
    stage: str


@dataclass(frozen=True)
class RelationDraft:
    key: str
    brand: Ref
    company: Ref
    country: str
    region: str


@dataclass(frozen=True)
class CitationDraft:
    """`target` is a link or a relation."""

    target: Ref
    source_code: str
    locator: str
    seen_on: datetime.date


@dataclass
class ListWrite:
    """Everything that an import of a supplier list writes. `*_seen` hold dates of drafts and of changed records."""

    brands: list[PartyDraft] = field(default_factory=list)
    companies: list[PartyDraft] = field(default_factory=list)
    factories: list[FactoryDraft] = field(default_factory=list)
    statements: list[StatementDraft] = field(default_factory=list)
    locations: dict[int, str] = field(default_factory=dict)
    links: list[LinkDraft] = field(default_factory=list)
    link_citations: list[CitationDraft] = field(default_factory=list)
    link_seen: dict[Ref, Seen] = field(default_factory=dict)
    relations: list[RelationDraft] = field(default_factory=list)
    relation_citations: list[CitationDraft] = field(default_factory=list)
    relation_seen: dict[Ref, Seen] = field(default_factory=dict)

    def cited(self) -> set[str]:
        """Codes of the sources that new parties and factories cite."""
        parties = {draft.source_code for draft in (*self.brands, *self.companies)}
        return parties | {draft.source_code for draft in self.factories}


Ids = Callable[[Ref], int]


def write_list(write: ListWrite, sources: Mapping[str, Source]) -> None:
    """Write it inside the caller's transaction and history context."""
    organisations = _organisations([*write.brands, *write.companies], sources)
    brand = _profiles(Brand, write.brands, organisations)
    company = _profiles(Company, write.companies, organisations)
    factory = _keyed(write.factories, _in_bulk(_factory(draft, company, sources) for draft in write.factories))
    _in_bulk(_statement(draft, factory, sources) for draft in write.statements)
    _open_locations(write.locations, sources)
    link = _keyed(write.links, _in_bulk(_link(draft, brand, factory, write.link_seen) for draft in write.links))
    _in_bulk(LinkCitation(link_id=link(draft.target), **_citation(draft, sources)) for draft in write.link_citations)
    relation = _keyed(
        write.relations, _in_bulk(_relation(draft, brand, company, write.relation_seen) for draft in write.relations)
    )
    _in_bulk(
        RelationCitation(relation_id=relation(draft.target), **_citation(draft, sources))
        for draft in write.relation_citations
    )
    _move_dates(ProductionLink, write.link_seen)
    _move_dates(SupplyRelation, write.relation_seen)


def record_brands(drafts: Sequence[PartyDraft], sources: Mapping[str, Source]) -> Ids:
    """Write new brands; function reference -> id of a brand."""
    return _profiles(Brand, drafts, _organisations(drafts, sources))


def _in_bulk(records: Iterable[Record]) -> list[Record]:
    made = list(records)
    return type(made[0])._default_manager.bulk_create(made, batch_size=_BATCH) if made else []


def _keyed(drafts: Sequence[PartyDraft | FactoryDraft | LinkDraft | RelationDraft], made: Sequence[Model]) -> Ids:
    """Function reference -> id, for drafts and the records made of them."""
    ids = {draft.key: record.pk for draft, record in zip(drafts, made, strict=True)}
    return lambda ref: ref if isinstance(ref, int) else ids[ref]


def _organisations(drafts: Iterable[PartyDraft], sources: Mapping[str, Source]) -> dict[str, int]:
    """Organisations of party drafts by key; a brand and a company of one key are one body."""
    ids = {draft.key: draft.organisation for draft in drafts if draft.organisation}
    new = {draft.key: draft for draft in drafts if draft.key not in ids}
    made = _in_bulk(
        Organisation(name=draft.name, latin_reading=latin_reading(draft.name), source=sources[draft.source_code])
        for draft in new.values()
    )
    return ids | {key: record.pk for key, record in zip(new, made, strict=True)}


def _profiles(model: type[Profile], drafts: Sequence[PartyDraft], organisations: Mapping[str, int]) -> Ids:
    return _keyed(drafts, _in_bulk(model(organisation_id=organisations[draft.key]) for draft in drafts))


def _factory(draft: FactoryDraft, company: Ids, sources: Mapping[str, Source]) -> Factory:
    factory = Factory(
        name=draft.name,
        name_local=draft.name_local,
        latin_reading=latin_reading(draft.name, draft.name_local),
        country_id=draft.country,
        operator_id=company(draft.operator),
        address=draft.address,
        locality=draft.locality,
        postal_code=draft.postal_code,
        subdivision=draft.region,
        location_source=sources[draft.source_code],
    )
    if draft.point:
        factory.latitude, factory.longitude = draft.point
        # A list states a point for an address; how closely it was taken, it does not say.
        factory.point_precision, factory.point_source = PointPrecision.STREET, PointSource.GIVEN
    return factory


def _statement(draft: StatementDraft, factory: Ids, sources: Mapping[str, Source]) -> FactoryStatement:
    return FactoryStatement(
        factory_id=factory(draft.factory),
        property=draft.property,
        value=draft.value,
        source=sources[draft.source_code],
        locator=draft.locator,
        stated_on=draft.stated_on,
    )


def _open_locations(locations: Mapping[int, str], sources: Mapping[str, Source]) -> None:
    """A public source now states an address that was on record from one that is not public, or from none."""
    for code in set(locations.values()):
        pks = [pk for pk, source_code in locations.items() if source_code == code]
        Factory.objects.filter(pk__in=pks).update(location_source=sources[code])


def _link(draft: LinkDraft, brand: Ids, factory: Ids, seen: Mapping[Ref, Seen]) -> ProductionLink:
    first, last = seen[draft.key]
    return ProductionLink(
        brand_id=brand(draft.brand),
        factory_id=factory(draft.factory),
        stage_id=draft.stage or None,
        basis=Basis.BRAND_LIST,
        first_seen=first,
        last_seen=last,
    )


def _relation(draft: RelationDraft, brand: Ids, company: Ids, seen: Mapping[Ref, Seen]) -> SupplyRelation:
    first, last = seen[draft.key]
    return SupplyRelation(
        brand_id=brand(draft.brand),
        company_id=company(draft.company),
        country_id=draft.country,
        region=draft.region,
        first_seen=first,
        last_seen=last,
    )


def _citation(draft: CitationDraft, sources: Mapping[str, Source]) -> dict[str, object]:
    return {"source": sources[draft.source_code], "locator": draft.locator, "seen_on": draft.seen_on}


def _move_dates(model: type[Model], seen: Mapping[Ref, Seen]) -> None:
    """First and last seen of records that stood before."""
    records = [
        model(pk=pk, first_seen=first, last_seen=last) for pk, (first, last) in seen.items() if isinstance(pk, int)
    ]
    model._default_manager.bulk_update(records, ["first_seen", "last_seen"], batch_size=_BATCH)
