"""Fictional factories: campuses, plants that moved or closed, names in local scripts, addresses of all degrees."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from campaigns.services.demo.world import World, chance, day_in, rows_of, save, slug
from core.history import change
from core.models import Organisation, Source
from supplychain.enums import FactoryProperty, FactoryStatus, IdentifierScheme, NameKind, PointPrecision, PointSource
from supplychain.models import Factory, FactoryIdentifier, FactoryName, FactoryStatement

LOCAL_FORMS = {
    "zh-Hans": "{name}（{town}）有限公司",
    "zh-Hant": "{name}股份有限公司{town}廠",
    "ja": "{name} {town}工場",
    "ko": "{name} {town}공장",
    "vi": "Công ty TNHH {name} {town}",
    "th": "บริษัท {name} จำกัด ({town})",
    "cs": "{name}, závod {town}",
    "sk": "{name}, závod {town}",
    "pl": "{name}, zakład {town}",
    "hu": "{name}, {town}",
    "bg": "{name}, завод {town}",
    "uk": "{name}, завод {town}",
    "el": "{name}, εργοστάσιο {town}",
    "ta": "{name}, {town}",
    "es": "{name}, planta {town}",
}
CAMPUS_HEADS = ("Hengyu Precision Zhengzhou", "Hengyu Precision Chengdu", "Lantai Systems Chongqing")
MOVED = {
    "Chaoyin Metalwork Dongguan Plant 1": "Chaoyin Metalwork Zhengzhou",
    "Kuangyi Cable Dongguan Plant 2": "Kuangyi Cable Huizhou",
    "Guanxin Circuit Shenzhen Plant 2": "Guanxin Circuit Huizhou",
}
CLOSED = (
    "Ruichuan Power Shenzhen Plant 2",
    "Sakuranami Storage Yonezawa",
    "Guangru Technology Suzhou Plant 3",
    "Układ Mazowia Łódź",
    "Lakambini Microchips Lapu-Lapu",
)
MERGED = "Hengyu Precision Zhengzhou Plant 1"
PRECISIONS = (PointPrecision.ROOFTOP, PointPrecision.STREET, PointPrecision.TOWN, PointPrecision.REGION)
SPREAD = {"rooftop": 0.03, "street": 0.03, "town": 0.004, "region": 0.0}


def make_sites(world: World) -> None:
    """Factories with what sources state of them."""
    for row in rows_of("companies"):
        for name, place in _plants(row):
            world.factories[name] = _factory(world, row, name, place)
            world.stages[name] = row["stages"].split()
            world.sizes[name] = int(row["size"])
    factories = save(world.factories.values())
    save(chain.from_iterable(_statements(world, factory) for factory in factories))
    save(chain.from_iterable(_numbers(world, *counted) for counted in enumerate(factories)))
    save(chain.from_iterable(_names(world, *counted) for counted in enumerate(factories)))
    _tell_changes(world)


def _plants(row: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    places = {place["town"]: place for place in rows_of("places")}
    for part in row["sites"].split("|"):
        town, count = part.split("*")
        for number in range(1, int(count) + 1):
            yield f"{row['name']} {town}" + (f" Plant {number}" if count != "1" else ""), places[town]


def _factory(world: World, row: dict[str, str], name: str, place: dict[str, str]) -> Factory:
    chooser = chance(f"factory {name}")
    local = _local_name(row, name, place)
    workers = int(row["size"]) * chooser.randint(60, 420)
    counted = {
        "workers_min": workers,
        "workers_max": workers + chooser.choice([0, 0, 150, 400]),
        "workers_on": day_in(chooser, chooser.randint(2021, 2025)),
    }
    return world.make(
        Factory,
        name=name,
        name_local=local,
        name_local_lang=place["lang"] if local else "",
        country_id=place["country"],
        subdivision=place["subdivision"],
        operator=world.companies[row["name"]],
        status=FactoryStatus.UNCONFIRMED if chooser.random() < 0.06 else FactoryStatus.OPERATING,
        **(counted if chooser.random() < 0.8 else {}),
        **_location(world, name, place, row["name"]),
    )


def _local_name(row: dict[str, str], name: str, place: dict[str, str]) -> str:
    """The name as the sign at the gate has it; empty where that is the name itself."""
    own = row["name_local"] if row["lang"] == place["lang"] else row["name"]
    form = LOCAL_FORMS.get(place["lang"], "{name} {town}")
    number = name.rpartition(" Plant ")[2] if " Plant " in name else ""
    local = form.format(name=own, town=place["town_local"]) + (f" {number}" if number else "")
    return local if local != name.replace(" Plant ", " ") else ""


def _location(world: World, name: str, place: dict[str, str], company: str) -> dict[str, Any]:
    """Address and point: mostly public, some told in confidence, some without a source, some unknown."""
    chooser = chance(f"location of {name}")
    if chooser.random() < 0.04:
        return {}
    precision = chooser.choices(PRECISIONS, weights=[45, 25, 25, 5])[0]
    spread = SPREAD[precision]
    streets = next(row["streets"] for row in rows_of("streets") if row["country"] == place["country"]).split("|")
    street = f"{chooser.choice(streets)} {chooser.randint(2, 188)}"
    return {
        "street": street,
        "locality": place["town"],
        "address": f"{street}, {place['town']}, {place['subdivision']}",
        "latitude": round(float(place["latitude"]) + chooser.uniform(-spread, spread), 5),
        "longitude": round(float(place["longitude"]) + chooser.uniform(-spread, spread), 5),
        "point_precision": precision,
        "point_source": chooser.choices(PointSource.values, weights=[40, 50, 10])[0],
        "location_source": _location_source(world, chooser.random(), company),
    }


def _location_source(world: World, share: float, company: str) -> Source | None:
    if share < 0.10:
        return world.sources["demo-supplier-sheet"]
    if share < 0.15:
        return None
    return world.sources["demo-register-2023" if share < 0.5 else f"demo-site-{slug(company)}"]


def _statements(world: World, factory: Factory) -> Iterator[FactoryStatement]:
    """Who says what of the site."""
    page = world.sources[f"demo-site-{slug(_operator(factory).name)}"]
    values = {
        FactoryProperty.NAME: factory.name,
        FactoryProperty.NAME_LOCAL: factory.name_local,
        FactoryProperty.WORKERS: _workers(factory),
        FactoryProperty.OPERATOR: _operator(factory).name,
    }
    for name, value in values.items():
        if value:
            language = factory.name_local_lang if name == FactoryProperty.NAME_LOCAL else ""
            yield _statement(world, factory, name, value, page, language=language)
    if factory.location_source:
        yield _statement(world, factory, FactoryProperty.ADDRESS, factory.address, factory.location_source)


def _operator(factory: Factory) -> Organisation:
    if factory.operator is None:
        raise ValueError(factory.name)
    return factory.operator.organisation


def _workers(factory: Factory) -> str:
    if factory.workers_min is None or factory.workers_min == factory.workers_max:
        return str(factory.workers_min or "")
    return f"{factory.workers_min} to {factory.workers_max}"


def _statement(
    world: World, factory: Factory, name: str, value: str, source: Source, *, language: str = ""
) -> FactoryStatement:
    stated = source.published_on or source.retrieved_on
    return world.make(
        FactoryStatement,
        factory=factory,
        property=name,
        value=value,
        language=language,
        source=source,
        stated_on=stated,
    )


def _numbers(world: World, position: int, factory: Factory) -> Iterator[FactoryIdentifier]:
    """Numbers that no register has given."""
    register = world.sources["demo-register-2023"]
    if position % 3 == 0:
        value = f"{factory.country_id}2023{position:03}DEMO"
        yield world.make(
            FactoryIdentifier, factory=factory, scheme=IdentifierScheme.OS_ID, value=value, source=register
        )
    if position % 7 == 0:
        value = f"DEMO-{4000 + position}"
        yield world.make(FactoryIdentifier, factory=factory, scheme=IdentifierScheme.RBA, value=value, source=register)


def _names(world: World, position: int, factory: Factory) -> Iterator[FactoryName]:
    operator = _operator(factory)
    if position % 8 == 1:
        former = f"{operator.name.split()[0]} {factory.subdivision} Works {position}"
        yield _name(world, factory, former, NameKind.FORMER, "demo-register-2021")
    if position % 11 == 2:
        yield _name(world, factory, f"{operator.name} {factory.country_id} Ltd.", NameKind.LEGAL, "demo-register-2025")


def _name(world: World, factory: Factory, name: str, kind: str, source: str) -> FactoryName:
    return world.make(FactoryName, factory=factory, name=name, kind=kind, source=world.sources[source])


def _tell_changes(world: World) -> None:
    """What became known after the sites were on record: history shows it as news of its own."""
    with change(actor=None, reason="Demonstration: the operators reported moves and closures"):
        for old, new in MOVED.items():
            world.factories[old].status = FactoryStatus.MOVED
            world.factories[old].successor = world.factories[new]
        for name in CLOSED:
            world.factories[name].status = FactoryStatus.CLOSED
        for factory in _on_campus(world):
            factory.campus = world.factories[f"{factory.name.rpartition(' Plant ')[0]} Plant 1"]
        Factory.objects.bulk_update(world.factories.values(), ["status", "successor", "campus"])


def _on_campus(world: World) -> list[Factory]:
    return [
        factory
        for name, factory in world.factories.items()
        if name.rpartition(" Plant ")[0] in CAMPUS_HEADS and not name.endswith(" Plant 1")
    ]
