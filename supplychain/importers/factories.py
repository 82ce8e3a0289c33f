"""Supplier lists of brands: sites become factories with suspected links, bare regions supply relations."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.enums import RowVerdict
from core.importers.kinds import Batch, ImportKind, Outcome
from core.importers.parse.cells import compact, fold
from core.importers.parse.mapping import SourceSpec
from core.importers.parse.problems import Problem, review
from core.importers.parse.rows import ReadRow
from core.models import Source
from supplychain.enums import FactoryProperty
from supplychain.importers.citing import Citations, Key
from supplychain.importers.parse.sites import FIELDS, SITE, Listed, ReadListed, compare, read_listed
from supplychain.importers.resolve import Ambiguous, Parties, Sites
from supplychain.models import Brand, Company, Stage
from supplychain.queries.listed import (
    KnownFactory,
    known_factories,
    known_links,
    known_relations,
    known_statements,
    party_names,
)
from supplychain.services.imports import (
    FactoryDraft,
    LinkDraft,
    ListWrite,
    Ref,
    RelationDraft,
    StatementDraft,
    write_list,
)

TEXTS = {
    "address-missing": gettext_noop(
        "A list of sites needs an address in every row, with at least one letter or digit."
    ),
    "address-short": gettext_noop("The address is unusually short; street, town and region were expected."),
    "po-box": gettext_noop("A post office box is no place of production; the address of the site was expected."),
    "territory-or-china": gettext_noop(
        "The address says Hong Kong, Macao or Taiwan and the country says China, or the other way round. "
        "The country was kept as the list states it."
    ),
    "country-differs": gettext_noop(
        "The address ends with another country. The country was kept as the list states it."
    ),
    "several-sites": gettext_noop("The address looks like two sites in one row; each needs a row of its own."),
    "word-split": gettext_noop("A word was split at the end of a line; its parts were joined."),
    "words-glued": gettext_noop("Words are written together; the country's name was parted from them."),
    "number-differs": gettext_noop("Another address of this company differs by numbers only; both were kept."),
    "region-missing": gettext_noop("The row names no region; the company was recorded for the country as a whole."),
    "point-form": gettext_noop(
        "Latitude (-90 to 90) and longitude (-180 to 180) in degrees are accepted, and not 0, 0; "
        "the point was left out."
    ),
    "site-ambiguous": gettext_noop(
        "Several factories on record have this name and address. Merge them, then import again."
    ),
}


@dataclass
class FactoriesPlan:
    """What a supplier list would do to the register."""

    write: ListWrite
    sources: set[str]
    outcomes: Mapping[int, Outcome]
    figures: Mapping[str, int] = field(default_factory=dict)

    def cited(self) -> set[str]:
        return self.sources

    def apply(self, sources: Mapping[str, Source]) -> None:
        write_list(self.write, sources)


def make_plan(batch: Batch) -> FactoriesPlan:
    """Compare a list with the register."""
    stages = set(Stage.objects.values_list("code", flat=True))
    read = [read_listed(row, _granularity(batch, row), batch.countries, stages) for row in batch.rows]
    planner = _Planner(batch, [found.listed for found in read if found.listed])
    outcomes = {found.row.number: planner.outcome_of(found) for found in read}
    return FactoriesPlan(planner.finished(), planner.cited, outcomes, planner.figures())


def _granularity(batch: Batch, row: ReadRow) -> str:
    source = batch.sources.get(row.edition)
    return (source.granularity if source else "") or SITE


class _Planner:
    """Goes through the rows in the order of the file and drafts what they add."""

    def __init__(self, batch: Batch, listed: list[Listed]) -> None:
        self.batch = batch
        self.remarks = compare(listed)
        self.write = ListWrite()
        self.cited: set[str] = set()
        brands, companies = party_names(Brand), party_names(Company)
        self.brands, self.companies = Parties(brands, companies), Parties(companies, brands)
        # The spelling of the newest edition names what is new.
        self.newest = sorted(listed, key=lambda row: batch.seen_on(row.edition), reverse=True)
        self.brand_refs = {row.brand: self._party(self.brands, row.brand, row) for row in self.newest}
        self.company_refs = {row.company_key: self._party(self.companies, row.company, row) for row in self.newest}
        self.sites = Sites(self._candidates(listed), batch.countries)
        self.site_refs: dict[tuple[str, str, str], Ref | Ambiguous] = {}
        self._draft_sites()
        self.statements: set[tuple[Ref, str, str, str]] = {*known_statements(self.sites.ids)}
        brand_ids = [ref for ref in self.brand_refs.values() if isinstance(ref, int)]
        self.links = Citations(known_links(brand_ids), lambda key: key)
        self.relations = Citations(known_relations(brand_ids), _folded_region)

    def _source(self, row: Listed) -> SourceSpec:
        return self.batch.sources[row.edition]

    def _party(self, parties: Parties, name: str, row: Listed) -> Ref | Ambiguous:
        return parties.find(name, self._source(row).code)

    def _candidates(self, listed: list[Listed]) -> list[KnownFactory]:
        companies = [ref for ref in self.company_refs.values() if isinstance(ref, int)]
        codes = {self._source(row).code for row in listed}
        return known_factories(companies, codes, {fold(row.name or row.company) for row in listed if row.is_site})

    def _draft_sites(self) -> None:
        for row in (row for row in self.newest if row.is_site):
            company = self.company_refs[row.company_key]
            if isinstance(company, Ambiguous) or (key := _site_key(row)) in self.site_refs:
                continue
            ref = self.site_refs[key] = self.sites.find(row, company)
            if isinstance(ref, str):
                self.write.factories.append(_factory_draft(ref, row, company, self._source(row).code))

    def outcome_of(self, found: ReadListed) -> Outcome:
        problems = (*found.problems, *self.remarks.get(found.row.number, ()))
        if found.listed is None:
            left_out = found.row.left_out
            return Outcome(RowVerdict.UNCHANGED if left_out else RowVerdict.REJECTED, problems)
        verdict = self._verdict(found.listed)
        if isinstance(verdict, Problem):
            return Outcome(RowVerdict.REVIEW, (*problems, verdict))
        return Outcome(verdict, problems)

    def _verdict(self, row: Listed) -> RowVerdict | Problem:
        brand, company = self.brand_refs[row.brand], self.company_refs[row.company_key]
        if isinstance(brand, Ambiguous):
            return review("name-ambiguous", "brand", brand.value)
        if isinstance(company, Ambiguous):
            return review("name-ambiguous", "company", company.value)
        if not row.is_site:
            return self._record(self.relations, (brand, company, row.country, row.region), row)
        site = self.site_refs[_site_key(row)]
        if isinstance(site, Ambiguous):
            return review("site-ambiguous", "address", site.value)
        stated = self._state(row, site)
        verdict = self._record(self.links, (brand, site, row.stage), row)
        return RowVerdict.CHANGED if verdict == RowVerdict.UNCHANGED and stated else verdict

    def _record(self, citations: Citations, key: Key, row: Listed) -> RowVerdict:
        source = self._source(row)
        self.cited.add(source.code)
        ref, is_new = citations.find(key)
        is_news = citations.cite(ref, source, row.number, self.batch.seen_on(row.edition))
        if is_new:
            return RowVerdict.CREATED
        return RowVerdict.CHANGED if is_news else RowVerdict.UNCHANGED

    def _state(self, row: Listed, site: Ref) -> bool:
        """Draft what the row states of its site; False where all of it is on record."""
        source = self._source(row)
        values = {FactoryProperty.NAME: row.name or row.company, FactoryProperty.ADDRESS: row.address}
        values |= {FactoryProperty.COUNTRY: row.country, FactoryProperty.NAME_LOCAL: row.name_local}
        new = [
            StatementDraft(site, name.value, value, source.code, f"row {row.number}", self.batch.seen_on(row.edition))
            for name, value in values.items()
            if value and (site, name.value, value, source.code) not in self.statements
        ]
        self.statements |= {(site, draft.property, draft.value, source.code) for draft in new}
        self.write.statements += new
        return self._open_location(row, site, source) or bool(new)

    def _open_location(self, row: Listed, site: Ref, source: SourceSpec) -> bool:
        if not source.settings.get("is_public") or site in self.write.locations or not self.sites.opens(row, site):
            return False
        self.write.locations[int(site)] = source.code
        return True

    def finished(self) -> ListWrite:
        write = self.write
        self._drop_unused()
        write.links = [LinkDraft(ref, brand, site, str(stage)) for ref, (brand, site, stage) in self.links.new.items()]
        write.relations = [
            RelationDraft(ref, brand, company, str(country), str(region))
            for ref, (brand, company, country, region) in self.relations.new.items()
        ]
        write.link_citations, write.relation_citations = self.links.drafts, self.relations.drafts
        write.link_seen, write.relation_seen = self.links.seen(), self.relations.seen()
        return write

    def _drop_unused(self) -> None:
        """Rows that wait for review leave no party and no factory behind."""
        write = self.write
        links, relations = list(self.links.new.values()), list(self.relations.new.values())
        sites = {key[1] for key in links}
        write.factories = [draft for draft in write.factories if draft.key in sites]
        write.brands = self.brands.used({key[0] for key in links + relations})
        operators = {draft.operator for draft in write.factories}
        write.companies = self.companies.used(operators | {key[1] for key in relations})
        self.cited |= write.cited()

    def figures(self) -> dict[str, int]:
        """How many records of each kind are made, and how many links and relations end."""
        write = self.write
        ended = [ref for ref, (_, last) in {**write.link_seen, **write.relation_seen}.items() if last]
        names = ("brands", "companies", "factories", "links", "link_citations", "relations", "relation_citations")
        return {name: len(getattr(write, name)) for name in (*names, "statements")} | {"ended": len(ended)}


def _site_key(row: Listed) -> tuple[str, str, str]:
    return (row.company_key, row.country, row.address_key)


def _folded_region(key: Key) -> Key:
    return (*key[:3], compact(str(key[3])))


def _factory_draft(ref: str, row: Listed, company: Ref, source_code: str) -> FactoryDraft:
    return FactoryDraft(
        key=ref,
        name=row.name or row.company,
        country=row.country,
        operator=company,
        source_code=source_code,
        address=row.address,
        name_local=row.name_local,
        locality=row.locality,
        postal_code=row.postal_code,
        region=row.region,
        point=row.point,
    )


FACTORIES = ImportKind("factories", _("Factories of a supplier list"), FIELDS, make_plan, TEXTS)
