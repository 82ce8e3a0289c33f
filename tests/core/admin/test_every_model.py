"""Every record can be administered, by administrators alone, in a fixed number of queries."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import SavedSearch
from tests.factories.core import UserFactory
from tests.test_factories import FACTORIES

# What somebody saved for themselves is nobody else's business.
NOT_ADMINISTERED = {SavedSearch}
MODELS = sorted(set(FACTORIES) - NOT_ADMINISTERED, key=lambda model: model._meta.label)
pytestmark = pytest.mark.django_db
PAGES = ("changelist", "add", "change", "history", "delete")
NEEDS = {"changelist": "view", "add": "add", "change": "view", "history": "view", "delete": "delete"}


def name(model):
    return model._meta.label_lower


def test_every_model_is_administered():
    own = {
        model
        for app in ("core", "supplychain", "procurement", "campaigns")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.endswith("Version")
    }
    assert own - set(admin.site._registry) == NOT_ADMINISTERED


@pytest.mark.parametrize("model", MODELS, ids=name)
def test_every_page_opens_where_something_can_be_done(desk, address, model):
    record = FACTORIES[model]()
    allowed = admin.site._registry[model].allows
    for page in PAGES:
        expected = 200 if NEEDS[page] in allowed else 403
        subject = model if page in ("changelist", "add") else record
        assert (page, desk.get(address(subject, page)).status_code) == (page, expected)


@pytest.mark.parametrize("model", MODELS, ids=name)
def test_a_list_needs_the_same_queries_for_one_row_and_for_three(desk, address, model):
    counts = []
    for rows in (1, 2):
        FACTORIES[model].create_batch(rows)
        desk.get(address(model, "changelist"))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert desk.get(address(model, "changelist")).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("model", MODELS, ids=name)
def test_every_list_can_be_searched(desk, address, model):
    FACTORIES[model]()
    assert desk.get(address(model, "changelist"), {"q": "Zürich 1"}).status_code == 200


@pytest.mark.parametrize("role", [None, "procurer", "partner", "monitor"])
def test_nobody_else_comes_in(client, role, address):
    client.force_login(UserFactory(role=role))
    assert client.get("/admin/").status_code in (302, 403)
    for model in MODELS:
        assert client.get(address(model, "changelist")).status_code in (302, 403)


def test_the_index_shows_all_apps(desk):
    page = desk.get("/admin/").content.decode()
    assert all(word in page for word in ("Factories", "Contracts", "Partners", "Organisations"))
