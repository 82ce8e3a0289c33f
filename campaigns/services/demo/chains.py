"""Which sites stand behind which brand: a few great campuses serve many, and some brands nobody knows about."""

import datetime
import random
from collections.abc import Iterator

from campaigns.services.demo.links import Cited, Links
from campaigns.services.demo.world import World, chance, day_in, rows_of, save, slug
from core.enums import Audience
from core.models import Source
from supplychain.enums import Basis
from supplychain.models import Brand, ProductModel, RelationCitation, SupplyRelation

PARTS_OF = {
    "computers": ("PCBA", "DSP", "BAT", "STO", "ENC", "SEM-P"),
    "displays": ("DSP", "PCBA", "PSU", "ENC"),
    "peripherals": ("PCBA", "KEY", "ENC", "CBL"),
    "printing": ("PCBA", "PSU", "ENC"),
    "enterprise": ("PCBA", "STO", "PSU", "SEM-P", "SEM-F"),
    "phones": ("DSP", "BAT", "PCBA", "CAM", "SEM-P"),
}
DEEP = ("PCB", "SEM-F", "PAS", "CHEM", "MAT", "BATC", "SMT-R", "MINE", "REC", "CFG")
CERTIFICATES = ("demo-certificates-2022", "demo-certificates-2024", "demo-certificates-2026")
REGISTERS = ("demo-register-2021", "demo-register-2023", "demo-register-2025")
# Nothing at all is on record of where these brands make anything: a gap that a buyer should see.
UNKNOWN = ("Rautavesa", "Dubolesk", "Thalassion")
# What a listed site is known for: the stage is stated in two lists of three.
STATED = 0.66


def make_chains(world: World, links: Links) -> None:
    """Links of all bases but those that answer a contract's question."""
    for row in rows_of("brands"):
        if row["name"] in UNKNOWN:
            continue
        pool = _pool(world, row)
        brand = world.brands[row["name"]]
        if world.lists[row["name"]] and row["list"] == "site":
            _from_lists(world, links, brand, pool)
        else:
            _from_hearsay(world, links, brand, pool)
        for model in world.models[row["name"]]:
            _of_model(world, links, model, pool)
    _link_the_rest(world, links)


def _pool(world: World, row: dict[str, str]) -> list[tuple[str, str]]:
    """(site, stage) of a brand's suppliers; the greater a site's operator, the likelier."""
    chooser = chance(f"suppliers of {row['name']}")
    parts = sorted({part for category in row["categories"].split() for part in PARTS_OF[category]})
    pool = [(site, "FIN") for site in _sites(world, chooser, "FIN", chooser.randint(2, 5), row["name"])]
    for part in parts:
        pool += [(site, part) for site in _sites(world, chooser, part, chooser.randint(1, 3), row["name"])]
    for stage in chooser.sample(DEEP, k=3):
        pool += [(site, stage) for site in _sites(world, chooser, stage, 1, row["name"])]
    return pool


def _sites(world: World, chooser: random.Random, stage: str, count: int, brand: str) -> list[str]:
    """Plants of the brand itself, and some of others."""
    own = [name for name, stages in world.stages.items() if stage in stages and name.startswith(f"{brand} ")]
    return list(dict.fromkeys([*own, *sites_of_stage(world, chooser, stage, count)]))


def sites_of_stage(world: World, chooser: random.Random, stage: str, count: int) -> list[str]:
    """So many sites of a stage, the great ones likelier; one may come up twice."""
    candidates = [name for name, stages in world.stages.items() if stage in stages]
    return chooser.choices(candidates, weights=[world.sizes[name] ** 2 for name in candidates], k=count)


def _from_lists(world: World, links: Links, brand: Brand, pool: list[tuple[str, str]]) -> None:
    """What the brand's lists say, year by year; a site that a later list leaves out has been seen last by then."""
    chooser = chance(f"rows of {brand.public_id}")
    lists = world.lists[brand.organisation.name]
    for site, stage in pool:
        first = chooser.randrange(len(lists)) if chooser.random() < 0.4 else 0
        after = chooser.randrange(first + 1, len(lists) + 1) if chooser.random() < 0.25 else len(lists)
        cited = [_in_list(each, chooser.randint(1, 240)) for each in lists[first:after]]
        links.state(
            site,
            brand,
            stage if chooser.random() < STATED else None,
            Basis.BRAND_LIST,
            cited,
            last_seen=lists[after].published_on if after < len(lists) else None,
        )


def _in_list(source: Source, row: int) -> Cited:
    return Cited(source, _day(source), f"row {row}")


def _day(source: Source) -> datetime.date:
    day = source.published_on or source.retrieved_on
    if day is None:
        message = f"{source.code} has no date"
        raise ValueError(message)
    return day


def _from_hearsay(world: World, links: Links, brand: Brand, pool: list[tuple[str, str]]) -> None:
    """What others say of a brand that publishes no sites."""
    chooser = chance(f"hearsay of {brand.public_id}")
    for site, stage in chooser.sample(pool, k=min(len(pool), chooser.randint(3, 8))):
        basis, source, audience = _hearsay(world, chooser, site)
        cited = [Cited(source, _day(source), f"p. {chooser.randint(2, 60)}")]
        links.state(site, brand, stage, basis, cited, audience=audience)


def _hearsay(world: World, chooser: random.Random, site: str) -> tuple[str, Source, str]:
    operator = world.factories[site].operator
    page = f"demo-site-{slug(operator.organisation.name)}" if operator else REGISTERS[0]
    options = [
        (Basis.SITE_CLAIM, page, Audience.PUBLIC),
        (Basis.REGISTER, chooser.choice(REGISTERS), Audience.PUBLIC),
        (Basis.PRESS_TRADE, chooser.choice(["demo-press-1", "demo-press-2"]), Audience.PUBLIC),
        (Basis.INFERRED, "demo-analysis", Audience.REGISTERED),
        (Basis.REGISTER, "demo-supplier-sheet", Audience.MONITORS),
    ]
    basis, code, audience = chooser.choices(options, weights=[3, 4, 3, 2, 1])[0]
    return basis, world.sources[code], audience


def _of_model(world: World, links: Links, model: ProductModel, pool: list[tuple[str, str]]) -> None:
    """What is known of one model: everything, the assembly, a monitor's finding, or (for two in five) nothing."""
    chooser = chance(f"makers of {model.public_id}")
    known = chooser.random()
    assembly = [site for site, stage in pool if stage == "FIN"]
    site = chooser.choice(assembly)
    if known < 0.30:
        _disclosed(world, links, model, [(site, "FIN"), *_parts(chooser, pool, model)])
    elif known < 0.50:
        code = chooser.choice(CERTIFICATES)
        cited = [Cited(world.sources[code], _day(world.sources[code]), f"certificate {chooser.randint(10000, 99999)}")]
        links.state(site, model.brand, "FIN", Basis.CERTIFICATE, cited, model=model, valid_from=cited[0].day)
    elif known < 0.60:
        report = world.sources[f"demo-monitoring-{chooser.randint(1, 3)}"]
        cited = [Cited(report, _day(report), f"ch. {chooser.randint(2, 9)}")]
        links.state(site, model.brand, "FIN", Basis.MONITORING, cited, model=model, audience=Audience.MONITORS)


def _parts(chooser: random.Random, pool: list[tuple[str, str]], model: ProductModel) -> Iterator[tuple[str, str]]:
    """One site for most main parts of the model; now and then a part is missing."""
    for part in PARTS_OF[model.category_id]:
        sites = [site for site, stage in pool if stage == part]
        if sites and chooser.random() < 0.75:
            yield chooser.choice(sites), part


def _disclosed(world: World, links: Links, model: ProductModel, sites: list[tuple[str, str]]) -> None:
    """The brand says itself where the model is made; the listed link of the same site and stage is superseded."""
    page = world.sources[f"demo-models-{slug(model.brand.organisation.name)}"]
    chooser = chance(f"share of {model.public_id}")
    for site, stage in sites:
        share = chooser.choice([None, None, 40, 60, 100]) if stage == "FIN" else None
        links.state(
            site,
            model.brand,
            stage,
            Basis.MODEL_DISCLOSURE,
            [Cited(page, _day(page), model.name)],
            model=model,
            valid_from=day_in(chooser, chooser.randint(2019, 2024)),
            share_min=share,
            share_max=100 if share else None,
        )


def _link_the_rest(world: World, links: Links) -> None:
    """No site is on record without a brand: a register names one for those that are left."""
    brands = [brand for name, brand in world.brands.items() if name not in UNKNOWN]
    for site in world.factories:
        if site not in links.linked:
            chooser = chance(f"register of {site}")
            source = world.sources[chooser.choice(REGISTERS)]
            brand = chooser.choice(brands)
            stage = chooser.choice(world.stages[site])
            links.state(site, brand, stage, Basis.REGISTER, [Cited(source, _day(source), "entry of the site")])


def make_relations(world: World) -> None:
    """Lists that name a province and no site are kept as relations of brand and company."""
    relations, citations = [], []
    for row in rows_of("brands"):
        chooser = chance(f"relations of {row['name']}")
        for name in chooser.sample(sorted(world.companies), k=6 if row["list"] == "region" else 0):
            lists = world.lists[row["name"]]
            site = next(each for each in world.factories.values() if each.operator == world.companies[name])
            relation = world.make(
                SupplyRelation,
                brand=world.brands[row["name"]],
                company=world.companies[name],
                country_id=site.country_id,
                region=site.subdivision,
                first_seen=_day(lists[0]),
            )
            relations.append(relation)
            citations += [
                world.make(RelationCitation, relation=relation, source=each, seen_on=_day(each)) for each in lists
            ]
    save(relations)
    save(citations)
