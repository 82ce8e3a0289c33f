"""Saved searches are their owner's alone."""

import pytest

from core.models import SavedSearch
from tests.factories.core import SavedSearchFactory, UserFactory

pytestmark = pytest.mark.django_db

URL = "/searches/"


@pytest.fixture
def user(client):
    user = UserFactory()
    client.force_login(user)
    return user


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_a_search_is_saved_from_its_list(client, user):
    data = {"listing": "sources", "query": "kind=press&sort=title", "name": "Press"}
    response = client.post(URL, data)
    assert response.headers["Location"] == "/sources/?kind=press&sort=title"
    [search] = SavedSearch.objects.all()
    assert (search.owner, search.name, search.listing) == (user, "Press", "sources")
    assert client.get(search.get_absolute_url()).headers["Location"] == "/sources/?kind=press&sort=title"


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "Taken"])
def test_a_name_that_cannot_be_used_is_said(client, user, name):
    SavedSearchFactory(owner=user, listing="sources", name="Taken")
    response = client.post(URL, {"listing": "sources", "query": "", "name": name}, follow=True)
    assert SavedSearch.objects.count() == 1
    assert len(response.context["messages"]) == 1


def test_a_list_that_does_not_exist_is_said(client, user):
    response = client.post(URL, {"listing": "rumours", "query": "", "name": "Mine"}, follow=True)
    assert SavedSearch.objects.count() == 0
    assert len(response.context["messages"]) == 1


def test_one_sees_ones_own_only(client, user):
    SavedSearchFactory(owner=user, listing="sources", name="Mine")
    other = SavedSearchFactory(listing="sources", name="Theirs")
    page = client.get(URL).content.decode()
    assert "Mine" in page
    assert "Theirs" not in page
    for path in ("", "rename/", "delete/"):
        method = client.get if path == "" else client.post
        assert method(f"{URL}{other.public_id}/{path}", {"name": "x"}).status_code == 404


def test_a_search_can_be_renamed_and_deleted(client, user):
    search = SavedSearchFactory(owner=user, listing="sources", name="Old")
    SavedSearchFactory(owner=user, listing="sources", name="Taken")
    client.post(f"{URL}{search.public_id}/rename/", {"name": "New"})
    search.refresh_from_db()
    assert search.name == "New"
    client.post(f"{URL}{search.public_id}/rename/", {"name": "Taken"})
    search.refresh_from_db()
    assert search.name == "New"
    client.post(f"{URL}{search.public_id}/delete/")
    assert not SavedSearch.objects.filter(pk=search.pk).exists()


def test_a_search_of_a_list_that_is_gone_leads_back(client, user):
    search = SavedSearchFactory(owner=user, listing="gone")
    assert client.get(search.get_absolute_url()).headers["Location"] == URL
