"""A dossier says what the reader may see of one record, with who says so, and nothing else."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from core.reports.making import asked_of
from core.reports.report import Format
from core.services.jobs import Refused
from procurement.reports.dossier import DOSSIER
from tests.factories import core, procurement, supplychain
from tests.procurement import scene
from tests.procurement.reports.making import NOW, document, rows, writes_every_format, written

pytestmark = pytest.mark.django_db

ANYONE = AnonymousUser()


def about(record, user=ANYONE):
    return document(DOSSIER, user, record=record.public_id)


def values(made, name):
    return {row["fact"]: row["value"] for row in rows(made, name)}


def everybody(found):
    """Viewers by what they are to the buyer of the scene."""
    return {
        "stranger": core.UserFactory(),
        "buyer": found.member(),
        "peer": core.UserFactory(procurer=True),
        "monitor": core.UserFactory(monitor=True),
        "administrator": core.UserFactory(admin=True),
    }


# -- Factories -------------------------------------------------------------------------


def test_a_factory_s_names_numbers_links_and_statements():
    found = scene.build("public")
    factory = found.factory
    supplychain.FactoryNameFactory(factory=factory, name="Longhua Plant B")
    supplychain.FactoryIdentifierFactory(factory=factory, scheme="os_id", value="CN2020ABC")
    statement = supplychain.FactoryStatementFactory(factory=factory, property="status", value="operating")
    made = about(factory)
    assert made.title == "Dossier: Longhua Works"
    assert {"Longhua Works", "Longhua Plant B", "CN2020ABC"} <= set(values(made, "names").values())
    (link,) = rows(made, "links")
    assert (link["brand"], link["product"], link["confidence"]) == ("Lumen", "Ultrabook 14", "Confirmed")
    assert found.link.citations.get().source.title in link["sources"]
    (stated,) = rows(made, "statements")
    assert (stated["value"], stated["stated_on"]) == ("operating", statement.stated_on)
    assert {found.link.citations.get().source.title, statement.source.title} <= {each.title for each in made.sources}


@pytest.mark.parametrize(
    ("visibility", "shown_to"),
    [
        ("private", {"buyer", "monitor", "administrator"}),
        ("peers", {"buyer", "peer", "monitor", "administrator"}),
        ("public", {"stranger", "buyer", "peer", "monitor", "administrator"}),
    ],
)
def test_a_factory_s_buyers_are_named_or_counted(visibility, shown_to):
    found = scene.build(visibility)
    for who, user in everybody(found).items():
        made = about(found.factory, user)
        named = [row["buyer"] for row in rows(made, "buyers")]
        assert named == (["City of Ljubljana"] if who in shown_to else []), who
        count = next(block for section in made.sections for block in section.blocks if hasattr(block, "items"))
        assert count.items[0].value == 1
        assert ("City of Ljubljana" in written(made, Format.JSON).decode()) is (who in shown_to)


def test_a_place_that_no_public_source_states_is_not_told():
    private = supplychain.FactoryFactory(located_privately=True)
    public = supplychain.FactoryFactory(located=True)
    monitor = core.UserFactory(monitor=True)
    assert public.address in values(about(public), "facts").values()
    assert private.address not in written(about(private), Format.JSON).decode()
    assert private.address in values(about(private, monitor), "facts").values()


def test_links_and_sources_that_are_not_for_the_reader_are_left_out():
    hidden = supplychain.ProductionLinkFactory(monitors=True, cited=True)
    secret = core.SourceFactory(private=True, title="Interviews at the gate")
    open_link = supplychain.ProductionLinkFactory(factory=hidden.factory)
    supplychain.LinkCitationFactory(link=open_link, source=secret)
    made = about(hidden.factory)
    assert [row["brand"] for row in rows(made, "links")] == [open_link.brand.name]
    assert "source not public" in rows(made, "links")[0]["sources"]
    assert "Interviews" not in written(made, Format.JSON).decode()
    monitor = about(hidden.factory, core.UserFactory(monitor=True))
    assert len(rows(monitor, "links")) == 2
    assert "Interviews at the gate" in [each.title for each in monitor.sources]


# -- Brands ------------------------------------------------------------------------------


def test_a_brand_s_tiers_are_drawn_and_listed():
    found = scene.build("public")
    brand = found.line.brand
    made = about(brand)
    assert sum(row["factories"] for row in rows(made, "tiers")) == 2
    assert sum(row["confirmed"] for row in rows(made, "tiers")) == 1
    (chart,) = made.charts()
    assert [sum(flow.value for flow in chart.rows if flow.column == column) for column in (0, 1)] == [2, 2]
    assert {row["factory"] for row in rows(made, "links")} == {"Longhua Works", "Listed Works"}
    assert [row["contract"] for row in rows(made, "contracts")] == ["Laptops for schools"]


@pytest.mark.parametrize("noticed", [True, False])
def test_a_public_notice_does_not_tell_that_a_contract_buys_the_brand(noticed):
    found = scene.build("private", noticed=noticed)
    shown = {who: len(rows(about(found.line.brand, user), "contracts")) for who, user in everybody(found).items()}
    assert shown == {"stranger": 0, "buyer": 1, "peer": 0, "monitor": 1, "administrator": 1}


def test_a_brand_without_links_has_no_drawing():
    made = about(supplychain.BrandFactory())
    assert (list(made.charts()), rows(made, "tiers"), rows(made, "links")) == ([], [], [])
    writes_every_format(DOSSIER, made)


# -- Public buyers ---------------------------------------------------------------------------


def test_a_buyer_s_contracts_and_factories_follow_its_choice():
    found = scene.build("private", noticed=True)
    shown = {}
    for who, user in everybody(found).items():
        made = about(found.buyer, user)
        shown[who] = (
            len(rows(made, "contracts")),
            len(rows(made, "links")),
            "We buy with care" in values(made, "names").values(),
        )
    closed, opened = (1, 0, False), (1, 1, True)
    assert shown == {"stranger": closed, "peer": closed, "buyer": opened, "monitor": opened, "administrator": opened}


def test_a_buyer_s_affiliations():
    found = scene.build("public")
    (row,) = rows(about(found.buyer), "affiliations")
    assert (row["body"], row["stage"]) == ("Electronics Watch", "Affiliated")
    before = procurement.AffiliationFactory()
    procurement.AffiliationEventFactory(affiliation=before)
    assert rows(about(before.procurer), "affiliations") == []


# -- All ---------------------------------------------------------------------------------------


def test_an_identifier_may_be_typed_as_people_do_and_leads_to_the_survivor():
    factory = supplychain.FactoryFactory(name="Works")
    merged = supplychain.FactoryFactory(merged_into=factory)
    assert document(DOSSIER, ANYONE, record=f" {factory.public_id.lower()} ").title == "Dossier: Works"
    assert about(merged).title == "Dossier: Works"


@pytest.mark.parametrize("text", ["", "x", "F-0000-0000-00"])
def test_what_is_no_identifier_is_refused(text):
    with override("en"), pytest.raises(Refused):
        document(DOSSIER, ANYONE, record=text)


def test_other_kinds_of_records_have_no_dossier():
    contract = procurement.ContractFactory(valued=True)
    with override("en"), pytest.raises(Refused, match="No factory, brand or public buyer"):
        about(contract)


def test_every_format_is_written_and_the_preview_counts_the_links():
    found = scene.build("public")
    for record in (found.factory, found.line.brand, found.buyer):
        writes_every_format(DOSSIER, about(record, found.member()))
    with override("en"):
        asked = asked_of(DOSSIER, {"record": [found.line.brand.public_id]}, ANYONE, NOW, "en")
        assert DOSSIER.preview(asked)[0].value == 2


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(number, django_assert_max_num_queries):
    found = scene.build("public")
    for n in range(number):
        supplychain.ProductionLinkFactory(
            factory=found.factory, product_model__brand=found.line.brand, cited=True, product_model__name=f"Model {n}"
        )
        line = procurement.ContractLineFactory(
            contract__buyer=found.buyer, product_model=found.line.product_model, contract__noticed=True
        )
        supplychain.FactoryStatementFactory(factory=found.factory, value=f"Name {line.pk}")
    for record, most in ((found.factory, 16), (found.line.brand, 10), (found.buyer, 16)):
        with django_assert_max_num_queries(most):
            about(record)
