"""Histories tell nothing that their reader may not see, now or then."""

import datetime

import pytest
from django.urls import reverse

from core.enums import Role
from procurement.models import Contract, DisclosureRequest
from tests.factories import core, procurement
from tests.procurement.scene import build

pytestmark = pytest.mark.django_db


def history_of(client, kind, record, user=None):
    if user:
        client.force_login(user)
    else:
        client.logout()
    response = client.get(reverse(f"procurement:{kind}-history", args=[record.public_id]))
    assert response.status_code == 200
    # The address and the title of the page repeat what the record's own page shows.
    return " ".join(response.content.decode().split())


def test_lines_of_a_noticed_private_contract_do_not_come_to_light(client):
    scene = build("private", noticed=True)
    scene.line.description = "Secret laptops"
    scene.line.save()
    text = history_of(client, "contract", scene.contract)
    assert [word for word in ("Secret laptops", "Ultrabook") if word in text] == []
    assert "Secret laptops" in history_of(client, "contract", scene.contract, scene.member())


def test_a_title_from_before_the_notice_became_public_stays_hidden(client):
    scene = build("private")
    Contract.objects.filter(pk=scene.contract.pk).update(title="Working title")
    notice = core.SourceFactory(kind="notice")
    Contract.objects.filter(pk=scene.contract.pk).update(title="Laptops as announced", notice=notice)
    scene.contract.refresh_from_db()
    text = history_of(client, "contract", scene.contract)
    assert "Working title" not in text
    assert "Working title" in history_of(client, "contract", scene.contract, core.UserFactory(monitor=True))


def test_a_private_buyers_profile_does_not_come_to_light(client):
    scene = build("private")
    text = history_of(client, "procurer", scene.buyer)
    assert [word for word in ("We buy with care", "4321", "4,321") if word in text] == []
    assert "We buy with care" in history_of(client, "procurer", scene.buyer, scene.member())


def test_what_a_buyer_showed_once_is_hidden_with_the_rest(client):
    scene = build("public")
    scene.buyer.buyer_visibility = "private"
    scene.buyer.save()
    assert "We buy with care" not in history_of(client, "procurer", scene.buyer)


def test_steps_before_affiliation_and_notes_do_not_come_to_light(client):
    scene = build()
    hidden = ("Contacted", "Met at a fair", "Signed in secret")
    text = history_of(client, "affiliation", scene.affiliation)
    assert [word for word in hidden if word in text] == []
    for user in (core.UserFactory(partner=True), scene.member()):
        text = history_of(client, "affiliation", scene.affiliation, user)
        assert [word for word in hidden if word not in text] == []


def test_a_published_request_names_no_line_and_no_note(client):
    scene = build("private")
    DisclosureRequest.objects.filter(pk=scene.request.pk).update(note="They will not tell")
    text = history_of(client, "disclosure", scene.request)
    assert [word for word in ("Ultrabook", "They will not tell") if word in text] == []
    assert "They will not tell" in history_of(client, "disclosure", scene.request, scene.member())


def test_what_happened_before_a_request_was_published_stays_the_buyers(client):
    scene = build(published=False)
    request = scene.request
    request.reason, request.answer = "no_duty", "none"
    request.save()
    request.reason, request.is_published = "confidential", True
    request.save()
    assert "the contract has no such duty" not in history_of(client, "disclosure", request)
    monitor = core.UserFactory(role=Role.MONITOR)
    assert "the contract has no such duty" in history_of(client, "disclosure", request, monitor)


def test_a_private_source_does_not_come_to_light(client):
    source = core.SourceFactory(private=True, title="Leaked paper")
    contract = procurement.ContractFactory(buyer__public=True, source=source)
    affiliation = procurement.AffiliationFactory()
    procurement.AffiliationEventFactory(
        affiliation=affiliation, affiliated=True, source=source, happened_on=datetime.date(2026, 3, 1)
    )
    for kind, record in (("contract", contract), ("affiliation", affiliation)):
        assert "Leaked paper" not in history_of(client, kind, record)
        assert "Leaked paper" in history_of(client, kind, record, core.UserFactory(monitor=True))


def test_suppliers_have_a_history(client):
    scene = build()
    assert "Changes" in history_of(client, "supplier", scene.contract.supplier)
