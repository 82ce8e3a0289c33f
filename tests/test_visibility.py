"""Who may see what: every cell of docs/visibility.md, on every surface."""

import pkgutil
from importlib import import_module

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.base import BaseHandler
from django.test import Client, RequestFactory

from core.enums import Role
from tests import visibility
from tests.factories.core import OrganisationFactory, UserFactory
from tests.visibility.cast import Cast
from tests.visibility.scenes import BUILDERS, Probe
from tests.visibility.table import BUYING, rows

pytestmark = pytest.mark.django_db
# Every module of scenes registers its builders.
MODULES = [import_module(f"{visibility.__name__}.{found.name}") for found in pkgutil.iter_modules(visibility.__path__)]


@pytest.fixture
def stage(request):
    """Who is asked, and what the scene is built for: the buyer's organisation, or the cast of a campaign."""
    return buyers_stage() if request.param == BUYING else partners_stage()


def buyers_stage():
    organisation = OrganisationFactory(name="Quokka City")
    viewers = {
        "anonymous": AnonymousUser(),
        "registered": UserFactory(),
        "buyer": UserFactory(role=Role.PROCURER, organisation=organisation),
        "peer": UserFactory(role=Role.PROCURER),
        "partner": UserFactory(role=Role.PARTNER),
        "monitor": UserFactory(role=Role.MONITOR),
        "administrator": UserFactory(role=Role.ADMIN),
    }
    return organisation, viewers


def partners_stage():
    cast = Cast.assembled()
    viewers = {
        "anonymous": AnonymousUser(),
        "registered": UserFactory(),
        "buyer": UserFactory(role=Role.PROCURER, organisation=cast.buyer),
        "group member": UserFactory(role=Role.PROCURER, organisation=cast.member),
        "own partner": UserFactory(role=Role.PARTNER, organisation=cast.own.organisation),
        "co-partner": UserFactory(role=Role.PARTNER, organisation=cast.joining.organisation),
        "coordinator": UserFactory(role=Role.PARTNER, organisation=cast.coordinator.organisation),
        "other partner": UserFactory(role=Role.PARTNER, organisation=cast.other.organisation),
        "monitor": UserFactory(role=Role.MONITOR),
        "administrator": UserFactory(role=Role.ADMIN),
    }
    return cast, viewers


@pytest.fixture
def ask():
    """Function (user, path) -> body of what is found there, empty where nothing is to be seen.

    Straight through middleware and views: the test client would copy the context of every template.
    """
    handler = BaseHandler()
    handler.load_middleware()

    def body(browser: RequestFactory, path: str) -> str:
        response = handler.get_response(browser.get(path))
        assert response.status_code in (200, 302, 400, 401, 403, 404), (path, response.status_code)
        if response.status_code != 200:
            return ""
        return (b"".join(response.streaming_content) if response.streaming else response.content).decode()

    return body


def browser_of(user) -> RequestFactory:
    """A browser that is signed in as `user`."""
    client, browser = Client(), RequestFactory()
    if user.is_authenticated:
        client.force_login(user)
    browser.cookies = client.cookies
    return browser


def told(ask, user, probes: list[Probe]) -> dict[str, bool]:
    """What the surfaces show to `user`; each address is asked once."""
    browser = browser_of(user)
    bodies = {path: ask(browser, path) for path in {probe.path for probe in probes}}
    return {f"{probe.surface} {probe.path}: {probe.text}": probe.text in bodies[probe.path] for probe in probes}


@pytest.mark.parametrize(("row", "stage"), [(row, row.table) for row in rows()], ids=str, indirect=["stage"])
def test_everyone_sees_what_the_table_says_and_no_more(row, stage, ask):
    built_for, viewers = stage
    scene = BUILDERS[row.object, row.state](built_for)
    probes = [probe for probe in scene.probes if probe.exists]
    wrong = []
    for viewer, cell in row.cells.items():
        expected = {"yes": True, "no": False}.get(cell, cell)
        if scene.seen(viewers[viewer]) != expected:
            wrong.append(f"{viewer} in querysets, expected {cell}")
        shown = told(ask, viewers[viewer], probes)
        wrong += [f"{viewer}, expected {cell}: {place}" for place, found in shown.items() if found != (cell == "yes")]
    assert wrong == []


def test_every_row_has_a_scene_and_every_scene_a_row():
    assert {(row.object, row.state) for row in rows()} == set(BUILDERS)
