"""Advocacy: an action stands under its policy file with its outcome; signatures do not fall; no person is named."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.models import AdvocacyAction, PolicyFile, PolicyOutcome
from campaigns.services.advocacy import actions as services
from campaigns.services.advocacy.actions import ActionEntry
from core.enums import Role
from tests.factories import campaigns, core
from tests.factories.core import DAY
from tests.visibility.cast import Cast

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 3, 1)


def partner_user(partner):
    return core.UserFactory(role=Role.PARTNER, organisation=partner.organisation)


def test_a_meeting_logged_against_a_recommendation_stands_under_its_policy_file(client):
    cast, asked = Cast.assembled(), campaigns.PolicyRecommendationFactory(ask="Name the factories")
    maker = campaigns.DecisionMakerFactory(office="Rapporteur on procurement")
    client.force_login(partner_user(cast.own))
    address = reverse("campaigns:action-new", args=[asked.policy_file.public_id])
    assert client.get(f"{address}?recommendation={asked.pk}").status_code == 200
    data = {
        "kind": "meeting",
        "happened_on": "2026-02-03",
        "recommendation": asked.pk,
        "response": "They will look into it",
        "outcome": "partly",
        "decision_makers": [maker.pk],
        "project": cast.project.pk,
        "partner": cast.own.pk,
    }
    assert client.post(address, data)["Location"] == asked.policy_file.get_absolute_url()
    page = client.get(asked.policy_file.get_absolute_url()).content.decode()
    for text in ("Name the factories", "They will look into it", "Adopted in part", "Rapporteur on procurement"):
        assert text in page
    assert client.get("/api/v1/policies/?outcome=partly&stage=outcome").json()["count"] == 1
    action = AdvocacyAction.objects.get()
    edit = reverse("campaigns:action-edit", args=[action.pk])
    assert client.get(edit).status_code == 200
    client.post(edit, data | {"response": "They did", "decision_makers": [], "is_public": "on"})
    action.refresh_from_db()
    assert (action.response, action.is_public, action.addressees.count()) == ("They did", True, 0)
    client.force_login(partner_user(cast.other))
    assert client.get(edit).status_code == 403


def test_what_cannot_be_is_refused_beside_its_field(client):
    cast, asked = Cast.assembled(), campaigns.PolicyRecommendationFactory()
    entry = {"kind": "meeting", "partner": cast.own, "project": cast.project, "policy_file": asked.policy_file}
    arguments = {"actor": partner_user(cast.own), "reason": "x", "today": TODAY}
    with pytest.raises(ValidationError, match="has not taken place yet"):
        services.record_action(**arguments, entry=ActionEntry(happened_on=datetime.date(2026, 3, 2), **entry))
    stranger = campaigns.PolicyRecommendationFactory()
    with pytest.raises(ValidationError, match="another policy file"):
        services.record_action(**arguments, entry=ActionEntry(happened_on=DAY, recommendation=stranger, **entry))
    with pytest.raises(ValidationError, match="another policy file"):
        services.record_outcome(
            actor=None,
            reason="x",
            policy_file=asked.policy_file,
            state="adopted",
            decided_on=DAY,
            recommendation=stranger,
        )
    action = services.record_action(**arguments, entry=ActionEntry(happened_on=DAY, **entry))
    arguments["actor"] = partner_user(cast.joining)
    with pytest.raises(PermissionDenied):
        services.change_action(**arguments, action=action, entry=ActionEntry(happened_on=DAY, **entry))


@pytest.mark.parametrize("factory", [campaigns.AdvocacyActionFactory, campaigns.PolicyOutcomeFactory])
def test_the_database_refuses_the_recommendation_of_another_file(factory):
    row, stranger = factory(), campaigns.PolicyRecommendationFactory()
    with pytest.raises(IntegrityError, match="another policy file"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(recommendation=stranger)


def test_the_stage_follows_from_the_latest_step_or_decision():
    policy_file = campaigns.PolicyFileFactory()

    def now():
        row = PolicyFile.objects.with_stage_today().get(pk=policy_file.pk)
        return row.stage, row.since, row.outcome

    assert now() == (None, None, None)
    campaigns.PolicyStepFactory(policy_file=policy_file, stage="position_agreed", happened_on=DAY)
    assert now() == ("position_agreed", DAY, None)
    later = DAY + datetime.timedelta(days=5)
    services.record_outcome(actor=None, reason="x", policy_file=policy_file, state="rejected", decided_on=later)
    assert now() == ("outcome", later, "rejected")
    campaigns.PolicyStepFactory(policy_file=policy_file, stage="monitored", happened_on=later)
    assert now() == ("monitored", later, "rejected")


def test_signatures_do_not_become_fewer(client):
    petition = campaigns.PetitionFactory()
    arguments = {"actor": None, "reason": "x", "petition": petition, "today": TODAY}
    services.count_signatures(**arguments, counted_on=DAY, signatures=100)
    services.count_signatures(**arguments, counted_on=DAY, signatures=120)
    later = DAY + datetime.timedelta(days=1)
    with pytest.raises(ValidationError, match="do not become fewer"):
        services.count_signatures(**arguments, counted_on=later, signatures=119)
    with pytest.raises(ValidationError, match="has not come yet"):
        services.count_signatures(**arguments, counted_on=datetime.date(2026, 3, 2), signatures=200)
    services.count_signatures(**arguments, counted_on=later, signatures=120)
    page = client.get(petition.policy_file.get_absolute_url()).content.decode()
    assert "120 signatures up to 16 January 2026" in page


def test_partners_count_signatures_by_form_and_a_campaigns_petition_is_its_partners(client):
    cast = Cast.assembled()
    free, bound = (
        campaigns.PetitionFactory(),
        campaigns.PetitionFactory(campaign=campaigns.CampaignFactory(lead=cast.own)),
    )
    client.force_login(partner_user(cast.other))
    address = reverse("campaigns:petition-count", args=[free.pk])
    assert client.post(address, {"counted_on": "2026-01-15", "signatures": 7}).status_code == 302
    refused = client.post(address, {"counted_on": "2026-01-16", "signatures": 6}).content.decode()
    assert "do not become fewer" in refused
    assert client.get(reverse("campaigns:petition-count", args=[bound.pk])).status_code == 403
    assert client.get("/petitions/999999/signatures/").status_code == 404


def test_list_and_page_take_the_same_queries_for_one_and_three(client):
    first = campaigns.PolicyFileFactory()

    def grow(policy_file):
        asked = campaigns.PolicyRecommendationFactory(policy_file=policy_file)
        campaigns.PolicyStepFactory(policy_file=policy_file)
        campaigns.PolicyOutcomeFactory(policy_file=policy_file, recommendation=asked)
        campaigns.PositionFactory(policy_file=policy_file, is_public=True)
        campaigns.AdvocacyActionFactory(policy_file=policy_file, recommendation=asked, is_public=True)
        campaigns.PetitionCountFactory(petition__policy_file=policy_file)

    def visit(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    grow(first)
    addresses = ("/policy/?sort=title", first.get_absolute_url(), f"/api/v1/policies/{first.public_id}/")
    for address in addresses:
        visit(address)
    before = [visit(address) for address in addresses]
    for _ in range(2):
        grow(first)
        grow(campaigns.PolicyFileFactory())
    assert [visit(address.replace("title", "-title")) for address in addresses] == before
    assert PolicyOutcome.objects.count() == 5
