"""Rows of supplier lists as typed records: a site with its address, or a company in a region."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from core.importers.parse.cells import compact, is_blank_word
from core.importers.parse.countries import Countries
from core.importers.parse.mapping import Field
from core.importers.parse.names import organisation_key, without_continuation
from core.importers.parse.problems import Problem, Severity, rejection, worst
from core.importers.parse.rows import ReadRow, missing, read_country, too_long
from supplychain.importers.parse.addresses import address_key, check, mend, without_numbers

FIELDS = (
    Field("brand", ("brand name", "customer"), required=True),
    Field("company", ("supplier", "supplier name", "supplier_name", "company name", "manufacturer"), required=True),
    Field("name", ("factory", "factory name", "site", "site name", "facility", "facility name")),
    Field("name_local", ("local name", "native name", "native language name")),
    Field("country", ("country name", "country code", "country or area", "country/region"), required=True),
    Field("address", ("supplier address", "site address", "factory address", "street address", "full address")),
    Field("locality", ("city", "town")),
    Field("postal_code", ("postcode", "zip", "zip code")),
    Field("region", ("province", "state", "state or province", "subdivision")),
    Field("latitude", ("lat",)),
    Field("longitude", ("lng", "lon", "long")),
    Field("stage", ("stage code",)),
)
LIMITS = {"brand": 300, "company": 300, "name": 300, "name_local": 300, "address": 500, "locality": 120}
LIMITS |= {"postal_code": 20, "region": 120}
SITE = "site"
_BLANKABLE = ("address", "region", "locality", "postal_code", "name", "name_local")


@dataclass(frozen=True)
class Listed:
    """What a row says: `company` makes something for `brand`, at an address or somewhere in a region."""

    number: int
    edition: str
    brand: str
    company: str
    country: str
    name: str = ""
    name_local: str = ""
    address: str = ""
    locality: str = ""
    postal_code: str = ""
    region: str = ""
    stage: str = ""
    point: tuple[float, float] | None = None
    address_key: str = ""

    @property
    def is_site(self) -> bool:
        return bool(self.address_key)

    @property
    def company_key(self) -> str:
        return organisation_key(self.company)

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for rows that name the same site, or the same company in the same region."""
        place = self.address_key or f"region {compact(self.region)}"
        return (organisation_key(self.brand), self.company_key, self.country, place, self.stage)


@dataclass(frozen=True)
class ReadListed:
    """A row with what it says, or None where it is rejected, and all remarks on it."""

    row: ReadRow
    listed: Listed | None
    problems: tuple[Problem, ...]


def read_listed(row: ReadRow, granularity: str, countries: Countries, stages: Collection[str]) -> ReadListed:
    """What `row` of a list of `granularity` says."""
    if row.left_out or worst(row.problems) is Severity.REJECTION:
        return ReadListed(row, None, row.problems)
    values, problems = _plain(dict(row.values))
    problems += too_long(values, LIMITS) + missing(values, ("brand", "company", "country"))
    country, remarks = read_country(values["country"], countries)
    problems += remarks
    listed = Listed(row.number, row.edition, values["brand"], values["company"], country)
    if granularity == SITE:
        listed, found = _site(listed, values, countries, stages)
    else:
        listed, found = _presence(listed, values)
    everything = (*row.problems, *problems, *found)
    return ReadListed(row, None if worst(everything) is Severity.REJECTION else listed, everything)


def _plain(values: dict[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Values of all fields, with blank words and the traces of page breaks taken out."""
    problems = []
    values = {known.name: values.get(known.name, "") for known in FIELDS}
    for name in _BLANKABLE:
        if values[name] and is_blank_word(values[name]):
            problems.append(Problem("blank-word", name, values[name]))
            values[name] = ""
    company = without_continuation(values["company"])
    if company != values["company"]:
        problems.append(Problem("continued", "company", values["company"]))
        values["company"] = company
    return values, tuple(problems)


def _site(
    listed: Listed, values: dict[str, str], countries: Countries, stages: Collection[str]
) -> tuple[Listed, tuple[Problem, ...]]:
    address, problems = mend("address", values["address"])
    key = address_key(address, listed.country, countries)
    if not key:
        return listed, (*problems, rejection("address-missing", "address", values["address"]))
    point, remarks = _point(values["latitude"], values["longitude"])
    stage = values["stage"].upper()
    if stage and stage not in stages:
        remarks += (Problem("code-unknown", "stage", values["stage"]),)
        stage = ""
    site = replace(
        listed,
        name=values["name"],
        name_local=values["name_local"],
        address=address,
        locality=values["locality"],
        postal_code=values["postal_code"],
        region=values["region"],
        stage=stage,
        point=point,
        address_key=key,
    )
    return site, (*problems, *check("address", address, listed.country, countries), *remarks)


def _presence(listed: Listed, values: dict[str, str]) -> tuple[Listed, tuple[Problem, ...]]:
    """Lists that name a region have it in the column of addresses where there is no other."""
    field = "region" if values["region"] else "address"
    region = re.sub(r"(?<=\w)- (?=\w)", "-", values[field]).strip(" ,.;")
    problems = () if region else (Problem("region-missing", field),)
    return replace(listed, region=region), (*problems, *too_long({field: region}, {field: LIMITS["region"]}))


def _point(latitude: str, longitude: str) -> tuple[tuple[float, float] | None, tuple[Problem, ...]]:
    if not latitude and not longitude:
        return None, ()
    given = f"{latitude}, {longitude}"
    try:
        point = (float(latitude), float(longitude))
    except ValueError:
        return None, (Problem("point-form", "latitude", given),)
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180) or point == (0, 0):
        return None, (Problem("point-form", "latitude", given),)
    return point, ()


def compare(listed: Iterable[Listed]) -> dict[int, tuple[Problem, ...]]:
    """What is remarkable about rows beside each other, by row: doubled, or alike but for a number or a space."""
    rows = list(listed)
    found: dict[int, list[Problem]] = defaultdict(list)
    _mark_doubled(rows, found)
    _mark_numbers(rows, found)
    _mark_similar_names(rows, found)
    return {number: tuple(problems) for number, problems in found.items()}


def _mark_doubled(rows: list[Listed], found: dict[int, list[Problem]]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        earlier = first.setdefault((row.edition, *row.key), row.number)
        if earlier != row.number:
            found[row.number].append(Problem("row-doubled", "", str(earlier)))


def _mark_numbers(rows: list[Listed], found: dict[int, list[Problem]]) -> None:
    """Inside one edition: the same company at addresses that differ by numbers only."""
    alike: dict[tuple[str, ...], dict[str, Listed]] = defaultdict(dict)
    sites = [row for row in rows if row.is_site]
    for row in sites:
        group = (row.edition, row.company_key, row.country, without_numbers(row.address_key))
        alike[group].setdefault(row.address_key, row)
    for row in sites:
        group = (row.edition, row.company_key, row.country, without_numbers(row.address_key))
        other = next((other for key, other in alike[group].items() if key != row.address_key), None)
        if other:
            found[row.number].append(Problem("number-differs", "address", other.address))


def _mark_similar_names(rows: list[Listed], found: dict[int, list[Problem]]) -> None:
    spellings: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        spellings[compact(row.company_key)].setdefault(row.company_key, row.company)
    for row in rows:
        others = [name for key, name in spellings[compact(row.company_key)].items() if key != row.company_key]
        if others:
            found[row.number].append(Problem("name-similar", "company", others[0]))
