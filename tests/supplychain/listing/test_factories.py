"""The list of factories: filters, facets, files and API agree, for every viewer."""

import csv
import datetime
import io
import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.listing import Selection
from supplychain.enums import Basis
from supplychain.listing import FACTORIES
from supplychain.models import Factory, ProductionLink
from supplychain.queries.moments import LINK_VERSIONS
from tests.core.test_versions import VERSIONS
from tests.factories.core import CountryFactory, MembershipFactory, SourceFactory, UserFactory
from tests.factories.supplychain import (
    BrandFactory,
    CompanyFactory,
    FactoryFactory,
    FactoryIdentifierFactory,
    FactoryNameFactory,
    LinkCitationFactory,
    LinkReaderFactory,
    ProductionLinkFactory,
    ProductModelFactory,
    StageFactory,
)
from tests.supplychain.views.test_moments import recorded_on

pytestmark = pytest.mark.django_db

URL = "/factories/"
API = "/api/v1/factories/"


def select(query="", user=None):
    selection = Selection(FACTORIES, QueryDict(query), user or AnonymousUser())
    assert selection.problems == {}
    return selection


def names(query="", user=None):
    return sorted(row.name for row in select(query, user).page.rows)


def counts(query, facet, user=None):
    shown = {one.facet.filter_name: one.values for one in select(query, user).facets}
    return {value.value: value.count for value in shown[facet] if value.count}


def made(name, **link):
    return ProductionLinkFactory(factory=FactoryFactory(name=name), **link)


@pytest.fixture
def brands():
    return BrandFactory(name="Acer"), BrandFactory(name="Bull")


@pytest.fixture
def three(brands):
    """One: assembly for Acer, batteries for Bull. Two: batteries for Acer. Three: nothing."""
    acer, bull = brands
    one = made("One", brand=acer)
    ProductionLinkFactory(factory=one.factory, brand=bull, stage=StageFactory(code="BAT"), basis=Basis.MONITORING)
    made("Two", brand=acer, stage=StageFactory(code="BAT"))
    FactoryFactory(name="Three", country=CountryFactory(code="VN"), status="closed")
    return brands


def test_each_filter_narrows(three):
    acer, bull = three
    assert names() == ["One", "Three", "Two"]
    assert names(f"brand={acer.public_id}") == ["One", "Two"]
    assert names(f"brand={bull.public_id}") == ["One"]
    assert names("country=VN") == ["Three"]
    assert names("country__not=VN") == ["One", "Two"]
    assert names("stage=FIN") == ["One"]
    assert names("basis=monitoring") == ["One"]
    assert names("status=closed") == ["Three"]
    assert names(f"brand__not={bull.public_id}") == ["Three", "Two"]
    assert names("stage=FIN&stage=BAT") == ["One", "Two"]
    assert names("q=thre") == ["Three"]


def test_several_filters_on_links_mean_one_link(three):
    acer, bull = three
    assert names(f"brand={acer.public_id}&stage=BAT") == ["Two"]
    assert names(f"brand={bull.public_id}&stage=FIN") == []
    assert counts(f"brand={acer.public_id}", "stage") == {"FIN": 1, "BAT": 1}
    assert counts(f"brand={bull.public_id}", "stage") == {"BAT": 1}
    assert counts("stage=BAT", "brand") == {acer.public_id: 1, bull.public_id: 1}


def test_facets_count_under_every_other_filter(three):
    acer, bull = three
    assert counts("", "brand") == {acer.public_id: 2, bull.public_id: 1}
    assert counts("", "stage") == {"BAT": 2, "FIN": 1}
    assert counts("", "basis") == {"brand_list": 2, "monitoring": 1}
    assert counts("", "country") == {"CN": 2, "VN": 1}
    assert counts("", "status") == {"operating": 2, "closed": 1}
    assert counts("country=VN", "brand") == {}
    assert counts("country=VN", "country") == {"CN": 2, "VN": 1}
    assert counts(f"brand={bull.public_id}", "brand") == {acer.public_id: 2, bull.public_id: 1}


def test_filters_by_product_source_and_operator():
    link = made("One", for_model=True)
    source = LinkCitationFactory(link=link).source
    other = made("Two", product_model=ProductModelFactory())
    Factory.objects.filter(pk=other.factory_id).update(operator=CompanyFactory())
    other.factory.refresh_from_db()
    assert names(f"product={link.product_model.public_id}") == ["One"]
    assert names(f"source={source.public_id}") == ["One"]
    assert names(f"source={source.public_id}&product={link.product_model.public_id}") == ["One"]
    assert names(f"operator={other.factory.operator.public_id}") == ["Two"]


def test_other_names_numbers_and_identifiers_are_found():
    factory = FactoryFactory(name="Hua Precision", name_local="华强电子", name_local_lang="zh-Hans")
    FactoryNameFactory(factory=factory, name="Former Works")
    FactoryIdentifierFactory(factory=factory, value="123456789")
    FactoryFactory(name="Unrelated")
    for text in ("hua precision", "华强", "huaqiang", "former works", "123456789", factory.public_id.lower()):
        assert names(f"q={text}") == ["Hua Precision"], text


@pytest.mark.parametrize(
    ("trait", "user", "seen"),
    [
        ("registered", None, False),
        ("registered", {}, True),
        ("named", {}, False),
        ("named", {"procurer": True}, False),
        ("named", {"monitor": True}, True),
        ("monitors", {"partner": True}, False),
        ("monitors", {"admin": True}, True),
    ],
)
def test_no_filter_or_facet_gives_a_hidden_link_away(trait, user, seen):
    model = ProductModelFactory()
    link = made("One", product_model=model, basis=Basis.MONITORING, **{trait: True})
    source = LinkCitationFactory(link=link).source
    viewer = UserFactory(**user) if user is not None else None
    asked = [
        f"brand={model.brand.public_id}",
        f"product={model.public_id}",
        "stage=FIN",
        "basis=monitoring",
        f"source={source.public_id}",
        f"brand={model.brand.public_id}&stage=FIN",
        "as_of=2026-02-01",
    ]
    assert [names(query, viewer) for query in asked] == [["One"] if seen else []] * len(asked)
    assert names(f"brand__not={model.brand.public_id}", viewer) == ([] if seen else ["One"])
    for facet in ("brand", "stage", "basis"):
        assert bool(counts("", facet, viewer)) is seen
        assert bool(counts("as_of=2026-02-01", facet, viewer)) is seen


def test_links_for_named_organisations_are_added_for_their_members(three):
    acer, _bull = three
    link = made("Four", brand=acer, named=True)
    again = ProductionLinkFactory(factory=link.factory, stage=StageFactory(code="DSP"), named=True)
    member, stranger = UserFactory(), UserFactory(procurer=True)
    reader = LinkReaderFactory(link=link)
    LinkReaderFactory(link=again, organisation=reader.organisation)
    MembershipFactory(user=member, organisation=reader.organisation)
    assert names(f"brand={acer.public_id}", member) == ["Four", "One", "Two"]
    assert counts("", "brand", member)[acer.public_id] == 3
    assert counts("", "stage", member) == {"BAT": 2, "DSP": 1, "FIN": 2}
    assert counts("country=CN", "stage", member) == {"BAT": 2, "DSP": 1, "FIN": 2}
    assert names(f"brand={acer.public_id}", stranger) == ["One", "Two"]
    assert counts("", "stage", stranger) == {"BAT": 2, "FIN": 1}


def test_a_box_shows_no_place_that_is_not_open(client):
    FactoryFactory(name="Open", located=True)
    FactoryFactory(name="Closed", located_privately=True)
    box = "bbox=110,20,120,30"
    assert names(box) == ["Open"]
    assert names(box, UserFactory(monitor=True)) == ["Closed", "Open"]
    assert names("bbox=115,20,120,30") == []
    assert names("bbox=110,20,-170,30") == ["Open"]


@pytest.mark.parametrize("box", ["1,2,3", "a,b,c,d", "0,50,1,40", "-200,0,0,1", "nan,0,0,1", "0,0,inf,1"])
def test_an_impossible_box_is_refused_with_what_would_be_accepted(client, box):
    response = client.get(API, {"bbox": box})
    assert response.status_code == 400
    assert "for example 100,0,125,45" in response.json()["fields"]["bbox"][0]


def test_as_of_and_known_on_ask_different_questions(client):
    january, june = datetime.date(2026, 1, 10), datetime.date(2026, 6, 10)
    link = made("New name", valid_from=datetime.date(2025, 1, 1), last_seen=datetime.date(2026, 3, 1))
    Factory.objects.filter(pk=link.factory_id).update(status="closed")
    recorded_on(VERSIONS, link.factory_id, january, june)
    VERSIONS.objects.filter(pgh_obj_id=link.factory_id, pgh_label="insert").update(
        name="Old name", subdivision="Old region", operator=CompanyFactory(name="Old operator")
    )
    recorded_on(LINK_VERSIONS, link.pk, june)
    brand = f"brand={link.brand.public_id}"
    assert names(f"{brand}&as_of=2026-02-01") == ["New name"]
    assert names(f"{brand}&as_of=2026-04-01") == []
    assert names("as_of=2026-04-01") == []
    assert names(f"{brand}&known_on=2026-02-01") == []
    assert names("known_on=2026-02-01&q=old") == ["New name"]
    assert names("known_on=2026-02-01&q=new") == []
    assert names("known_on=2026-02-01&status=operating") == ["New name"]
    assert names("known_on=2026-02-01&status__not=operating") == []
    assert names("known_on=2026-01-01") == []
    assert names(f"{brand}&known_on=2026-06-11") == ["New name"]
    assert counts("known_on=2026-02-01", "status") == {"operating": 1}
    assert counts("known_on=2026-02-01", "country") == {"CN": 1}
    assert counts("known_on=2026-02-01", "brand") == {}
    assert counts("known_on=2026-06-11", "brand") == {link.brand.public_id: 1}
    page = client.get(URL, {"known_on": "2026-02-01"}).content.decode()
    assert "Old name" in page
    then = client.get(URL, {"known_on": "2026-02-01", "cols": "operator,subdivision", "format": "csv"})
    assert then.getvalue().decode().splitlines()[1:] == ["Old region,Old operator"]
    assert "What the register said on 1 February 2026, without later corrections (known_on is in force)." in page
    assert "numbers of workers in this list are those of today" in page
    [then] = client.get(API, {"known_on": "2026-06-11"}).json()["results"]
    assert (then["brands"][0]["name"], then["stages"], then["status"]) == (link.brand.name, ["FIN"], "closed")
    valid = client.get(URL, {"as_of": "2026-02-01"}).content.decode()
    assert "Links as they were valid on 1 February 2026, as known today (as_of is in force)." in valid
    assert "those of today" not in valid


def test_a_factory_merged_since_stands_in_the_list_of_then():
    survivor, merged = FactoryFactory(name="Survivor"), FactoryFactory(name="Merged")
    Factory.objects.filter(pk=merged.pk).update(merged_into=survivor)
    recorded_on(VERSIONS, survivor.pk, datetime.date(2026, 1, 1))
    recorded_on(VERSIONS, merged.pk, datetime.date(2026, 1, 1), datetime.date(2026, 3, 1))
    assert names("known_on=2026-02-01") == ["Merged", "Survivor"]
    assert names("known_on=2026-04-01") == ["Survivor"]
    assert names() == ["Survivor"]


def test_a_link_of_a_source_is_found_on_the_record_of_then():
    citation = LinkCitationFactory(link=made("One"))
    source = f"source={citation.source.public_id}"
    today = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)).date()
    assert names(f"{source}&known_on={today}") == ["One"]
    assert names(f"{source}&known_on=2020-01-01") == []
    assert names(f"{source}&as_of=2026-02-01") == ["One"]


def test_a_replaced_link_no_longer_counts():
    old, new = made("One"), made("Two")
    ProductionLink.objects.filter(pk=old.pk).update(superseded_by=new)
    assert names(f"brand={old.brand.public_id}") == []
    assert counts("", "brand") == {new.brand.public_id: 1}


@pytest.mark.parametrize(
    "query", ["", "country=CN", "stage=FIN", "as_of=2026-02-01", "known_on=2030-01-01", "q=factory"]
)
@pytest.mark.parametrize("url", [URL, API])
def test_a_list_asks_as_many_questions_for_three_rows_as_for_one(client, url, query):
    def row():
        link = ProductionLinkFactory(factory=FactoryFactory(operator=CompanyFactory(), located=True), cited=True)
        FactoryIdentifierFactory(factory=link.factory)

    def ask():
        client.cookies.clear()
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{url}?{query}").status_code == 200
        return [one["sql"] for one in asked]

    row()
    ask()
    one = ask()
    row()
    row()
    three = ask()
    assert len(three) == len(one), "\n".join(sql[:200] for sql in three)


def test_files_hold_the_rows_of_the_page(client, three):
    acer, _bull = three
    query = f"brand={acer.public_id}"
    rows = list(csv.DictReader(io.StringIO(client.get(f"{URL}?{query}&format=csv").getvalue().decode("utf-8-sig"))))
    assert [next(iter(row.values())) for row in rows] == ["One", "Two"]
    sheet = client.get(f"{URL}?{query}&format=xlsx")
    assert sheet.status_code == 200
    sheet.close()


def test_geojson_holds_points_that_are_open_alone(client):
    FactoryFactory(name="Open", located=True)
    FactoryFactory(name="Closed", located_privately=True)
    features = client.get(f"{URL}?format=geojson")
    found = json.loads(b"".join(features.streaming_content))["features"]
    assert [feature["geometry"] and feature["geometry"]["coordinates"] for feature in found] == [None, [114.03, 22.65]]


def test_the_api_gives_exactly_the_promised_fields(client):
    link = made("One", cited=True)
    Factory.objects.filter(pk=link.factory_id).update(workers_min=10, workers_max=20)
    identifier = FactoryIdentifierFactory(factory=link.factory, value="123456789")
    data = client.get(f"{API}{link.factory.public_id}/").json()
    assert {name: data[name] for name in data if name not in ("url", "updated_at", "sources", "brands")} == {
        "id": link.factory.public_id,
        "name": "One",
        "name_local": "",
        "address": None,
        "country": "CN",
        "subdivision": "",
        "latitude": None,
        "longitude": None,
        "point_precision": "none",
        "point_source": None,
        "status": "operating",
        "stages": ["FIN"],
        "identifiers": [{"scheme": identifier.scheme, "value": "123456789"}],
        "workers_min": 10,
        "workers_max": 20,
        "is_demo": False,
    }
    assert [(brand["id"], brand["name"]) for brand in data["brands"]] == [(link.brand.public_id, link.brand.name)]


def test_the_api_keeps_a_private_place_to_itself(client):
    factory = FactoryFactory(located_privately=True)
    address = f"{API}{factory.public_id}/"
    data = client.get(address).json()
    assert [data[name] for name in ("address", "latitude", "longitude", "point_source", "sources")] == [None] * 4 + [[]]
    client.force_login(UserFactory(monitor=True))
    data = client.get(address).json()
    assert (data["address"], data["latitude"], data["point_precision"]) == (factory.address, 22.65, "street")


def test_the_api_redirects_merged_factories(client):
    survivor = FactoryFactory()
    merged = FactoryFactory(merged_into=survivor)
    response = client.get(f"{API}{merged.public_id}/")
    assert (response.status_code, response["Location"].endswith(f"{API}{survivor.public_id}/")) == (301, True)


def test_chosen_values_are_shown_even_where_no_factory_has_them(three):
    acer, _bull = three
    lonely = BrandFactory(name="Lonely")
    shown = {one.facet.filter_name: one.values for one in select(f"brand={lonely.public_id}").facets}
    assert [value.label for value in shown["brand"] if value.chosen] == ["Lonely"]
    assert names(f"brand={acer.public_id}&brand={lonely.public_id}") == ["One", "Two"]


def test_many_names_are_cut_with_their_number(client):
    factory = FactoryFactory()
    for _ in range(6):
        ProductionLinkFactory(factory=factory)
    assert "and 2 more" in client.get(URL).content.decode()


def test_a_hidden_source_is_no_value_of_the_filter(client):
    source = SourceFactory(private=True)
    assert client.get(API, {"source": source.public_id}).status_code == 400
    client.force_login(UserFactory(monitor=True))
    assert client.get(API, {"source": source.public_id}).json()["count"] == 0
    assert reverse("supplychain:factory-list") == URL
