"""Signing up, in and out, by the pages that people use."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from core.models import User
from tests.factories.core import PASSWORD, TOTP_SECRET, UserFactory

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "another-long-password"


def person(**kwargs: object) -> User:
    """Somebody whose address is confirmed."""
    user = UserFactory.create(**kwargs)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def sign_in(client: Client, user: User, password: str = PASSWORD) -> str:
    """Where signing in leads to; empty where it is refused."""
    answer = client.post(reverse("account_login"), {"login": user.email, "password": password})
    return answer.headers.get("Location", "")


def confirm(client: Client) -> None:
    """Give the password again, as sensitive steps ask for."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def code_of(secret: str) -> str:
    """The code of this moment, which a slow test may give in the next period."""
    _before, now, _after = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, now))


def link_in_mail() -> str:
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_signing_up_needs_the_link_that_is_sent(client: Client) -> None:
    fields = {"email": "ana@example.org", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert client.post(reverse("account_signup"), fields).headers["Location"] == "/accounts/confirm-email/"
    user = User.objects.get()
    assert sign_in(client, user, NEW_PASSWORD) == "/accounts/confirm-email/"
    assert mail.outbox[0].subject == "Fair ICT Tracker: Confirm your e-mail address"
    page = client.get(link_in_mail())
    assert "<strong>ana@example.org</strong>" in page.content.decode()
    client.post(link_in_mail())
    assert sign_in(client, user, NEW_PASSWORD) == "/"


def test_a_wrong_password_is_named_without_saying_whether_the_account_exists(client: Client) -> None:
    known, unknown = person(), UserFactory.build()
    pages = [
        client.post(reverse("account_login"), {"login": user.email, "password": "wrong"}).content.decode()
        for user in (known, unknown)
    ]
    assert all("error-summary-title" in page and "<title>Error: Sign in" in page for page in pages)
    errors = [re.findall(r'<div class="error-summary".*?</div>', page, re.S) for page in pages]
    assert errors[0] == errors[1]


def test_a_person_comes_back_to_the_chosen_language(client: Client) -> None:
    assert sign_in(client, person(language="fr")) == "/fr/"


def test_a_forgotten_password_is_replaced_by_the_link_that_is_sent(client: Client) -> None:
    user = person()
    client.post(reverse("account_reset_password"), {"email": user.email})
    form = client.get(link_in_mail(), follow=True)
    goal = form.redirect_chain[-1][0]
    client.post(goal, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert sign_in(client, user) == ""
    assert sign_in(client, user, NEW_PASSWORD) == "/"
    assert "no longer valid" in client.get(link_in_mail()).content.decode()


def test_somebody_without_account_is_told_so_by_mail_alone(client: Client) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert answer.headers["Location"] == "/accounts/password/reset/done/"
    assert mail.outbox[0].subject == "Fair ICT Tracker: There is no account with this address"


def test_signing_in_asks_for_the_second_factor(client: Client) -> None:
    user = person(admin=True)
    assert sign_in(client, user) == "/accounts/2fa/authenticate/"
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert "error-summary-title" in wrong
    assert client.get("/account/").headers["Location"].startswith("/accounts/login/")
    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(TOTP_SECRET)})
    assert answer.headers["Location"] == "/"
    assert client.get("/account/").status_code == 200


def test_an_app_is_set_up_with_recovery_codes_and_taken_away_again(client: Client) -> None:
    user = person()
    sign_in(client, user)
    confirm(client)
    page = client.get(reverse("mfa_activate_totp"))
    html = page.content.decode()
    assert 'src="data:image/svg+xml;base64,' in html
    code = code_of(page.context["form"].secret)
    answer = client.post(reverse("mfa_activate_totp"), {"code": code})
    assert answer.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert client.get(answer.headers["Location"]).content.decode().count("<li>") > 10
    assert "10 codes are left" in client.get(reverse("mfa_index")).content.decode()
    for name in ("mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_download_recovery_codes"):
        assert client.get(reverse(name)).status_code == 200
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("name", ["account_email", "account_change_password", "account_logout", "mfa_index"])
def test_pages_of_the_account_look_like_the_site(client: Client, name: str) -> None:
    sign_in(client, person())
    html = client.get(reverse(name)).content.decode()
    assert html.count("<h1") == 1
    assert 'class="site-band"' in html


def test_sensitive_steps_ask_for_the_password_again(client: Client) -> None:
    user = person()
    client.force_login(user)
    answer = client.get(reverse("mfa_activate_totp"))
    goal = answer.headers["Location"]
    assert goal.startswith("/accounts/reauthenticate/")
    assert client.get(goal).content.decode().count("<h1>") == 1
    done = client.post(goal, {"password": PASSWORD, "next": "/account/"})
    assert done.headers["Location"] == "/account/"


def test_demo_accounts_open_nothing_but_a_demonstration(client: Client, settings: Settings) -> None:
    user = person(is_demo=True)
    assert sign_in(client, user) == ""
    settings.DEMO = True
    assert sign_in(client, user) == "/"
    assert client.get("/account/").status_code == 200
    settings.DEMO = False
    assert client.get("/account/").status_code == 302


def test_demo_logins_are_offered_in_a_demonstration_only(client: Client, settings: Settings) -> None:
    assert "demo.example" not in client.get(reverse("account_login")).content.decode()
    settings.DEMO = True
    assert client.get(reverse("account_login")).content.decode().count("@demo.example</span>") == 4
