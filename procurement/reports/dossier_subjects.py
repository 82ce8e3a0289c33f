"""What a dossier says of a factory, of a brand, of a public buyer."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.charts.sankey import Flow, SankeyChart
from core.models import Country
from core.reports.document import Block, ChartBlock, Column, Figure, Figures, Kind, Section, Table
from core.reports.report import Asked
from procurement.enums import AffiliationStage
from procurement.models import Contract, ContractLine, Procurer
from procurement.queries.leverage import Dependant, leverage_of
from procurement.queries.parties import Path, affiliations_of, contracts_of, factories_behind
from procurement.reports.dossier_tables import (
    LINKS,
    PRINTED,
    Named,
    contracts_table,
    facts_of_organisation,
    facts_table,
    links_table,
)
from procurement.reports.money import in_money
from supplychain.enums import Confidence, FactoryProperty
from supplychain.models import Brand, Factory
from supplychain.queries.facts import factory_record, facts_of, identifiers, other_names, statements_of
from supplychain.queries.links import shown_links
from supplychain.queries.moments import NOW


def factory_sections(factory: Factory, asked: Asked, named: Named) -> Iterator[Section]:
    record = factory_record(factory, asked.user, NOW)
    assert record is not None  # noqa: S101 (it is on record now)
    statements = statements_of(factory, record, asked.user, NOW)
    facts = [
        (str(fact["label"]), str(fact["value"] or ""), named.text(fact.get("sources") or []))
        for fact in facts_of(record, statements)
    ]
    names = [(str(_("Name")), factory.name, ""), (str(_("Local name")), factory.name_local, "")]
    names += [
        (each.get_kind_display(), each.name, named.text([each.cited])) for each in other_names(factory, asked.user, NOW)
    ]
    names += [
        (each.get_scheme_display(), each.value, named.text([each.cited]))
        for each in identifiers(factory, asked.user, NOW)
    ]
    yield Section("names", _("Names and numbers"), [facts_table("names", _("Names and identifiers"), names)])
    yield Section("place", _("Place and people"), [facts_table("facts", _("What is on record"), facts)])
    links = shown_links(NOW.links(asked.user).filter(factory=factory), asked.user, limit=LINKS + 1)
    yield Section("links", _("For whom it works"), [links_table(links, named, of_brand=False)])
    yield Section("buyers", _("Who depends on it"), _buyers(factory, asked))
    yield Section("statements", _("Who says so"), [_statements_table(statements, named)])


def brand_sections(brand: Brand, asked: Asked, named: Named) -> Iterator[Section]:
    facts = facts_of_organisation(brand.organisation, named)
    facts.append((_("Published supplier list"), brand.supplier_list_url, ""))
    yield Section("names", _("Names and numbers"), [facts_table("names", _("Names and identifiers"), facts)])
    links = NOW.links(asked.user).filter(brand=brand)
    yield Section("tiers", _("Where it is made"), list(_tiers(brand, links)))
    shown = shown_links(links, asked.user, limit=LINKS + 1)
    yield Section("links", _("Factories"), [links_table(shown, named, of_brand=True)])
    lines = ContractLine.objects.visible_to(asked.user).filter(brand=brand)
    contracts = Contract.objects.visible_to(asked.user).for_listing().filter(pk__in=lines.values("contract"))
    yield Section("contracts", _("Public contracts"), [contracts_table(contracts.order_by("-starts_on", "pk"), named)])


def procurer_sections(procurer: Procurer, asked: Asked, named: Named) -> Iterator[Section]:
    facts = facts_of_organisation(procurer.organisation, named)
    facts += [
        (_("Level"), procurer.get_level_display(), ""),
        (_("Kind of body"), procurer.get_legal_type_display(), ""),
    ]
    if Procurer.objects.whose_buying_is_visible_to(asked.user).filter(pk=procurer.pk).exists():
        facts += [
            (_("Yearly spend on ICT hardware"), procurer.get_spend_band_display(), ""),
            (_("Users served"), procurer.users_served, ""),
            (_("Profile"), procurer.profile, ""),
        ]
    yield Section("names", _("Names and numbers"), [facts_table("names", _("Names and identifiers"), facts)])
    yield Section("affiliations", _("Affiliations"), [_affiliations_table(procurer, asked)])
    yield Section("contracts", _("Contracts"), [contracts_table(contracts_of(procurer, asked.user), named)])
    yield Section("links", _("Factories behind its contracts"), [_paths_table(procurer, asked, named)])


# -- A factory's buyers and statements ------------------------------------------------


def _buyers(factory: Factory, asked: Asked) -> list[Block]:
    found = leverage_of(factory, asked.user).by_model
    text = ngettext("%(number)s more is hidden", "%(number)s more are hidden", found.hidden_count)
    hidden = text % {"number": found.hidden_count} if found.hidden_count else ""
    figures = [
        Figure(_("Public buyers"), found.procurers_count, hidden),
        Figure(_("Contracts"), found.contracts_count, _("of the buyers shown")),
    ]
    columns = [
        Column("buyer", _("Buyer"), width=3),
        Column("contracts", _("Contracts"), Kind.NUMBER),
        Column("spend", _("Spend"), width=2),
        Column("lines_without_value", _("Lines without value"), Kind.NUMBER),
    ]
    rows = [_buyer_row(each) for each in found.procurers]
    empty = _("No buyer is shown that depends on this factory.")
    return [Figures(figures), Table("buyers", _("Buyers by their contracts"), columns, rows, empty=empty)]


def _buyer_row(each: Dependant) -> list[Any]:
    return [each.procurer.name, each.contracts_count, in_money(each.spend), each.lines_without_value]


def _statements_table(statements: dict[str, list[Any]], named: Named) -> Table:
    """Everything that sources state, also where another value is shown."""
    rows = [
        [str(FactoryProperty(name).label), statement.value, named.text([statement.cited]), statement.stated_on]
        for name in FactoryProperty.values
        for statement in statements.get(name, [])
    ]
    columns = [
        Column("property", _("What"), width=1.2),
        Column("value", _("Stated"), width=2.6),
        Column("source", _("Source"), width=2.6),
        Column("stated_on", _("Stated on"), Kind.DAY, width=1.2),
    ]
    empty = _("No statement is on record, as far as you may see.")
    return Table("statements", _("Statements, with source and date"), columns, rows, printed=PRINTED, empty=empty)


# -- A brand's stages --------------------------------------------------------------------


def _tiers(brand: Brand, links: QuerySet[Any]) -> Iterator[Block]:
    """Stages and countries of its factories: drawn, and as a table. One query and one of countries."""
    sites = Count("factory", distinct=True)
    confirmed = Count("factory", distinct=True, filter=Q(confidence=Confidence.CONFIRMED))
    places = links.order_by("stage__position", "stage", "factory__country").values("stage__name", "factory__country")
    found = list(places.annotate(sites=sites, confirmed=confirmed))
    countries = {
        country.pk: str(country)
        for country in Country.objects.filter(pk__in={row["factory__country"] for row in found})
    }
    rows = [
        [
            _stage_named(row["stage__name"]),
            countries[row["factory__country"]],
            row["sites"],
            row["confirmed"],
        ]
        for row in found
    ]
    if rows:
        yield ChartBlock(_drawn(brand, rows))
    columns = [
        Column("stage", _("Stage"), width=2),
        Column("country", _("Country"), width=1.6),
        Column("factories", _("Factories"), Kind.NUMBER),
        Column("confirmed", _("of them confirmed"), Kind.NUMBER),
    ]
    yield Table("tiers", _("Factories by stage and country"), columns, rows, printed=PRINTED)


def _drawn(brand: Brand, rows: list[list[Any]]) -> SankeyChart:
    flows = [Flow(0, brand.name, stage, number) for stage, _country, number, _confirmed in rows]
    flows += [Flow(1, stage, country, number) for stage, country, number, _confirmed in rows]
    return SankeyChart(
        name="tiers",
        title=_("From the brand through the stages to the countries"),
        description=_("Each band is as thick as the number of factories. One that works at two stages is in both."),
        heads=[_("Brand"), _("Stage"), _("Country")],
        rows=flows,
    )


# -- A buyer's affiliations and factories ----------------------------------------------------


def _affiliations_table(procurer: Procurer, asked: Asked) -> Table:
    columns = [
        Column("body", _("With"), width=2),
        Column("stage", _("Stage"), width=1.4),
        Column("since", _("Since"), Kind.DAY),
    ]
    labels = {value: str(label) for value, label in AffiliationStage.choices}
    # With stage and day as the query annotates them.
    found: Any = affiliations_of(procurer, asked.user, asked.today)
    rows = [[each.body.name, labels.get(each.stage), each.since] for each in found]
    empty = _("No affiliation is on record, as far as you may see.")
    return Table("affiliations", _("Affiliations today"), columns, rows, empty=empty)


def _paths_table(procurer: Procurer, asked: Asked, named: Named) -> Table:
    paths = factories_behind(procurer, asked.user, asked.today)
    columns = [
        Column("factory", _("Factory"), width=2),
        Column("id", _("Identifier"), printed=False),
        Column("country", _("Country")),
        Column("stage", _("Stage"), width=1.5),
        Column("product", _("Product"), width=1.6),
        Column("contract", _("Contract"), width=2),
        Column("confidence", _("Confidence"), width=1.1),
        Column("basis", _("Basis"), width=1.8),
        Column("since", _("Since"), Kind.DAY, width=1.2),
    ]
    text = ngettext("There is %(number)s way in all.", "There are %(number)s ways in all.", paths.count)
    return Table(
        name="links",
        title=_("From contract to factory"),
        columns=columns,
        rows=[_path_row(path, named) for path in paths.shown],
        printed=PRINTED,
        note=text % {"number": paths.count} if paths.count > len(paths.shown) else "",
        empty=_("No factory is known behind its contracts, as far as you may see."),
    )


def _path_row(path: Path, named: Named) -> list[Any]:
    row, strongest = path.row, path.row.statements[0]
    named.sources += [one.source for one in strongest.latest_cited if one.source is not None]
    return [
        row.factory.name,
        row.factory.public_id,
        str(row.factory.country),
        str(row.stage) if row.stage else None,
        str(path.line.product_model or path.line.description),
        path.line.contract.title,
        _("Confirmed") if row.is_confirmed else _("Suspected"),
        strongest.link.get_basis_display(),
        strongest.since,
    ]


def _stage_named(name: str | None) -> str:
    return _(name) if name else _("Stage not stated")
