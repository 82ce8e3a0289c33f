"""The menu leaves out what is not there, marks one entry, and puts first what partners need."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.template import Context, Template
from django.test import override_settings
from django.urls import path

from core import navigation
from core.access import ANONYMOUS, Access
from core.navigation import Entry, navigation_for

urlpatterns: list[Any] = [path("help/", lambda request: HttpResponse(), name="help")]


def entries(menu: navigation.Navigation) -> list[navigation.ShownEntry]:
    return [*menu.own, *(entry for group in menu.groups for entry in group.entries), *menu.single]


def test_pages_that_do_not_exist_and_empty_groups_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "GROUPS", (navigation.Group("None", (Entry("nowhere", "A"),)),))
    monkeypatch.setattr(navigation, "SINGLE", (Entry("help", "B"), Entry("nowhere", "C")))
    with override_settings(ROOT_URLCONF=__name__):
        menu = navigation_for(ANONYMOUS, "/")
    assert [(entry.label, entry.url) for entry in entries(menu)] == [("B", "/help/")]
    assert menu.groups == ()


def test_one_entry_is_current_and_a_page_below_it_marks_it_too() -> None:
    for address, expected in (("/factories/", "page"), ("/factories/F-1/", "true"), ("/affiliations/A-1/", "true")):
        current = [entry for entry in entries(navigation_for(ANONYMOUS, address)) if entry.current]
        assert [entry.current for entry in current] == [expected]
        assert address.startswith(current[0].url)
    assert not [entry for entry in entries(navigation_for(ANONYMOUS, "/")) if entry.current]


def test_partners_and_administrators_find_their_own_pages_first() -> None:
    assert navigation_for(ANONYMOUS, "/").own == ()
    assert navigation_for(Access(is_partner=True), "/dashboard/").own[0].current == "page"
    assert navigation_for(Access(is_admin=True), "/").own[0].url == "/dashboard/"


def test_the_menu_is_drawn_without_a_request() -> None:
    html = Template("{% load shell %}{% navigation as menu %}{{ menu.groups|length }}").render(Context())
    assert html == "3"
