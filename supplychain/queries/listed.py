"""What the register already holds of what a supplier list may name. Fictional demo records never match."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import F, Model, Q

from core.models import Organisation, Profile
from supplychain.enums import Basis, FactoryProperty
from supplychain.models import (
    Factory,
    FactoryStatement,
    LinkCitation,
    ProductionLink,
    RelationCitation,
    SupplyRelation,
)


@dataclass
class PartyNames:
    """Profiles of one kind by organisation, and the names that organisations have and had."""

    profile_of: dict[int, int]
    names: list[tuple[int, str]]
    former_names: list[tuple[int, str]]


@dataclass
class KnownFactory:
    """A factory under every name and address that sources state; a merged one has the `pk` of its survivor.

    `closed_address` is the address that a public source could open: the factory's own, where the source of its
    location is not public.
    """

    pk: int
    operator: int | None
    closed_address: str
    names: set[str]
    addresses: set[str]
    countries: set[str]


@dataclass
class KnownCitations:
    """Links or relations of some brands: their identity, dates and citations."""

    keys: dict[int, tuple[int | str, ...]] = field(default_factory=dict)
    seen: dict[int, tuple[datetime.date | None, datetime.date | None]] = field(default_factory=dict)
    mentions: list[tuple[int, str, str, str, datetime.date]] = field(default_factory=list)


def survivors(model: type[Model]) -> dict[int, int]:
    """Merged records of `model` and where each chain of merges ends."""
    merged = model._default_manager.filter(merged_into__isnull=False)
    into = dict(merged.values_list("pk", "merged_into"))

    def end(pk: int) -> int:
        while pk in into:
            pk = into[pk]
        return pk

    return {pk: end(pk) for pk in into}


def party_names(model: type[Profile]) -> PartyNames:
    """All parties with a profile of `model`."""
    moved = survivors(model)
    pairs = model._default_manager.filter(is_demo=False).values_list("organisation_id", "pk")
    profile_of = {organisation: moved.get(pk, pk) for organisation, pk in pairs}
    named = Organisation.objects.filter(pk__in=model._default_manager.filter(is_demo=False).values("organisation_id"))
    current = list(named.values_list("pk", "name"))
    versions = apps.get_model("core", "OrganisationVersion").objects.filter(pgh_obj_id__in=named.values("pk"))
    former = set(versions.values_list("pgh_obj_id", "name")) - set(current)
    return PartyNames(profile_of, current, sorted(former))


def known_factories(
    company_ids: Collection[int], source_codes: Collection[str], names: Collection[str]
) -> list[KnownFactory]:
    """Factories that rows may mean: run by the companies, named by the sources, or of the same name."""
    moved = survivors(Factory)
    cited = LinkCitation.objects.filter(source__code__in=source_codes).values("link__factory_id")
    candidates = Factory.objects.filter(is_demo=False).filter(
        Q(operator_id__in=company_ids) | Q(pk__in=cited) | Q(sort_key__in=[name.lower() for name in names])
    )
    stated: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    statements = FactoryStatement.objects.filter(
        factory__in=candidates.values("pk"),
        property__in=[FactoryProperty.NAME, FactoryProperty.ADDRESS, FactoryProperty.COUNTRY],
    )
    for pk, name, value in statements.values_list("factory_id", "property", "value"):
        stated[pk][name].add(value)
    columns = ("pk", "operator_id", "name", "address", "country_id", "location_source__is_public")
    return [
        KnownFactory(
            moved.get(pk, pk),
            operator,
            "" if public or pk in moved else address,
            {name} | stated[pk][FactoryProperty.NAME],
            {address} | stated[pk][FactoryProperty.ADDRESS],
            {country} | stated[pk][FactoryProperty.COUNTRY],
        )
        for pk, operator, name, address, country, public in candidates.values_list(*columns)
    ]


def known_statements(factory_ids: Collection[int]) -> set[tuple[int, str, str, str]]:
    """(factory, property, value, source code) of what is stated already, of merged factories too."""
    moved = survivors(Factory)
    merged = [pk for pk, survivor in moved.items() if survivor in set(factory_ids)]
    rows = FactoryStatement.objects.filter(factory_id__in=[*factory_ids, *merged])
    stated = rows.values_list("factory_id", "property", "value", "source__code")
    return {(moved.get(pk, pk), name, value, code) for pk, name, value, code in stated}


def known_links(brand_ids: Collection[int]) -> KnownCitations:
    """Links of brand lists without a model; a replaced or merged link answers for its tuple too."""
    known = KnownCitations()
    moved = survivors(ProductionLink)
    factories = survivors(Factory)
    links = ProductionLink.objects.filter(
        brand_id__in=brand_ids, basis=Basis.BRAND_LIST, product_model__isnull=True, component="", role=""
    ).order_by(F("superseded_by").asc(nulls_first=True), "pk")
    for pk, brand, factory, stage, first, last in links.values_list(
        "pk", "brand_id", "factory_id", "stage_id", "first_seen", "last_seen"
    ):
        survivor = moved.get(pk, pk)
        known.keys[survivor] = (brand, factories.get(factory, factory), stage or "")
        if pk == survivor:
            known.seen[pk] = (first, last)
    citations = LinkCitation.objects.filter(link__in=links.order_by().values("pk"))
    columns = ("link_id", "source__code", "source__publisher_name", "source__granularity", "seen_on")
    known.mentions = [(moved.get(row[0], row[0]), *row[1:]) for row in citations.values_list(*columns)]
    return known


def known_relations(brand_ids: Collection[int]) -> KnownCitations:
    known = KnownCitations()
    relations = SupplyRelation.objects.filter(brand_id__in=brand_ids)
    columns = ("pk", "brand_id", "company_id", "country_id", "region", "first_seen", "last_seen")
    for pk, brand, company, country, region, first, last in relations.values_list(*columns):
        known.keys[pk] = (brand, company, country, region)
        known.seen[pk] = (first, last)
    citations = RelationCitation.objects.filter(relation__in=relations.values("pk"))
    known.mentions = list(
        citations.values_list("relation_id", "source__code", "source__publisher_name", "source__granularity", "seen_on")
    )
    return known
