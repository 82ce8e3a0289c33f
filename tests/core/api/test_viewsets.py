"""The shape of the API's lists, on the list of sources."""

import pytest

from tests.factories.core import SourceFactory

pytestmark = pytest.mark.django_db

URL = "/api/v1/sources/"


def test_a_list_comes_in_its_envelope(client):
    source = SourceFactory(title="Supplier list 2025")
    body = client.get(URL).json()
    assert {name: body[name] for name in ("count", "count_is_exact", "next", "previous")} == {
        "count": 1,
        "count_is_exact": True,
        "next": None,
        "previous": None,
    }
    [found] = body["results"]
    assert found["id"] == source.public_id
    assert found["url"] == f"http://testserver/api/v1/sources/{source.public_id}/"
    assert found["sources"] == []


def test_what_cannot_be_followed_is_named(client):
    response = client.get(f"{URL}?kind=rumour&colour=red&size=0")
    assert response.status_code == 400
    assert sorted(response.json()["fields"]) == ["colour", "kind", "size"]


def test_pages_join_without_gap(client):
    titles = [
        SourceFactory(title=f"Title {n}", published_on=None if n % 2 else f"2026-01-0{n + 1}").title for n in range(5)
    ]
    seen, url = [], f"{URL}?size=2&sort=-published"
    while url:
        body = client.get(url).json()
        seen += [found["title"] for found in body["results"]]
        url = body["next"]
    assert seen == ["Title 4", "Title 2", "Title 0", "Title 3", "Title 1"]
    assert sorted(seen) == titles
