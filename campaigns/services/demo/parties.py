"""Fictional bodies: brands, companies, buyers, suppliers, and those behind the demo logins."""

from typing import Any

from campaigns.services.demo.world import World, chance, rows_of, save, slug
from core.enums import IatiOrganisationType
from core.models import Organisation
from procurement.models import Procurer, Supplier
from supplychain.models import Brand, Company

PARTNER = "Skäligt Inköp Nu"
MONITOR = "Lychee Labour Watch"
ADMINISTRATION = "Demonstration office"
BUYER = "Region Solvåna"
# Brands that sell to public buyers themselves, so that one body is brand and supplier.
SELLING_BRANDS = ("Tallpine Systems", "Kaislanen", "Ondalva")
GROUPS = {
    "Yihui Optronics": "Lantai Systems",
    "Linghao Circuit": "Lantai Systems",
    "Mingke Enclosures": "Zhenhe Electronics",
}
PROFILES = {
    "university": "Buys for faculties, libraries and student services; renews a quarter of its equipment every year.",
    "hospital": "Buys for wards and administration; replaces equipment on a fixed cycle of five years.",
    "consortium": "Concludes framework agreements that its members call off.",
    "national": "Buys for its offices in the whole country under framework agreements.",
    "regional": "Buys for hospitals, schools and administration of the region.",
    "local": "Buys for schools, care and the town hall.",
}


def make_parties(world: World) -> None:
    """All bodies with their profiles."""
    _make_organisations(world)
    world.brands = {row["name"]: _brand(world, row) for row in rows_of("brands")}
    world.companies = {row["name"]: _company(world, row) for row in rows_of("companies")}
    world.procurers = {row["name"]: _procurer(world, row) for row in rows_of("procurers")}
    sellers = [row["name"] for row in rows_of("suppliers")] + list(SELLING_BRANDS)
    world.suppliers = {name: world.make(Supplier, organisation=world.organisations[name]) for name in sellers}
    save(world.brands.values())
    save(world.companies.values())
    save(world.procurers.values())
    save(world.suppliers.values())


def _make_organisations(world: World) -> None:
    for file, kind in (("brands", "70"), ("companies", "70"), ("procurers", ""), ("suppliers", "70")):
        for row in rows_of(file):
            world.organisations.setdefault(row["name"], _organisation(world, row, kind or _public_kind(row)))
    for row in rows_of("partners"):
        told = {**row, "name_local": "", "lang": ""}
        world.organisations[row["name"]] = _organisation(world, told, IatiOrganisationType.NATIONAL_NGO)
    for name, country, kind in (
        (MONITOR, "HK", IatiOrganisationType.NATIONAL_NGO),
        (ADMINISTRATION, "NL", IatiOrganisationType.FOUNDATION),
    ):
        row = {"name": name, "name_local": "", "lang": "", "country": country, "city": ""}
        world.organisations[name] = _organisation(world, row, kind)
    save(world.organisations.values())
    for member, head in GROUPS.items():
        world.organisations[member].parent = world.organisations[head]
    Organisation.objects.bulk_update([world.organisations[member] for member in GROUPS], ["parent"])


def _public_kind(row: dict[str, str]) -> str:
    kinds = {"university": "80", "national": "10", "local": "11", "regional": "11"}
    return kinds.get(row["level"], "15")


def _organisation(world: World, row: dict[str, str], kind: str) -> Organisation:
    # A name in another script has its Latin form first and stands beside it as written.
    local = row["name_local"] if row["name_local"] != row["name"] else ""
    return world.make(
        Organisation,
        name=row["name"],
        name_local=local,
        name_local_lang=row["lang"] if local else "",
        country_id=row["country"],
        city=row.get("city", ""),
        website=f"https://{slug(row['name'])}.example/",
        iati_type=kind,
        source=world.sources["demo-directory"],
    )


def _brand(world: World, row: dict[str, str]) -> Brand:
    published = f"https://{slug(row['name'])}.example/suppliers/" if row["list"] else ""
    return world.make(Brand, organisation=world.organisations[row["name"]], supplier_list_url=published)


def _company(world: World, row: dict[str, str]) -> Company:
    return world.make(Company, organisation=world.organisations[row["name"]], roles=row["roles"].split())


def _procurer(world: World, row: dict[str, str]) -> Procurer:
    told: dict[str, Any] = {"spend_band": row["spend"], "users_served": int(row["users"])}
    # Some buyers tell less of themselves than others.
    if row["name"] != BUYER and chance(f"profile of {row['name']}").random() < 0.2:
        told = {}
    return world.make(
        Procurer,
        organisation=world.organisations[row["name"]],
        legal_type=row["legal_type"],
        level=row["level"],
        profile=PROFILES[row["level"]] if told else "",
        buyer_visibility=row["visibility"],
        **told,
    )
