"""Pages and API of partners, and the figures of the front page."""

import datetime
import re
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.queries.headline import live_counts
from campaigns.queries.latest import latest_changes
from campaigns.services.reference import load_reference
from core.models import Source
from tests.factories import core, procurement, supplychain
from tests.factories.campaigns import PartnerFactory, QuotedTotalFactory

pytestmark = pytest.mark.django_db


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_names_partners_with_role_and_area(client: Client) -> None:
    load_reference()
    page = client.get("/partners/").content.decode()
    assert "Swedwatch" in page
    assert "Lead partner" in page
    assert "Central and Eastern Europe" in page
    only_lead = client.get("/partners/?role=lead&format=csv")
    rows = b"".join(only_lead.streaming_content).decode().splitlines()
    assert len(rows) == 2
    assert "Swedwatch" in rows[1]


def test_list_and_page_take_the_same_queries_for_one_and_three_rows(client: Client) -> None:
    partner = PartnerFactory()
    client.get("/partners/")
    one = queries_of(client, "/partners/")
    page = queries_of(client, partner.get_absolute_url())
    for _ in range(2):
        PartnerFactory()
    assert queries_of(client, "/partners/") == one
    assert queries_of(client, partner.get_absolute_url()) == page


def test_a_partner_page_says_where_it_works_and_who_says_so(client: Client) -> None:
    load_reference()
    address = client.get("/api/v1/partners/?q=Südwind").json()["results"][0]["id"]
    page = client.get(f"/partners/{address}/").content.decode()
    assert "Austria" in page
    assert "Make ICT Fair project" in page
    assert client.get(f"/partners/{address}/history/").status_code == 200
    assert client.get("/partners/R-0000-0000-00/").status_code == 404


def test_the_api_gives_role_area_and_source(client: Client) -> None:
    load_reference()
    found = client.get("/api/v1/partners/?role=lead").json()
    assert found["count"] == 1
    partner = found["results"][0]
    assert (
        partner["name"],
        partner["projects"][0]["role"],
        partner["area"],
        partner["country"],
        partner["is_demo"],
    ) == (
        "Swedwatch",
        "lead",
        "Sweden",
        "SE",
        False,
    )
    assert [source["title"] for source in partner["sources"]] == ["Make ICT Fair project"]


def test_quoted_totals_stand_with_their_source_beside_live_counts(client: Client) -> None:
    load_reference()
    supplychain.FactoryFactory()
    supplychain.FactoryFactory(is_demo=True)
    page = client.get("/").content.decode()
    quoted = page.partition('id="quoted-totals"')[2]
    live = page.partition('id="live-counts"')[2].partition('id="quoted-totals"')[0]
    for figure in ("60", "176", "56", "331", "1,700", "350,000", "400,000", "150 million"):
        assert f'<span class="figure">{figure}</span>' in quoted
    assert quoted.count("Make ICT Fair (2021)") == 7
    assert quoted.count("DEAR Programme") == 1
    assert '<span class="figure">2</span>' in live
    assert "of which 1 fictional" in live
    assert "176" not in live


def test_live_counts_are_of_what_the_viewer_may_see() -> None:
    procurement.ContractFactory()
    monitor = core.UserFactory(role="monitor")
    anonymous = core.UserFactory(is_active=False)
    assert next(count.total for count in live_counts(monitor) if str(count.label) == "Contracts") == 1
    assert next(count.total for count in live_counts(anonymous) if str(count.label) == "Contracts") == 0


def test_the_front_page_takes_the_same_queries_for_one_and_three_totals(client: Client) -> None:
    QuotedTotalFactory()
    client.get("/")
    one = queries_of(client, "/")
    QuotedTotalFactory()
    QuotedTotalFactory()
    assert queries_of(client, "/") == one


def test_without_quoted_totals_their_panel_is_left_out(client: Client) -> None:
    assert not Source.objects.exists()
    assert "quoted-totals" not in client.get("/").content.decode()


def test_the_front_page_tells_the_latest_changes_in_words(client: Client) -> None:
    old = supplychain.FactoryFactory(name="Old works", is_demo=True)
    moved = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)
    type(old).objects.filter(pk=old.pk).update(created_at=moved)
    link = supplychain.ProductionLinkFactory(factory=old)
    hidden = supplychain.ProductionLinkFactory(factory=old, monitors=True)
    page = client.get("/").content.decode()
    latest = page.partition('id="latest"')[2].partition("</section>")[0]
    words = " ".join(re.sub(r"<[^>]+>", "", latest).split())
    assert f'<a href="{link.get_absolute_url()}">' in latest
    assert hidden.get_absolute_url() not in latest
    assert f"Production link recorded: {link}" in words
    assert "Factory changed: Old works" in words
    assert '<a href="/factories/?sort=-updated">Factories</a>' in latest


def test_the_latest_changes_are_newest_first_and_few_of_a_kind(django_assert_num_queries: Any) -> None:
    for _number in range(3):
        supplychain.FactoryFactory()
    few = latest_changes(AnonymousUser())
    with django_assert_num_queries(5):
        latest_changes(AnonymousUser())
    newest = [supplychain.FactoryFactory() for _number in range(4)][:1:-1]
    with django_assert_num_queries(5):
        assert [latest.record for latest in latest_changes(AnonymousUser())] == newest
    assert len(few) == 2


def test_a_register_without_records_tells_no_changes(client: Client) -> None:
    assert 'id="latest"' not in client.get("/").content.decode()
