"""Synthetic factories and their links, written piece by piece."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db import connection

from campaigns.services.scale.copying import copy_rows, references_checked_at_once, reserve
from campaigns.services.scale.population import LISTS_EACH, MODELS_EACH, Population
from campaigns.services.scale.words import factory_names, identifiers
from core.enums import Audience
from supplychain.enums import Basis, FactoryStatus, PointPrecision, PointSource
from supplychain.models import Factory, FactoryFacet, LinkCitation, LinkReader, ProductionLink
from supplychain.services.rollups import fill_facets, fold_tallies

LINKS_EACH = 4
PIECE = 25_000
FIRST_DAY = datetime.date(2016, 1, 1)
STAGES = ("FIN", "PCBA", "DSP", "BAT", "ENC", "STO", "PSU", "CBL", "CAM", "KEY", "PCB", "SEM-F", "SEM-P", "PAS", None)
STAGE_WEIGHTS = (20, 15, 8, 6, 10, 4, 5, 5, 3, 3, 5, 2, 4, 4, 6)
OF_BRAND = (Basis.BRAND_LIST, Basis.REGISTER, Basis.SITE_CLAIM, Basis.PRESS_TRADE, Basis.INFERRED)
OF_BRAND_WEIGHTS = (70, 12, 6, 7, 5)
OF_MODEL = (Basis.MODEL_DISCLOSURE, Basis.CERTIFICATE, Basis.CONTRACT_DISCLOSURE, Basis.MONITORING)
OF_MODEL_WEIGHTS = (50, 25, 20, 5)
AUDIENCES = (Audience.PUBLIC, Audience.REGISTERED, Audience.NAMED, Audience.MONITORS)
AUDIENCE_WEIGHTS = (90, 5, 3, 2)
FACTORY = (
    *("id", "public_id", "name", "name_local", "name_local_lang", "latin_reading", "country_id", "subdivision"),
    *("locality", "address", "latitude", "longitude", "point_precision", "point_source", "location_source_id"),
    *("operator_id", "status", "workers_min", "workers_max"),
)
LINK = (
    *("id", "public_id", "factory_id", "brand_id", "product_model_id", "stage_id", "basis", "audience"),
    *("first_seen", "last_seen"),
)


# The roll-up follows every write; here it is made once, when all rows are there.
ROLL_UP = (
    ("supplychain_productionlink", "facets_after_link_insert"),
    ("supplychain_linkcitation", "facets_after_citation_insert"),
)


def make_factories(people: Population, count: int) -> None:
    """So many factories with their links, citations and readers, and the roll-up of these."""
    first = reserve(Factory, count)
    with references_checked_at_once(Factory, ProductionLink, LinkCitation, LinkReader, FactoryFacet):
        _switch_roll_up("DISABLE")
        _make_pieces(people, first, count)
        _switch_roll_up("ENABLE")
        with connection.cursor() as cursor:
            # Without figures on the new rows the roll-up would be planned for a handful.
            cursor.execute("ANALYZE supplychain_productionlink, supplychain_linkcitation, core_source")
        fill_facets(first, first + count - 1)
    fold_tallies()


def _switch_roll_up(state: str) -> None:
    with connection.cursor() as cursor:
        for table, trigger in ROLL_UP:
            cursor.execute(f'ALTER TABLE "{table}" {state} TRIGGER "{trigger}"')


def _make_pieces(people: Population, first: int, count: int) -> None:
    factories, links = identifiers("F", people.seed), identifiers("N", people.seed)
    for start in range(first, first + count, PIECE):
        numbers = range(start, min(start + PIECE, first + count))
        copy_rows(Factory, FACTORY, (_factory(people, number, next(factories)) for number in numbers))
        _make_links(people, start, len(numbers), links)


def _factory(people: Population, pk: int, public_id: str) -> tuple[Any, ...]:
    chooser = people.chooser
    place = chooser.choice(people.places)
    town = place["town"]
    name, local, reading = factory_names(chooser, town, place["town_local"], place["lang"] == "zh-Hans")
    workers = chooser.randint(40, 9000)
    return (
        pk,
        public_id,
        name,
        local,
        place["lang"] if local else "",
        reading,
        place["country"],
        place["subdivision"],
        town,
        f"{chooser.randint(1, 900)} Synthetic Road, {town}",
        round(float(place["latitude"]) + chooser.uniform(-0.2, 0.2), 5),
        round(float(place["longitude"]) + chooser.uniform(-0.2, 0.2), 5),
        PointPrecision.STREET.value,
        PointSource.GEOCODED.value,
        chooser.choice(people.sources),
        chooser.choice(people.companies),
        chooser.choices(FactoryStatus.values, weights=(90, 4, 2, 4))[0].replace("moved", "closed"),
        workers,
        workers + 100,
    )


def _make_links(people: Population, first_factory: int, size: int, numbers: Iterator[str]) -> None:
    first = reserve(ProductionLink, size * LINKS_EACH)
    brands = [brand for _ in range(size) for brand in _brands(people)]
    rows = [
        (first + position, next(numbers), first_factory + position // LINKS_EACH, *_link(people, brand))
        for position, brand in enumerate(brands)
    ]
    copy_rows(ProductionLink, LINK, rows)
    copy_rows(LinkReader, ("link_id", "organisation_id"), _readers(people, rows))
    copy_rows(LinkCitation, ("link_id", "source_id", "locator", "seen_on"), _citations(people.sources, brands, rows))


def _brands(people: Population) -> set[int]:
    """Four brands of one factory, great ones far more often."""
    found: set[int] = set()
    while len(found) < LINKS_EACH:
        found.add(int(len(people.brands) * people.chooser.random() ** 2.5))
    return found


def _link(people: Population, brand: int) -> tuple[Any, ...]:
    chooser = people.chooser
    seen = FIRST_DAY + datetime.timedelta(days=chooser.randrange(3650))
    gone = seen + datetime.timedelta(days=400) if chooser.random() < 0.12 else None
    stage = chooser.choices(STAGES, weights=STAGE_WEIGHTS)[0]
    if chooser.random() < 0.4:
        model = people.models[brand * MODELS_EACH + chooser.randrange(MODELS_EACH)]
        basis = chooser.choices(OF_MODEL, weights=OF_MODEL_WEIGHTS)[0]
    else:
        model, basis = None, chooser.choices(OF_BRAND, weights=OF_BRAND_WEIGHTS)[0]
    audience = chooser.choices(AUDIENCES, weights=AUDIENCE_WEIGHTS)[0]
    return people.brands[brand], model, stage, basis.value, audience.value, seen, gone


def _readers(people: Population, rows: list[tuple[Any, ...]]) -> Iterator[tuple[int, int]]:
    for row in rows:
        if row[LINK.index("audience")] == Audience.NAMED:
            yield row[0], people.chooser.choice(people.readers)


def _citations(sources: list[int], brands: list[int], rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for brand, row in zip(brands, rows, strict=True):
        source = sources[brand * LISTS_EACH + row[0] % LISTS_EACH]
        yield row[0], source, f"row {row[0] % 900}", row[LINK.index("first_seen")]
