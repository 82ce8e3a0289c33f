"""Coordinators keep consortia and pacts on pages; what members are affiliated with follows."""

import datetime

import pytest
from django.utils import timezone

from campaigns.models import Adherence
from core.enums import Role
from procurement.models import AffiliationEvent, ConsortiumMember
from procurement.services.affiliations import record_affiliation_event
from tests.factories import campaigns, core, procurement

pytestmark = pytest.mark.django_db
JOINED = datetime.date(2026, 1, 10)


@pytest.fixture
def coordinator(db):
    lead = campaigns.PartnerFactory(name="Coordinating partner")
    campaigns.ProjectFactory(lead=lead)
    return core.UserFactory(role=Role.PARTNER, organisation=lead.organisation)


@pytest.fixture
def consortium(db):
    return procurement.ProcurerFactory(name="Buying Together", level="consortium")


@pytest.fixture
def pact(db):
    return core.OrganisationFactory(name="Circular and Fair ICT Pact")


def told(procurer):
    events = AffiliationEvent.objects.filter(affiliation__procurer=procurer).order_by("happened_on", "pk")
    return [(event.stage, event.happened_on) for event in events]


def affiliated(consortium):
    record_affiliation_event(
        actor=None,
        reason="Signed",
        procurer=consortium,
        body=core.OrganisationFactory(name="Electronics Watch"),
        stage="affiliated",
        route="direct",
        happened_on=JOINED,
        today=timezone.localdate(),
    )


def test_a_member_joins_follows_and_leaves_on_the_page_of_its_consortium(client, coordinator, consortium):
    affiliated(consortium)
    member = procurement.ProcurerFactory(name="City of Graz")
    client.force_login(coordinator)
    page = client.get(consortium.get_absolute_url()).content.decode()
    new = f"/procurers/{consortium.public_id}/members/new/"
    assert new in page
    values = {"member": "City of Graz", "joined_on": "2026-02-01", "reason": "Minutes of February"}
    answer = client.post(new, values)
    assert answer.url == f"{consortium.get_absolute_url()}#consortium"
    assert told(member) == [("affiliated", datetime.date(2026, 2, 1))]
    membership = ConsortiumMember.objects.get()
    end = f"/procurers/{consortium.public_id}/members/{membership.pk}/end/"
    assert end in client.get(consortium.get_absolute_url()).content.decode()
    assert "City of Graz" in client.get(end).content.decode()
    assert client.post(end, {"left_on": "2026-03-01", "reason": "Letter"}).status_code == 302
    assert told(member)[1:] == [("lapsed", datetime.date(2026, 3, 1))]
    again = client.post(end, {"left_on": "2026-04-01", "reason": "Letter"})
    assert "This membership has ended already." in again.content.decode()


def test_what_cannot_be_is_refused_at_its_field(client, coordinator, consortium):
    procurement.ProcurerFactory(name="City of Graz")
    client.force_login(coordinator)
    new = f"/procurers/{consortium.public_id}/members/new/"
    day = {"joined_on": "2026-02-01", "reason": "Minutes"}
    client.post(new, day | {"member": "City of Graz"})
    refused = {
        "member": [{"member": "Buying Together"}, {"member": "Nobody at all"}],
        "joined_on": [{"member": "City of Graz"}, {"member": "City of Graz", "joined_on": "2099-01-01"}],
        "left_on": [{"member": "City of Graz", "left_on": "2026-01-01"}],
        "reason": [{"member": "City of Graz", "joined_on": "2025-01-01", "left_on": "2025-02-01", "reason": ""}],
    }
    for field, cases in refused.items():
        for values in cases:
            form = client.post(new, day | values).context["form"]
            assert list(form.errors) == [field], values
    assert ConsortiumMember.objects.count() == 1


def test_an_organisation_joins_a_pact_as_what_it_may_and_leaves(client, coordinator, pact):
    buyer = procurement.ProcurerFactory(name="City of Ghent").organisation
    ngo = campaigns.PartnerFactory(name="Fair Wires").organisation
    client.force_login(coordinator)
    assert "/adherences/new/" in client.get("/adherences/").content.decode()
    known = client.get(f"/adherences/new/?organisation={buyer.public_id}&body={pact.public_id}").content.decode()
    assert 'value="City of Ghent"' in known
    assert f'value="{pact.name}"' in known
    values = {"body": pact.name, "kind": "participant", "joined_on": "2026-02-01", "reason": "Signed"}
    refused = client.post("/adherences/new/", values | {"organisation": ngo.name}).context["form"]
    assert refused.errors == {"kind": ["NGOs and campaign partners can only be supporters."]}
    client.post("/adherences/new/", values | {"organisation": ngo.name, "kind": "supporter"})
    client.post("/adherences/new/", values | {"organisation": buyer.public_id})
    assert dict(Adherence.objects.values_list("organisation__name", "kind")) == {
        "Fair Wires": "supporter",
        "City of Ghent": "participant",
    }
    twice = client.post("/adherences/new/", values | {"organisation": buyer.name}).context["form"]
    assert twice.errors == {"organisation": ["This organisation is in the pact already."]}
    itself = client.post("/adherences/new/", values | {"organisation": pact.name}).context["form"]
    assert list(itself.errors) == ["body"]
    leaving = Adherence.objects.get(organisation=buyer)
    end = f"{leaving.get_absolute_url()}end/"
    assert end in client.get(leaving.get_absolute_url()).content.decode()
    early = client.post(end, {"left_on": "2026-02-01", "reason": "Letter"}).context["form"]
    assert early.errors == {"left_on": ["An organisation leaves after it joined."]}
    client.post(end, {"left_on": "2026-05-01", "reason": "Letter"})
    leaving.refresh_from_db()
    assert leaving.left_on == datetime.date(2026, 5, 1)
    assert end not in client.get(leaving.get_absolute_url()).content.decode()
    assert "left the pact already" in client.post(end, {"left_on": "2026-06-01", "reason": "x"}).content.decode()


def test_others_than_coordinators_and_administrators_read_only(client, consortium, pact):
    membership = procurement.ConsortiumMemberFactory(consortium=consortium)
    adherence = campaigns.AdherenceFactory(body=pact)
    addresses = (
        f"/procurers/{consortium.public_id}/members/new/",
        f"/procurers/{consortium.public_id}/members/{membership.pk}/end/",
        "/adherences/new/",
        f"{adherence.get_absolute_url()}end/",
    )
    for address in addresses:
        client.logout()
        assert "/accounts/login/" in client.get(address).url
        for user in (core.UserFactory(), core.UserFactory(partner=True), core.UserFactory(monitor=True)):
            client.force_login(user)
            assert client.get(address).status_code == 403
            assert client.post(address, {"reason": "No"}).status_code == 403
        client.force_login(core.UserFactory(admin=True))
        assert client.get(address).status_code == 200
    client.force_login(core.UserFactory(partner=True))
    for address in (consortium.get_absolute_url(), adherence.get_absolute_url(), "/adherences/"):
        page = client.get(address).content.decode()
        assert "members/new" not in page
        assert "adherences/new" not in page
        assert "end/" not in page


def test_the_administration_leaves_memberships_to_the_page(client, consortium):
    membership = procurement.ConsortiumMemberFactory(consortium=consortium)
    client.force_login(core.UserFactory(admin=True))
    assert client.get("/admin/procurement/consortiummember/add/").status_code == 403
    address = f"/admin/procurement/consortiummember/{membership.pk}/change/"
    assert f"{consortium.get_absolute_url()}#consortium" in client.get(address).content.decode()
    assert client.post(address, {"left_on": "2026-06-01"}).status_code == 403
    assert client.post(f"/admin/procurement/consortiummember/{membership.pk}/delete/").status_code == 403


def test_the_administration_refuses_days_to_come_in_a_pact(client, pact):
    client.force_login(core.UserFactory(admin=True))
    buyer = procurement.ProcurerFactory().organisation
    values = {"organisation": buyer.pk, "body": pact.pk, "kind": "participant", "change_reason": "Signed"}
    page = client.post("/admin/campaigns/adherence/add/", values | {"joined_on": "2099-01-01"}).content.decode()
    assert "This day lies in the future." in page
