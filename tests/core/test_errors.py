"""Error pages: their own, with a way onward, and JSON for programs."""

from typing import Any

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config import urls
from tests.factories.core import UserFactory

BROKEN = {
    "400": BadRequest("no"),
    "403": PermissionDenied("no"),
    "500": ValueError("no"),
    "503": OperationalError("gone"),
}


def fail(request: HttpRequest, code: str) -> HttpResponse:
    raise BROKEN[code]


class Broken:
    """The site's addresses, and some that fail."""

    urlpatterns = [path("broken/<code>/", fail), path("api/v1/broken/<code>/", fail), *urls.urlpatterns]
    handler400 = urls.handler400
    handler403 = urls.handler403
    handler404 = urls.handler404
    handler500 = urls.handler500


@pytest.fixture
def client(settings: Any) -> Client:
    settings.ROOT_URLCONF = Broken
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "heading"),
    [
        ("400", "This request could not be read"),
        ("403", "You may not open this page"),
        ("404", "There is nothing at this address"),
        ("500", "Something went wrong here"),
        ("503", "The register is not available"),
    ],
)
@pytest.mark.parametrize("prefix", ["", "/api/v1"])
def test_each_error_has_its_page_and_programs_get_json(client: Client, code: str, heading: str, prefix: str) -> None:
    where = "nothing" if code == "404" else f"broken/{code}"
    answer = client.get(f"{prefix}/{where}/")
    assert answer.status_code == int(code)
    if prefix:
        assert set(answer.json()) == {"detail", "fields"}
    else:
        html = answer.content.decode()
        assert f"<h1>{heading}</h1>" in html
        assert 'href="/"' in html
        assert "Traceback" not in html


@pytest.mark.parametrize("code", ["400", "500", "503"])
def test_pages_for_a_broken_site_ask_the_database_nothing(client: Client, code: str) -> None:
    client.cookies["sessionid"] = "whatever"
    assert client.get(f"/broken/{code}/").status_code == int(code)


def test_an_unknown_host_name_gets_the_page_too(client: Client) -> None:
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "<h1>This request could not be read</h1>" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path_", ["/language/", "/api/v1/broken/403/"])
def test_a_form_without_token_is_refused_with_a_reason(path_: str, settings: Any) -> None:
    settings.ROOT_URLCONF = Broken
    answer = Client(enforce_csrf_checks=True).post(path_, {})
    assert answer.status_code == 403
    if path_.startswith("/api/"):
        assert answer.json()["detail"] == "The form's security token is missing or wrong."
    else:
        assert "<h1>This form could not be accepted</h1>" in answer.content.decode()


@pytest.mark.django_db
def test_who_is_signed_in_learns_which_account_lacks_the_right(client: Client) -> None:
    user = UserFactory.create()
    client.force_login(user)
    assert f"You are signed in as {user.email}" in client.get("/broken/403/").content.decode()
