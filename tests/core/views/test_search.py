"""The search page: kinds, reasons, identifiers, and nothing that the viewer may not see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.search import search
from tests.factories.core import SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

URL = "/search/"


def hits(user, text):
    return {kind.listing.name: [hit.name for hit in kind.hits] for kind in search(text, user) if kind.hits}


def test_an_empty_search_shows_the_form(client):
    response = client.get(URL)
    assert response.status_code == 200
    assert response.context["kinds"] == []


def test_hits_come_by_kind(client):
    SourceFactory(title="Supplier list 2025")
    response = client.get(URL, {"q": "supplier 2025"})
    assert [kind.listing.name for kind in response.context["shown"]] == ["sources"]
    assert "Supplier list 2025" in response.content.decode()
    assert response.context["total"] == 1


def test_one_kind_can_be_asked_for(client):
    SourceFactory(title="Supplier list")
    response = client.get(URL, {"q": "supplier", "kind": "sources"})
    assert [kind.listing.name for kind in response.context["shown"]] == ["sources"]


def test_what_cannot_be_followed_is_said(client):
    response = client.get(URL, {"q": "x", "kind": "rumours", "colour": "red"})
    assert sorted(response.context["problems"]) == ["colour", "kind"]
    assert "rumours" in response.content.decode()


def test_an_identifier_leads_to_its_record(client):
    source = SourceFactory()
    typed = source.public_id.lower().replace("-", " ")
    assert client.get(URL, {"q": typed}).headers["Location"] == source.get_absolute_url()


def test_the_identifier_of_a_merged_record_leads_to_the_survivor(client):
    survivor = SourceFactory()
    merged = SourceFactory(merged_into=survivor)
    assert client.get(URL, {"q": merged.public_id}).headers["Location"] == survivor.get_absolute_url()


def test_the_identifier_of_a_hidden_record_leads_nowhere(client):
    hidden = SourceFactory(private=True)
    response = client.get(URL, {"q": hidden.public_id})
    assert response.status_code == 200
    assert response.context["total"] == 0


def test_each_kind_keeps_its_own_visibility():
    SourceFactory(title="Secret letter", private=True)
    assert hits(UserFactory(), "secret letter") == {}
    assert hits(UserFactory(monitor=True), "secret letter") == {"sources": ["Secret letter"]}


def test_a_text_that_no_database_keeps_is_harmless(client):
    assert client.get(URL, {"q": "a\x00b"}).status_code == 200
    assert client.get(URL, {"q": "x" * 5000}).status_code == 200


def test_the_number_of_queries_does_not_grow(client):
    counts = []
    for number in (1, 2):
        for position in range(number):
            SourceFactory(title=f"Supplier list {number}{position}")
        client.get(URL)
        with CaptureQueriesContext(connection) as queries:
            client.get(URL, {"q": "supplier"})
        counts.append(len(queries))
    assert counts[0] == counts[1]
