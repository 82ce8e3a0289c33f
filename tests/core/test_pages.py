"""Text pages and the gallery of components."""

from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_the_gallery_shows_every_component_in_each_state(client: Client) -> None:
    html = client.get(reverse("core:gallery")).content.decode()
    for mark in ("mark-confirmed", "mark-suspected", "mark-unanswered", "mark-gap", "demo-badge", "empty-state"):
        assert mark in html
    for level in ("info", "success", "warning", "error"):
        assert f"notice-{level}" in html
    assert html.count("<h1") == 1


def test_help_explains_each_basis_and_what_it_leaves_open(client: Client) -> None:
    html = client.get(reverse("core:help")).content.decode()
    assert html.count("mark-confirmed") == 4
    assert html.count("mark-suspected") == 5
    assert "That the site makes the model you buy" in html


def test_help_names_the_address_for_questions_where_there_is_one(client: Client, settings: Any) -> None:
    assert "mailto:" not in client.get(reverse("core:help")).content.decode()
    settings.CONTACT_EMAIL = "register@example.org"
    assert 'href="mailto:register@example.org"' in client.get(reverse("core:help")).content.decode()


@pytest.mark.parametrize("name", ["core:home", "core:help", "core:accessibility", "core:privacy", "core:gallery"])
def test_text_pages_are_only_read(client: Client, name: str) -> None:
    assert client.get(reverse(name)).status_code == 200
    assert client.head(reverse(name)).status_code == 200
    assert client.post(reverse(name)).status_code == 405


def test_breadcrumbs_stand_only_where_there_is_a_way() -> None:
    source = "{% load shell %}{% breadcrumbs %}{{ inside }}{% endbreadcrumbs %}"
    render = Template(source).render
    assert render(Context({"inside": " "})) == ""
    assert "<ol>&lt;li&gt;</ol>" in render(Context({"inside": "<li>"}))
    assert (
        Template("{% load shell %}{% breadcrumbs %}<nav>x</nav>{% endbreadcrumbs %}").render(Context())
        == "<nav>x</nav>"
    )
