"""Filters and facets of the lists, and what they must not give away."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.utils import timezone

from core.listing.selection import Selection
from procurement import listing
from procurement.filters import FactoriesByProcurer
from supplychain.models import Factory
from tests.factories import core, procurement, supplychain
from tests.procurement.scene import build

pytestmark = pytest.mark.django_db

ANYONE = AnonymousUser()


def select(which, query="", user=ANYONE):
    return Selection(which, QueryDict(query), user)


def rows(which, query="", user=ANYONE):
    selection = select(which, query, user)
    assert dict(selection.problems) == {}
    return list(selection.page.rows)


def counts(which, filter_name, user=ANYONE):
    (facet,) = (facet for facet in which.facets if facet.filter_name == filter_name)
    return [(label, number) for _value, label, number in facet.shown(which.queryset(user), user, []) if number]


@pytest.mark.parametrize(
    "query",
    [
        "q=laptop",
        "brand={brand}",
        "product={product}",
        "category=computers",
        "buyer={buyer}",
        "supplier={supplier}",
        "currency=EUR",
        "status=running",
        "starts_after=2026-01-01&ends_before=2026-12-31",
    ],
)
def test_contracts_are_found(query):
    scene = build()
    other = procurement.ContractFactory(
        buyer__public=True,
        title="Printers",
        starts_on=datetime.date(2020, 1, 1),
        ends_on=datetime.date(2021, 1, 1),
        valued=True,
        currency=core.CurrencyFactory(code="SEK"),
    )
    found = rows(
        listing.CONTRACTS,
        query.format(
            brand=scene.line.brand.public_id,
            product=scene.line.product_model.public_id,
            buyer=scene.buyer.public_id,
            supplier=scene.contract.supplier.public_id,
        ),
    )
    # The demo day of the contracts is 2026; "running" holds while the database's day lies in it.
    expected = [scene.contract] if query != "status=running" or timezone.localdate().year == 2026 else []
    assert found == expected
    assert other not in found


@pytest.mark.parametrize(
    ("starts", "ends", "status"),
    [(None, None, "undated"), (-9, -1, "ended"), (-9, 0, "running"), (0, None, "running"), (1, 9, "upcoming")],
)
def test_the_status_is_where_today_lies(starts, ends, status):
    def day(offset):
        return None if offset is None else timezone.localdate() + datetime.timedelta(days=offset)

    procurement.ContractFactory(buyer__public=True, starts_on=day(starts), ends_on=day(ends))
    assert [row.status for row in rows(listing.CONTRACTS, f"status={status}")] == [status]


def test_lines_of_a_noticed_private_contract_are_not_searched_nor_counted():
    scene = build("private", noticed=True)
    for query in (f"brand={scene.line.brand.public_id}", "category=computers"):
        assert rows(listing.CONTRACTS, query) == []
        assert rows(listing.CONTRACTS, query, scene.member()) == [scene.contract]
    assert (counts(listing.CONTRACTS, "brand"), counts(listing.CONTRACTS, "category")) == ([], [])
    assert counts(listing.CONTRACTS, "brand", scene.member()) == [("Lumen", 1)]
    assert counts(listing.CONTRACTS, "buyer") == [("City of Ljubljana", 1)]


def test_private_contracts_are_in_no_facet():
    build("private")
    assert [counts(listing.CONTRACTS, facet.filter_name) for facet in listing.CONTRACTS.facets] == [[]] * 7


def test_procurers_and_suppliers_are_found_by_name_and_country():
    scene = build()
    scene.buyer.organisation.country = core.CountryFactory(code="FR")
    scene.buyer.organisation.save()
    assert rows(listing.PROCURERS, "q=Ljubliana&country=FR") == [scene.buyer]
    assert rows(listing.PROCURERS, "country__not=FR") == []
    assert rows(listing.SUPPLIERS, "q=reseller") == [scene.contract.supplier]
    assert counts(listing.PROCURERS, "country") == [("France", 1)]


def test_affiliations_as_of_a_day():
    scene = build()
    partner = core.UserFactory(partner=True)
    assert [row.stage for row in rows(listing.AFFILIATIONS)] == ["affiliated"]
    assert [row.stage for row in rows(listing.AFFILIATIONS, "as_of=2026-02-01")] == [None]
    assert [row.stage for row in rows(listing.AFFILIATIONS, "as_of=2026-02-01", partner)] == ["contacted"]
    assert rows(listing.AFFILIATIONS, "as_of=2026-02-01&stage=contacted") == []
    assert rows(listing.AFFILIATIONS, "as_of=2026-02-01&stage=contacted", partner) == [scene.affiliation]
    assert rows(listing.AFFILIATIONS, f"q=electronics&route=direct&body={scene.affiliation.body.public_id}") == [
        scene.affiliation
    ]


def test_later_steps_that_only_the_campaign_knows_do_not_show():
    scene = build()
    procurement.AffiliationEventFactory(
        affiliation=scene.affiliation, stage="dormant", happened_on=datetime.date(2026, 5, 1)
    )
    assert [row.stage for row in rows(listing.AFFILIATIONS)] == ["affiliated"]
    assert counts(listing.AFFILIATIONS, "stage") == [("Affiliated", 1)]
    assert [row.stage for row in rows(listing.AFFILIATIONS, "", core.UserFactory(monitor=True))] == ["dormant"]


def test_disclosure_requests_are_found():
    scene = build()
    assert rows(listing.DISCLOSURES, "answer=open&overdue=yes") == [scene.request]
    assert rows(listing.DISCLOSURES, "overdue=no&answer=full&asked_after=2026-01-01") != []
    assert rows(listing.DISCLOSURES, f"q=lumen&buyer={scene.buyer.public_id}") == [scene.request]
    assert rows(listing.DISCLOSURES, "reason=no_duty") == []


def by_procurer(buyer, user=ANYONE):
    filterset = FactoriesByProcurer(
        QueryDict(f"procurer={buyer.public_id}"), Factory.objects.visible_to(user), user=user
    )
    return filterset.problems, set(filterset.qs)


def test_factories_behind_a_buyer_by_model_and_disclosure_alone():
    scene = build()
    assert by_procurer(scene.buyer) == ({}, {scene.factory})


def test_a_buyer_that_hides_what_it_buys_is_not_known_to_the_filter():
    scene = build("peers")
    problems, _ = by_procurer(scene.buyer)
    assert list(problems) == ["procurer"]
    peer = core.UserFactory(procurer=True)
    assert by_procurer(scene.buyer, peer) == ({}, {scene.factory})


def test_the_filter_sees_no_link_that_the_viewer_may_not_see():
    scene = build()
    scene.link.audience = "monitors"
    scene.link.save()
    assert by_procurer(scene.buyer)[1] == set()
    assert by_procurer(scene.buyer, core.UserFactory(monitor=True))[1] == {scene.factory}


def test_files_leave_out_what_a_buyer_hides(client):
    scene = build("private")
    text = b"".join(client.get("/procurers/?format=csv").streaming_content).decode()
    assert "City of Ljubljana" in text
    assert "4321" not in text
    requests = b"".join(client.get("/disclosures/?format=csv").streaming_content).decode()
    assert "Lumen Inc." in requests
    assert "Ultrabook" not in requests
    client.force_login(scene.member())
    assert "Ultrabook 14" in b"".join(client.get("/disclosures/?format=csv").streaming_content).decode()


def test_a_facet_of_brands_names_the_brand_once():
    scene = build()
    procurement.ContractLineFactory(contract=scene.contract, product_model__brand=scene.line.brand)
    supplychain.BrandFactory()
    assert counts(listing.CONTRACTS, "brand") == [("Lumen", 1)]
