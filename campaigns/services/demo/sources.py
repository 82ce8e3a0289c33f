"""Fictional sources: published lists, registers, certificates, reports; each says that it is made up."""

import datetime

from campaigns.services.demo.world import World, chance, day_in, rows_of, save, slug
from core.enums import Granularity, SourceKind
from core.models import Source

MARKER = "demo-data"
VERSION = "version 2"
NOTE = "Fictional, made for the demonstration."
LAST_LIST = 2026

# code, title, kind, publisher, published on, public
SHARED = (
    ("demo-directory", "Directory of the demonstration", SourceKind.OTHER, "Fair ICT Tracker", "2026-01-15", True),
    ("demo-register-2021", "Open register of electronics sites, 2021", SourceKind.REGISTER, "Site Commons", "", True),
    ("demo-register-2023", "Open register of electronics sites, 2023", SourceKind.REGISTER, "Site Commons", "", True),
    ("demo-register-2025", "Open register of electronics sites, 2025", SourceKind.REGISTER, "Site Commons", "", True),
    ("demo-certificates-2022", "Test certificates issued in 2022", SourceKind.CERTIFICATE, "Prüfhof Auwald", "", True),
    ("demo-certificates-2024", "Test certificates issued in 2024", SourceKind.CERTIFICATE, "Prüfhof Auwald", "", True),
    ("demo-certificates-2026", "Test certificates issued in 2026", SourceKind.CERTIFICATE, "Prüfhof Auwald", "", True),
    ("demo-monitoring-1", "Worker interviews, Pearl River", SourceKind.MONITORING, "Lychee Labour Watch", "", False),
    ("demo-monitoring-2", "Worker survey, Red River", SourceKind.MONITORING, "Lychee Labour Watch", "", False),
    ("demo-monitoring-3", "Site visit reports, Moravia", SourceKind.MONITORING, "Lychee Labour Watch", "", False),
    ("demo-press-1", "Who builds what: a trade review", SourceKind.PRESS, "Assembly Weekly", "", True),
    ("demo-press-2", "New lines in the Red River delta", SourceKind.PRESS, "Assembly Weekly", "", True),
    ("demo-analysis", "Reading of customs records", SourceKind.RESEARCH, "Institute for Trade Traces", "", True),
    ("demo-supplier-sheet", "Supplier sheet in confidence", SourceKind.DISCLOSURE, "Kvarnby Datalogistik", "", False),
)
YEARS = {"1": 2023, "2": 2025, "3": 2024, "analysis": 2024, "sheet": 2025}


def make_sources(world: World) -> None:
    """The sources that do not belong to one contract."""
    made = [_marker(world), *(_shared(world, *row) for row in SHARED)]
    for row in rows_of("brands"):
        made += _lists(world, row["name"], row["list"])
        made.append(_brand_page(world, row["name"]))
    made += [_site_page(world, row["name"]) for row in rows_of("companies")]
    save(made)
    world.sources = {source.code: source for source in made}


def _marker(world: World) -> Source:
    return world.make(
        Source,
        code=MARKER,
        title="Demonstration data",
        kind=SourceKind.OTHER,
        publisher_name="Fair ICT Tracker",
        document=VERSION,
        is_public=True,
        note=NOTE,
    )


def _shared(world: World, code: str, title: str, kind: str, publisher: str, day: str, public: bool) -> Source:
    ending = code.rpartition("-")[2]
    published = datetime.date.fromisoformat(day) if day else datetime.date(YEARS.get(ending) or int(ending), 5, 20)
    return world.make(
        Source,
        code=code,
        title=title,
        kind=kind,
        publisher_name=publisher,
        url=f"https://{slug(publisher)}.example/{ending}" if public else "",
        published_on=published,
        retrieved_on=published + datetime.timedelta(days=12),
        is_public=public,
        note=NOTE,
    )


def _lists(world: World, brand: str, granularity: str) -> list[Source]:
    """A brand's published lists, one a year with a year left out here and there; none where it publishes nothing."""
    chooser = chance(f"lists of {brand}")
    if not granularity:
        return []
    years = [year for year in range(chooser.randint(2018, 2023), LAST_LIST + 1) if chooser.random() > 0.15]
    world.lists[brand] = [_list(world, brand, year, granularity) for year in years or [LAST_LIST]]
    return world.lists[brand]


def _list(world: World, brand: str, year: int, granularity: str) -> Source:
    published = day_in(chance(f"list of {brand} {year}"), year, (2, 6))
    return world.make(
        Source,
        code=f"demo-list-{slug(brand)}-{year}",
        title=f"{brand}: supplier list {year}",
        kind=SourceKind.BRAND_LIST,
        publisher_name=brand,
        document=f"supplier-list-{year}.pdf",
        url=f"https://{slug(brand)}.example/suppliers/{year}.pdf",
        published_on=published,
        retrieved_on=published + datetime.timedelta(days=9),
        is_public=True,
        granularity=Granularity.SITE if granularity == "site" else Granularity.REGION,
        note=NOTE,
    )


def _brand_page(world: World, brand: str) -> Source:
    published = day_in(chance(f"page of {brand}"), 2025)
    return world.make(
        Source,
        code=f"demo-models-{slug(brand)}",
        title=f"{brand}: where our models are made",
        kind=SourceKind.DISCLOSURE,
        publisher_name=brand,
        url=f"https://{slug(brand)}.example/models",
        published_on=published,
        retrieved_on=published + datetime.timedelta(days=30),
        is_public=True,
        note=NOTE,
    )


def _site_page(world: World, company: str) -> Source:
    retrieved = day_in(chance(f"page of {company}"), 2024)
    return world.make(
        Source,
        code=f"demo-site-{slug(company)}",
        title=f"{company}: our sites",
        kind=SourceKind.SITE_CLAIM,
        publisher_name=company,
        url=f"https://{slug(company)}.example/sites",
        retrieved_on=retrieved,
        is_public=True,
        note=NOTE,
    )
