"""The list of affiliations tells who has the next step and by when, to readers of contacts alone."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.enums import Role
from tests.factories import campaigns, core, procurement

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 3, 1)
ADDRESS = "/affiliations/"


@pytest.fixture
def moved(scene):
    """Affiliated, so that everybody sees the row, with an open next step."""
    scene.meet(next_step="Send the clauses", next_step_on=datetime.date(2026, 4, 1), body=scene.body)
    scene.move("affiliated", DAY, route="direct")
    return scene


def people(scene):
    coordinator = campaigns.PartnerFactory()
    campaigns.ProjectPartnerFactory(project=scene.project, partner=coordinator, role="lead")
    joined = campaigns.PartnerFactory()
    campaigns.ProjectPartnerFactory(project=scene.project, partner=joined)
    of = {name: body.organisation for name, body in (("coordinator", coordinator), ("other partner", joined))}
    return {
        "own": scene.user,
        "coordinator": core.UserFactory(role=Role.PARTNER, organisation=of["coordinator"]),
        "administrator": core.UserFactory(admin=True),
        "other partner": core.UserFactory(role=Role.PARTNER, organisation=of["other partner"]),
        "monitor": core.UserFactory(monitor=True),
        "buyer": core.UserFactory(role=Role.PROCURER, organisation=scene.procurer.organisation),
        "registered": core.UserFactory(),
    }


def test_the_columns_are_for_readers_of_contacts(moved, client):
    for name, user in people(moved).items():
        client.force_login(user)
        page = client.get(ADDRESS).content.decode()
        table = client.get(f"{ADDRESS}?format=csv").getvalue().decode()
        seen = name in ("own", "coordinator", "administrator")
        for text in (page, table):
            assert ("Send the clauses" in text) is seen, name
            assert (moved.user.name in text.replace("account", "")) is seen or name == "own", name
        assert ("next_step_on" in table) is (seen or name == "other partner"), name


def test_strangers_learn_nothing_by_filter_or_column(moved, client):
    for user in [None, *(user for name, user in people(moved).items() if name not in ("own", "coordinator"))]:
        if user is None:
            client.logout()
        else:
            client.force_login(user)
        found = client.get("/api/v1/affiliations/?next_step=open")
        if user is None or not user.memberships.filter(role__in=("partner", "admin")).exists():
            assert found.status_code == 400
            assert client.get(f"{ADDRESS}?cols=procurer,next_step").content.decode().count("Send the clauses") == 0
            assert "next_step" in client.get(f"{ADDRESS}?cols=next_step").context["selection"].problems["cols"][0]
        elif user.memberships.filter(role="partner").exists():
            assert found.json()["results"] == []


def test_readers_of_contacts_filter_by_what_is_open_or_overdue(moved, client):
    client.force_login(moved.user)
    later = procurement.ProcurerFactory(name="Town of Graz")
    moved.meet(procurer=later, next_step="Call", next_step_on=datetime.date(2099, 1, 1))
    moved.move("affiliated", DAY, procurer=later, route="direct")
    quiet = procurement.ProcurerFactory(name="Quiet Town")
    moved.move("affiliated", DAY, procurer=quiet, route="direct")

    def names(query):
        rows = client.get(f"/api/v1/affiliations/?{query}").json()["results"]
        return sorted(row["procurer"]["name"] for row in rows)

    assert names("next_step=open") == ["City of Ljubljana", "Town of Graz"]
    assert names("next_step=overdue") == ["City of Ljubljana"]
    assert names("next_step__not=open") == ["Quiet Town"]


def test_a_step_about_this_body_comes_before_one_about_none(moved, client):
    moved.meet(next_step="Anything", next_step_on=datetime.date(2026, 3, 5))
    client.force_login(moved.user)
    page = client.get(ADDRESS).content.decode()
    assert "Send the clauses" in page
    assert "Anything" not in page


def test_one_and_three_rows_take_the_same_queries(moved, client):
    client.force_login(moved.user)

    def queries():
        with CaptureQueriesContext(connection) as counted:
            assert client.get(ADDRESS).status_code == 200
        return len(counted)

    queries()
    one = queries()
    for _number in range(2):
        procurer = procurement.ProcurerFactory()
        moved.meet(procurer=procurer, next_step="Call", next_step_on=DAY)
        moved.move("affiliated", DAY, procurer=procurer, route="direct")
    assert queries() == one
