"""The lists of brands, companies, models and links: filters, facets, API, for every viewer."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from core.listing import Selection
from supplychain.enums import Basis
from supplychain.listing import BRANDS, COMPANIES, LINKS, PRODUCTS
from supplychain.models import ProductionLink
from tests.factories.core import CountryFactory, SourceFactory, UserFactory
from tests.factories.supplychain import (
    BrandFactory,
    CompanyFactory,
    FactoryFactory,
    LinkCitationFactory,
    ProductionLinkFactory,
    ProductModelFactory,
    StageFactory,
)

pytestmark = pytest.mark.django_db


def rows(listing, query="", user=None):
    selection = Selection(listing, QueryDict(query), user or AnonymousUser())
    assert selection.problems == {}
    return selection.page.rows


def names(listing, query="", user=None):
    return sorted(str(row) for row in rows(listing, query, user))


def counts(listing, query, facet):
    selection = Selection(listing, QueryDict(query), AnonymousUser())
    shown = {one.facet.filter_name: one.values for one in selection.facets}
    return {value.value: value.count for value in shown[facet] if value.count}


def test_brands_by_name_country_stage_and_list():
    france = CountryFactory(code="FR")
    acer = BrandFactory(name="Acer", organisation__country=france, supplier_list_url="https://example.org/list")
    BrandFactory(name="Bull")
    ProductionLinkFactory(brand=acer)
    assert names(BRANDS) == ["Acer", "Bull"]
    assert names(BRANDS, "q=ace") == ["Acer"]
    assert names(BRANDS, "country=FR") == ["Acer"]
    assert names(BRANDS, "stage=FIN") == ["Acer"]
    assert names(BRANDS, "stage__not=FIN") == ["Bull"]
    assert names(BRANDS, "publishes_list=no") == ["Bull"]
    assert counts(BRANDS, "", "country") == {"FR": 1}


def test_brands_count_the_factories_that_the_viewer_may_see():
    link = ProductionLinkFactory()
    ProductionLinkFactory(brand=link.brand, monitors=True)
    ProductionLinkFactory(brand=link.brand, factory=link.factory, basis=Basis.MONITORING)
    monitor = UserFactory(monitor=True)
    assert [row.factories_count for row in rows(BRANDS)] == [1]
    assert [row.factories_count for row in rows(BRANDS, "", monitor)] == [2]
    assert [row.factories_count for row in rows(BRANDS, "sort=-factories")] == [1]


def test_companies_by_role_country_and_where_their_sites_are():
    company = CompanyFactory(name="Hua Group", roles=["odm"])
    CompanyFactory(name="Other")
    FactoryFactory(operator=company, country=CountryFactory(code="VN"))
    assert names(COMPANIES, "role=odm") == ["Hua Group"]
    assert names(COMPANIES, "role__not=odm") == ["Other"]
    assert names(COMPANIES, "site_country=VN") == ["Hua Group"]
    assert names(COMPANIES, "q=hua") == ["Hua Group"]
    assert [row.factories_count for row in rows(COMPANIES, "q=hua")] == [1]


def test_products_by_number_brand_category_and_stage():
    model = ProductModelFactory(name="Book 14", regulatory_model="RM-77", part_numbers=["PN-1"])
    ProductModelFactory(name="Tower")
    ProductionLinkFactory(product_model=model)
    for query in ("q=book", "q=rm-77", "q=PN-1", f"brand={model.brand.public_id}", "stage=FIN"):
        assert names(PRODUCTS, query) == ["Book 14"], query
    assert names(PRODUCTS, "category=computers") == ["Book 14", "Tower"]
    assert counts(PRODUCTS, "", "category") == {"computers": 2}
    assert counts(PRODUCTS, "", "brand")[model.brand.public_id] == 1


@pytest.fixture
def two_links():
    citation = LinkCitationFactory(link__for_model=True, link__confirmed=True, link__factory__name="Hua Precision")
    ProductionLinkFactory(stage=StageFactory(code="BAT"), ended=True)
    return citation.link, citation.source


def test_links_by_each_filter(two_links):
    link, source = two_links
    for query in (
        f"factory={link.factory.public_id}",
        f"brand={link.brand.public_id}",
        f"product={link.product_model.public_id}",
        f"source={source.public_id}",
        "stage=FIN",
        "basis=monitoring",
        "confidence=confirmed",
        "ended=no",
        "as_of=2026-06-01",
        "q=hua",
    ):
        assert [row.pk for row in rows(LINKS, query)] == [link.pk], query
    assert len(rows(LINKS, "country=CN&role=ems")) == 2
    assert counts(LINKS, "", "stage") == {"FIN": 1, "BAT": 1}
    assert counts(LINKS, "", "confidence") == {"confirmed": 1, "suspected": 1}


def test_replaced_links_stay_on_record_and_can_be_told_apart(two_links):
    link, _source = two_links
    other = ProductionLink.objects.exclude(pk=link.pk).get()
    ProductionLink.objects.filter(pk=other.pk).update(superseded_by=link)
    assert [row.pk for row in rows(LINKS, "replaced=yes")] == [other.pk]
    assert [row.pk for row in rows(LINKS, "replaced=no")] == [link.pk]


@pytest.mark.parametrize(("trait", "stranger", "monitor"), [("registered", 0, 1), ("named", 0, 1), ("monitors", 0, 1)])
def test_links_are_listed_for_their_audience(trait, stranger, monitor):
    ProductionLinkFactory(**{trait: True})
    assert len(rows(LINKS)) == stranger
    assert len(rows(LINKS, "", UserFactory(monitor=True))) == monitor
    assert counts(LINKS, "", "basis") == {}


def test_the_api_gives_exactly_the_promised_fields_of_a_link(client, two_links):
    link, source = two_links
    data = client.get(f"/api/v1/links/{link.public_id}/").json()
    assert (data["factory"]["id"], data["brand"]["id"]) == (link.factory.public_id, link.brand.public_id)
    assert data["product_model"]["id"] == link.product_model.public_id
    assert [one["id"] for one in data["sources"]] == [source.public_id]
    names = ("stage", "component", "role", "basis", "confidence", "valid_from", "valid_to", "first_seen", "last_seen")
    assert {name: data[name] for name in names} == {
        "stage": "FIN",
        "component": "",
        "role": "ems",
        "basis": "monitoring",
        "confidence": "confirmed",
        "valid_from": None,
        "valid_to": None,
        "first_seen": "2026-01-15",
        "last_seen": None,
    }
    assert data["superseded"] is False
    other = ProductionLink.objects.exclude(pk=link.pk).get()
    assert client.get(f"/api/v1/links/{other.public_id}/").json()["product_model"] is None


def test_a_private_source_is_not_named_by_the_api(client):
    citation = LinkCitationFactory(source=SourceFactory(private=True))
    [source] = client.get(f"/api/v1/links/{citation.link.public_id}/").json()["sources"]
    assert (source["id"], source["title"], source["kind"], source["seen_on"]) == (None, None, "web_page", "2026-01-15")


def make(name):
    source = SourceFactory()
    link = LinkCitationFactory(
        link__for_model=True,
        link__product_model__source=source,
        link__factory__operator=CompanyFactory(
            organisation__source=source, organisation__parent=BrandFactory().organisation
        ),
    ).link
    type(link.brand.organisation).objects.filter(pk=link.brand.organisation_id).update(source=source)


@pytest.mark.parametrize("name", ["brands", "companies", "products", "links"])
@pytest.mark.parametrize("prefix", ["/", "/api/v1/"])
def test_a_list_asks_as_many_questions_for_three_rows_as_for_one(client, prefix, name):
    def ask():
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{prefix}{name}/").status_code == 200
        return [one["sql"] for one in asked]

    make(name)
    ask()
    one = ask()
    make(name)
    make(name)
    three = ask()
    assert len(three) == len(one), "\n".join(sql[:200] for sql in three)


@pytest.mark.parametrize("name", ["brands", "companies", "products"])
def test_objects_of_the_api_have_name_and_count(client, name):
    make(name)
    data = client.get(f"/api/v1/{name}/").json()["results"][0]
    assert {"id", "url", "updated_at", "sources", "name", "factories_count"} <= set(data)
    assert client.get(data["url"]).status_code == 200
