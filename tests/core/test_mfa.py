"""Administrators change nothing by password alone."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from core.models import User
from tests.core.test_accounts import confirm, person, sign_in
from tests.factories.core import TOTP_SECRET, ApiTokenFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db
SETUP = "/accounts/2fa/totp/activate/"


def test_a_password_alone_does_not_open_the_administration(client: Client) -> None:
    user = person(admin=True, second_factor=False)
    assert sign_in(client, user) == "/"
    assert client.get("/admin/").headers["Location"] == SETUP
    assert client.get("/admin/core/source/add/").headers["Location"] == SETUP
    confirm(client)
    assert "Administrators need a second factor" in client.get(SETUP).content.decode()


def test_a_password_alone_writes_nothing(client: Client) -> None:
    user = person(admin=True, second_factor=False)
    sign_in(client, user)
    assert client.post("/account/", {"name": "New", "language": "en"}).headers["Location"] == SETUP
    assert not User.objects.filter(name="New").exists()
    refused = client.post("/api/v1/sources/")
    assert refused.status_code in (403, 404)


def test_a_password_alone_reads_no_restricted_record(client: Client) -> None:
    source = SourceFactory.create(private=True, title="Interview at the gate")
    client.force_login(UserFactory.create(admin=True, second_factor=False))
    assert client.get(source.get_absolute_url()).status_code == 404
    assert "Interview at the gate" not in client.get("/sources/?format=csv").getvalue().decode()
    assert client.get(f"/api/v1/sources/{source.public_id}/").status_code == 404
    client.force_login(UserFactory.create(admin=True))
    assert client.get(source.get_absolute_url()).status_code == 200


def test_a_token_of_an_administrator_by_password_alone_reads_no_restricted_record(client: Client) -> None:
    source = SourceFactory.create(private=True)
    token = ApiTokenFactory.create(user=UserFactory.create(admin=True, second_factor=False))
    bearer = {"Authorization": f"Bearer {token.key}"}
    assert client.get(f"/api/v1/sources/{source.public_id}/", headers=bearer).status_code == 404
    Authenticator.objects.create(user=token.user, type=Authenticator.Type.TOTP, data={"secret": TOTP_SECRET})
    assert client.get(f"/api/v1/sources/{source.public_id}/", headers=bearer).status_code == 200


def test_the_account_page_says_what_an_administrator_lacks(client: Client) -> None:
    client.force_login(UserFactory.create(admin=True, second_factor=False))
    assert f'<a href="{SETUP}">Set up the second factor</a>' in client.get("/account/").content.decode()
    client.force_login(UserFactory.create(admin=True))
    assert SETUP not in client.get("/account/").content.decode()


def test_an_administrator_may_still_read_leave_and_choose_the_language(client: Client) -> None:
    client.force_login(UserFactory.create(is_superuser=True, second_factor=False))
    assert client.get("/help/").status_code == 200
    assert client.post("/language/", {"language": "fr", "next": "/help/"}).headers["Location"] == "/fr/help/"
    assert client.post(reverse("account_logout")).headers["Location"] == "/"


def test_an_administrator_with_a_second_factor_may_go_on(client: Client) -> None:
    client.force_login(UserFactory.create(admin=True))
    assert client.get("/admin/").status_code == 200


def test_a_demonstration_asks_for_no_second_factor(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    client.force_login(UserFactory.create(admin=True, second_factor=False))
    assert client.get("/admin/").status_code == 200


def test_the_administration_has_no_login_of_its_own(client: Client) -> None:
    user = person(admin=True)
    assert client.get("/admin/").headers["Location"] == "/admin/login/?next=/admin/"
    answer = client.post("/admin/login/", {"username": user.email, "password": "whatever"})
    assert answer.headers["Location"].startswith("/accounts/login/?next=")


def test_others_are_turned_away_from_the_administration(client: Client) -> None:
    client.force_login(UserFactory.create(partner=True))
    assert client.get("/admin/login/").status_code == 403
    assert client.post("/account/", {"name": "New", "language": "en"}).status_code == 302
    assert User.objects.filter(name="New").exists()
