"""The frame of every page: languages, navigation, account."""

import pytest
from django.test import Client
from django.urls import reverse

from core.models import User
from tests.factories.core import UserFactory

pytestmark = pytest.mark.django_db
PAGES = ["core:home", "core:help", "core:accessibility", "core:privacy"]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_names_its_language_and_the_other(client: Client, name: str) -> None:
    path = reverse(name)
    html = client.get(f"{path}?q=1").content.decode()
    assert '<html lang="en">' in html
    assert f'<a href="/fr{path}?q=1" hreflang="fr" lang="fr">Français</a>' in html
    assert f'<link rel="alternate" hreflang="fr" href="http://testserver/fr{path}?q=1">' in html
    assert '<html lang="fr">' in client.get(f"/fr{path}").content.decode()


def test_a_signed_in_person_s_language_is_remembered(client: Client) -> None:
    user = UserFactory.create()
    client.force_login(user)
    answer = client.post(reverse("core:language"), {"language": "fr", "next": "/help/?a=1"})
    assert answer.headers["Location"] == "/fr/help/?a=1"
    assert User.objects.get().language == "fr"


@pytest.mark.parametrize(
    ("sent", "goal"),
    [
        ({"language": "xx", "next": "/help/"}, "/help/"),
        ({"language": "fr", "next": "https://elsewhere.example/"}, "/fr/"),
        ({}, "/"),
    ],
)
def test_a_language_switch_goes_nowhere_else(client: Client, sent: dict[str, str], goal: str) -> None:
    assert client.post(reverse("core:language"), sent).headers["Location"] == goal


def test_the_account_page_keeps_name_and_language(client: Client) -> None:
    user = UserFactory.create(name="")
    client.force_login(user)
    answer = client.post(reverse("core:account"), {"name": " Ana ", "language": "fr"})
    assert answer.headers["Location"] == "/fr/account/"
    user.refresh_from_db()
    assert (user.name, user.language) == ("Ana", "fr")


def test_the_account_page_says_what_is_wrong_first(client: Client) -> None:
    client.force_login(UserFactory.create())
    html = client.post(reverse("core:account"), {"name": "", "language": "xx"}).content.decode()
    assert '<a href="#id_language">' in html
    assert html.index("error-summary-title") < html.index("<h1>")
    assert 'aria-describedby="id_language_helptext id_language_error"' in html


def test_the_account_page_is_for_signed_in_people(client: Client) -> None:
    assert client.get(reverse("core:account")).headers["Location"] == "/accounts/login/?next=/account/"
