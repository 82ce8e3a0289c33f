"""The shape of the API's lists, on the list of sources."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.core import ApiTokenFactory, SourceFactory, UserFactory

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


def test_an_object_has_an_etag_and_is_not_sent_twice(client):
    source = SourceFactory(title="A list")
    address = f"{URL}{source.public_id}/"
    first = client.get(address)
    etag = first.headers["ETag"]
    again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    source.title = "Another title"
    source.save()
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_a_merged_object_redirects_for_ever(client):
    survivor = SourceFactory()
    merged = SourceFactory(merged_into=survivor)
    response = client.get(f"{URL}{merged.public_id}/")
    assert response.status_code == 301
    assert response.headers["Location"] == f"http://testserver{URL}{survivor.public_id}/"


@pytest.mark.parametrize("public_id", ["E-0000-0000-00", "nonsense"])
def test_an_object_that_does_not_exist_has_the_shape_of_errors(client, public_id):
    response = client.get(f"{URL}{public_id}/")
    assert response.status_code == 404
    assert response.json() == {"detail": "No record has this identifier.", "fields": {}}


def test_a_hidden_object_looks_like_one_that_does_not_exist(client):
    hidden = SourceFactory(private=True)
    response = client.get(f"{URL}{hidden.public_id}/")
    assert response.json() == {"detail": "No record has this identifier.", "fields": {}}


def test_an_objects_address_takes_no_parameters(client):
    response = client.get(f"{URL}{SourceFactory().public_id}/?colour=red")
    assert response.status_code == 400
    assert list(response.json()["fields"]) == ["colour"]


def test_other_methods_are_refused_in_the_shape_of_errors(client):
    response = client.post(URL)
    assert response.status_code == 405
    assert response.json()["fields"] == {}


def test_the_list_of_lists_names_them(client):
    assert client.get("/api/v1/").json()["sources"] == f"http://testserver{URL}"


def test_a_token_opens_what_its_owner_may_see(client):
    token = ApiTokenFactory(user=UserFactory(monitor=True))
    SourceFactory(private=True)
    assert client.get(URL).json()["count"] == 0
    assert client.get(URL, headers={"Authorization": f"Bearer {token.key}"}).json()["count"] == 1
    token.refresh_from_db()
    assert token.last_used_at is not None


@pytest.mark.parametrize("fault", ["unknown", "expired", "inactive"])
def test_a_token_that_is_not_in_force_is_refused(client, fault):
    token = ApiTokenFactory(
        user=UserFactory(is_active=fault != "inactive"),
        expires_at=timezone.now() - datetime.timedelta(days=1) if fault == "expired" else None,
    )
    key = "another" if fault == "unknown" else token.key
    response = client.get(URL, headers={"Authorization": f"Bearer {key}"})
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert response.json()["fields"] == {}


def test_the_number_of_queries_does_not_grow(client):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            SourceFactory()
        with CaptureQueriesContext(connection) as queries:
            client.get(URL)
        counts.append(len(queries))
    assert counts == [2, 2]
