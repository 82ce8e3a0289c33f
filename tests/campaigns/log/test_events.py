"""Events with a code to scan."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from campaigns.models import EventPreset
from campaigns.services.events import save_event
from tests.factories.campaigns import ActivityFactory, EventPresetFactory, PartnerFactory
from tests.factories.core import UserFactory

LIST, NEW = "/outreach/events/", "/outreach/events/new/"


def values(scene, **given):
    return {
        "name": "Quokka Congress",
        "type": "congress",
        "starts_on": "2026-03-01",
        "city": "Bonn",
        "language": "ca",
        "project": scene.project.public_id,
        "lead": scene.partner.public_id,
    } | given


def test_a_partner_prepares_an_event_and_gets_its_code(scene, phone):
    response = phone.post(NEW, values(scene))
    event = EventPreset.objects.get()
    assert response["Location"] == event.get_absolute_url()
    assert (event.name, event.city, event.language, event.lead) == ("Quokka Congress", "Bonn", "ca", scene.partner)
    page = phone.get(event.get_absolute_url()).content.decode()
    assert f"http://testserver/outreach/new/?event={event.public_id}" in page
    assert 'class="qr"' in page
    assert "<title>QR code of the form</title>" in page


def test_the_own_event_is_changed_with_a_reason(scene, phone):
    event = EventPresetFactory(project=scene.project, lead=scene.partner, language="oc")
    address = f"{event.get_absolute_url()}edit/"
    assert '<option value="oc" selected>' in phone.get(address).content.decode()
    phone.post(address, values(scene, name="New name"))
    event.refresh_from_db()
    assert event.name == "New name"
    assert event.versions.order_by("-pgh_id").first().pgh_context.metadata["reason"] == "Changed the event"


def test_the_event_of_another_partner_is_read_and_not_changed(scene, phone):
    event = EventPresetFactory(project=scene.project, lead=scene.lead)
    assert phone.get(event.get_absolute_url()).status_code == 200
    assert "Change the event" not in phone.get(event.get_absolute_url()).content.decode()
    assert phone.post(f"{event.get_absolute_url()}edit/", values(scene)).status_code == 403


def test_a_merged_event_leads_to_the_one_that_stays(scene, phone):
    stays = EventPresetFactory(project=scene.project, lead=scene.partner)
    gone = EventPresetFactory(project=scene.project, lead=scene.partner, merged_into=stays)
    assert phone.get(f"/outreach/events/{gone.public_id}/edit/").status_code == 200
    assert stays.name in phone.get(f"/outreach/new/?event={gone.public_id}").content.decode()


@pytest.mark.parametrize("role", ["procurer", "monitor", None])
def test_others_have_nothing_to_do_with_events(scene, client, role):
    event = EventPresetFactory(project=scene.project)
    client.force_login(UserFactory(role=role))
    assert client.get(LIST).status_code == 403
    assert client.get(NEW).status_code == 403
    assert client.get(event.get_absolute_url()).status_code == 404
    assert Client().get(LIST).status_code == 302


def test_problems_are_said_by_field(scene, phone):
    page = phone.post(NEW, values(scene, starts_on="", ends_on="2026-01-01", name="")).content.decode()
    assert 'href="#id_name"' in page
    assert 'href="#id_starts_on"' in page
    page = phone.post(NEW, values(scene, ends_on="2026-01-01")).content.decode()
    assert "The last day is not before the first." in page
    assert not EventPreset.objects.exists()


def test_nobody_prepares_the_event_of_another_partner_or_project(scene):
    event = EventPresetFactory(project=scene.project, lead=scene.lead)
    stranger = PartnerFactory()
    plain = {"name": "X", "type": "congress", "starts_on": "2026-03-01", "project": scene.project}
    with pytest.raises(PermissionDenied):
        save_event(actor=scene.user, reason="Test", values={**plain, "lead": scene.partner}, event=event)
    with pytest.raises(ValidationError, match="your own organisation"):
        save_event(actor=scene.user, reason="Test", values={**plain, "lead": scene.lead})
    with pytest.raises(ValidationError, match="is not in the project"):
        save_event(actor=UserFactory(admin=True), reason="Test", values={**plain, "lead": stranger})
    with pytest.raises(ValidationError, match="is not in the project"):
        save_event(actor=scene.member(stranger), reason="Test", values={**plain, "lead": stranger})


def test_the_list_has_the_own_events_and_an_administrators_all(scene, phone, client):
    assert "no event yet" in phone.get(LIST).content.decode()
    EventPresetFactory(project=scene.project, lead=scene.partner, name="Own congress", is_online=True)
    EventPresetFactory(project=scene.project, lead=scene.lead, name="Their congress")
    page = phone.get(LIST).content.decode()
    assert "Own congress" in page
    assert "Their congress" not in page
    client.force_login(UserFactory(admin=True))
    assert "Their congress" in client.get(LIST).content.decode()


def test_the_page_lists_what_was_logged_there_as_far_as_one_may_see_it(scene, phone):
    event = EventPresetFactory(project=scene.project, lead=scene.partner)
    assert "Nothing yet that you may see." in phone.get(event.get_absolute_url()).content.decode()
    ActivityFactory(event=event, project=scene.project, lead=scene.partner, name="Own talk")
    ActivityFactory(event=event, project=scene.project, lead=PartnerFactory(), name="Their talk")
    page = phone.get(event.get_absolute_url()).content.decode()
    assert "Own talk" in page
    assert "Their talk" not in page


@pytest.mark.parametrize("is_list", [True, False])
def test_pages_ask_the_same_number_of_questions_with_one_and_three_rows(scene, phone, connection_queries, is_list):
    event = EventPresetFactory(project=scene.project, lead=scene.partner)

    def grow():
        EventPresetFactory(project=scene.project, lead=scene.partner)
        ActivityFactory(event=event, project=scene.project, lead=scene.partner)

    address = LIST if is_list else event.get_absolute_url()
    grow()
    one = connection_queries(lambda: phone.get(address))
    grow()
    grow()
    assert connection_queries(lambda: phone.get(address)) == one
