"""History pages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.history import change
from core.models import Organisation
from core.views.history import history_url
from tests.factories.core import OrganisationFactory, OrganisationIdentifierFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


def renamed(organisation, name, reason="Register of 2026"):
    with change(actor=UserFactory(admin=True, name="Ada Admin"), reason=reason, batch="XTEST"):
        organisation.name = name
        organisation.save()
    return organisation


def test_the_page_tells_what_changed_and_why_but_names_no_person(client):
    organisation = renamed(OrganisationFactory(name="Acme"), "Acme AG")
    page = client.get(history_url(organisation)).content.decode()
    for text in ("<del>Acme</del>", "<ins>Acme AG</ins>", "an administrator", "Register of 2026", "import XTEST"):
        assert text in page
    assert "Ada Admin" not in page


def test_administrators_read_names(client):
    organisation = renamed(OrganisationFactory(name="Acme"), "Acme AG")
    client.force_login(UserFactory(admin=True))
    assert "Ada Admin" in client.get(history_url(organisation)).content.decode()


def test_two_versions_are_compared(client):
    organisation = renamed(renamed(OrganisationFactory(name="One"), "Two"), "Three")
    newest, _middle, first = (pk for pk, _when in client.get(history_url(organisation)).context["versions"])
    response = client.get(history_url(organisation), {"from": first, "to": newest})
    assert [(c.before, c.after) for c in response.context["comparison"]] == [("One", "Three")]
    same = client.get(history_url(organisation), {"from": first, "to": first}).content.decode()
    assert "do not differ" in same


@pytest.mark.parametrize("asked", [{"from": "1"}, {"from": "a", "to": "b"}, {"from": 1, "to": 0}, {"after": "x"}])
def test_what_does_not_exist_is_not_found(client, asked):
    assert client.get(history_url(OrganisationFactory()), asked).status_code == 404


def test_a_hidden_record_has_no_history_page(client):
    source = SourceFactory(private=True)
    assert client.get(history_url(source)).status_code == 404
    client.force_login(UserFactory(monitor=True))
    assert client.get(history_url(source)).status_code == 200


def test_the_history_of_a_merged_record_leads_to_the_survivor(client):
    survivor, merged = OrganisationFactory(), OrganisationFactory()
    Organisation.objects.filter(pk=merged.pk).update(merged_into=survivor)
    response = client.get(history_url(merged))
    assert (response.status_code, response.url) == (301, history_url(survivor))


def test_longer_histories_go_on_on_another_page(client):
    organisation = OrganisationFactory()
    for number in range(60):
        renamed(organisation, f"Name {number}")
    first = client.get(history_url(organisation))
    second = client.get(history_url(organisation), {"after": first.context["timeline"].next})
    assert len(first.context["timeline"].entries) == 50
    assert len(second.context["timeline"].entries) == 11
    assert second.context["timeline"].next == ""


def test_the_number_of_queries_is_the_same_for_one_change_and_for_three(client):
    organisation = OrganisationFactory()
    counts = []
    for rounds in (2, 4):
        for number in range(rounds):
            OrganisationIdentifierFactory(organisation=organisation)
            renamed(organisation, f"{organisation.name}{number}")
        with CaptureQueriesContext(connection) as captured:
            client.get(history_url(organisation))
        counts.append(len(captured))
    assert counts[0] == counts[1]
