"""The detail pages: what they show, to whom, and how many questions they ask."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from supplychain.enums import Basis
from tests.factories.core import CountryFactory, MembershipFactory, SourceFactory, UserFactory
from tests.factories.supplychain import (
    BrandFactory,
    CompanyFactory,
    FactoryFactory,
    FactoryIdentifierFactory,
    FactoryNameFactory,
    FactoryStatementFactory,
    LinkCitationFactory,
    LinkReaderFactory,
    MainComponentFactory,
    ProductionLinkFactory,
    ProductModelFactory,
    StageFactory,
    SupplyRelationFactory,
)

pytestmark = pytest.mark.django_db


def link_of(**values):
    link = ProductionLinkFactory(**values)
    LinkCitationFactory(link=link)
    return link


def page(client, record, user=None, **parameters):
    if user is not None:
        client.force_login(user)
    response = client.get(record.get_absolute_url(), parameters)
    assert response.status_code == 200
    return response.content.decode()


def everything_about(factory, brand, model):
    """One row of all that the pages of these three show."""
    link_of(factory=factory, brand=brand, component=f"part {factory.links.count()}")
    link_of(factory=factory, product_model=model, basis=Basis.MONITORING, component=f"part {factory.links.count()}")
    FactoryNameFactory(factory=factory)
    FactoryIdentifierFactory(factory=factory)
    FactoryStatementFactory(factory=factory)
    FactoryFactory(campus=factory, operator=factory.operator)
    FactoryFactory(successor=factory, status="moved")
    SourceFactory(publisher=brand.organisation, kind="brand_list")
    SupplyRelationFactory(brand=brand)
    SupplyRelationFactory(company=factory.operator)
    ProductModelFactory(brand=brand)
    CompanyFactory(organisation__parent=factory.operator.organisation)


@pytest.fixture
def trio():
    model = ProductModelFactory()
    return FactoryFactory(operator=CompanyFactory(), located=True), model.brand, model


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("which", ["factory", "brand", "model", "company", "link"])
def test_a_page_asks_as_many_questions_for_three_rows_as_for_one(client, trio, which, signed_in):
    factory, brand, model = trio
    everything_about(*trio)
    subject = {
        "factory": factory,
        "brand": brand,
        "model": model,
        "company": factory.operator,
        "link": factory.links.first(),
    }[which]
    if signed_in:
        client.force_login(UserFactory(procurer=True))
    page(client, subject)
    with CaptureQueriesContext(
        connection,
    ) as one:
        page(client, subject)
    everything_about(*trio)
    everything_about(*trio)
    LinkCitationFactory(link=factory.links.first())
    with CaptureQueriesContext(connection) as three:
        page(client, subject)
    assert len(three) == len(one), "\n".join(query["sql"][:150] for query in three)


def test_a_factory_page_names_brand_model_basis_source_and_date(client):
    link = link_of(for_model=True, confirmed=True, factory__name="Hua Precision")
    text = page(client, link.factory)
    for expected in (
        link.brand.name,
        link.product_model.name,
        "Confirmed",
        "Found by workers or monitors at the site",
        link.citations.get().source.title,
        "15 January 2026",
        "1 confirmed, 0 suspected",
    ):
        assert expected in text


def test_a_factory_without_links_says_so(client):
    assert "No link to a brand is on record that you may see." in page(client, FactoryFactory())


def test_names_in_other_scripts_carry_their_language(client):
    factory = FactoryFactory(name="Hua", name_local="华精密", name_local_lang="zh-Hans")
    assert '<p class="local-title" lang="zh-Hans">华精密</p>' in page(client, factory)


@pytest.mark.parametrize(("user", "seen"), [({}, False), ({"procurer": True}, False), ({"monitor": True}, True)])
def test_a_private_address_is_for_monitors(client, user, seen):
    factory = FactoryFactory(located_privately=True)
    FactoryStatementFactory(factory=factory, property="address", value=factory.address)
    text = page(client, factory, UserFactory(**user))
    assert (factory.address in text) is seen
    assert ("22.6500" in text) is seen
    assert ("not public" in text) is not seen


def test_a_public_address_stands_with_its_source(client):
    factory = FactoryFactory(located=True)
    FactoryStatementFactory(factory=factory, property="address", value=factory.address, source=factory.location_source)
    FactoryStatementFactory(
        factory=factory, property="address", value="9 Secret Road", source=SourceFactory(private=True)
    )
    text = page(client, factory)
    assert factory.address in text
    assert factory.location_source.title in text
    assert "9 Secret Road" not in text
    assert "9 Secret Road" in page(client, factory, UserFactory(monitor=True))


def test_values_that_other_sources_state_are_told(client):
    factory = FactoryFactory(workers_min=100, workers_max=200)
    FactoryStatementFactory(factory=factory, property="workers", value="100-200")
    FactoryStatementFactory(factory=factory, property="workers", value="90")
    text = page(client, factory)
    assert "100 – 200" in text
    assert "Also stated: 90" in text


@pytest.mark.parametrize(
    ("trait", "anonymous", "registered", "monitor"),
    [
        ("registered", False, True, True),
        ("named", False, False, True),
        ("monitors", False, False, True),
    ],
)
def test_a_link_is_shown_to_its_audience_on_every_page(client, trait, anonymous, registered, monitor):
    link = link_of(for_model=True, factory__operator=CompanyFactory(), **{trait: True})
    brand = link.brand.name
    for viewer, seen in ((None, anonymous), (UserFactory(), registered), (UserFactory(monitor=True), monitor)):
        if viewer:
            client.force_login(viewer)
        assert (brand in page(client, link.factory)) is seen
        assert (link.factory.name in page(client, link.brand)) is seen
        assert (link.factory.name in page(client, link.product_model)) is seen
        assert (brand in page(client, link.factory.operator)) is seen
        assert client.get(link.get_absolute_url()).status_code == (200 if seen else 404)


def test_a_named_organisation_sees_its_link(client):
    reader, member = LinkReaderFactory(), UserFactory()
    MembershipFactory(user=member, organisation=reader.organisation)
    assert reader.link.brand.name in page(client, reader.link.factory, member)
    assert "Named organisations and monitors" in page(client, reader.link)


def test_a_link_of_a_private_source_tells_kind_and_date_alone(client):
    citation = LinkCitationFactory(source=SourceFactory(private=True, title="Secret report"))
    text = page(client, citation.link)
    assert "Secret report" not in text
    assert "Source not public (Web page)" in text
    assert "15 January 2026" in text
    assert "Secret report" in page(client, citation.link, UserFactory(monitor=True))


def test_merged_records_redirect_for_good(client):
    survivor = FactoryFactory()
    merged = FactoryFactory(merged_into=survivor)
    response = client.get(merged.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, survivor.get_absolute_url())


def test_a_product_counts_what_is_not_known(client):
    model, _final = ProductModelFactory(), StageFactory(code="FIN")
    component = MainComponentFactory(category=model.category, stage=StageFactory(code="BAT"))
    assert "For 2 stages that a buyer should know" in page(client, model)
    link_of(product_model=model, stage=component.stage)
    assert "For 1 stage that a buyer should know" in page(client, model)
    link_of(product_model=model)
    assert "a factory is on record" in page(client, model)
    assert "For 1 stage" not in page(client, model)


def test_a_brand_tells_the_age_of_its_lists(client):
    brand = BrandFactory()
    SourceFactory(publisher=brand.organisation, kind="brand_list", published_on="2020-01-01", title="List of 2020")
    text = page(client, brand)
    assert "List of 2020" in text
    assert "months old" in text


def test_a_brand_names_companies_known_without_site(client):
    relation = SupplyRelationFactory(region="Guangdong", country=CountryFactory(code="CN"))
    text = page(client, relation.brand)
    assert relation.company.name in text
    assert "Guangdong" in text
    assert relation.brand.name in page(client, relation.company)


def test_a_replaced_link_names_its_successor(client):
    old, new = link_of(), link_of(confirmed=True)
    type(old).objects.filter(pk=old.pk).update(superseded_by=new)
    assert new.public_id in page(client, old)
    assert old.public_id in page(client, new)


def test_an_unreadable_day_is_named_and_left_out(client):
    assert "“2026-13-01” is not known here" in page(client, FactoryFactory(), as_of="2026-13-01")
