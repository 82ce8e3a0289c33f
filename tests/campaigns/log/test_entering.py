"""The page that logs outreach, without scripts."""

import datetime
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from campaigns.models import Activity, ActivityDraft
from campaigns.services.outreach import recording
from tests.factories.campaigns import (
    ActivityDraftFactory,
    ActivityFactory,
    ActivityPartnerFactory,
    EventPresetFactory,
    PartnerFactory,
    WorkPackageFactory,
)
from tests.factories.core import UserFactory

NEW = "/outreach/new/"


def shown(response) -> str:
    return " ".join(response.content.decode().split())


def test_who_is_not_signed_in_is_asked_to(scene):
    response = Client().get(NEW)
    assert response.status_code == 302
    assert response["Location"] == "/accounts/login/?next=/outreach/new/"


@pytest.mark.parametrize("role", ["procurer", "monitor", None])
def test_only_partners_and_administrators_log(scene, client, role):
    client.force_login(UserFactory(role=role))
    assert client.get(NEW).status_code == 403
    assert client.post(NEW, scene.fields()).status_code == 403
    assert not Activity.objects.exists()


def test_an_administrator_may_log_for_any_partner(scene, client):
    client.force_login(UserFactory(admin=True))
    page = shown(client.get(NEW))
    assert "Quokka Watch</option>" in page
    client.post(NEW, scene.fields() | {"client_id": str(uuid.uuid4())})
    assert Activity.objects.get().lead == scene.partner


def test_the_page_shows_three_steps_and_starts_with_today_the_project_and_the_own_organisation(scene, phone):
    response = phone.get(NEW)
    page = shown(response)
    assert response["X-Outreach-Form"] == "1"
    assert "no-store" in response["Cache-Control"]
    assert page.count("data-step ") == 3
    assert f'value="{timezone.localdate().isoformat()}"' in page
    assert f'value="{scene.project.public_id}" selected' in page
    assert f'value="{scene.partner.public_id}" selected' in page


def test_a_plain_post_records_and_leads_to_the_activity(scene, phone):
    number = uuid.uuid4()
    response = phone.post(NEW, scene.fields() | {"client_id": str(number)})
    activity = Activity.objects.get()
    assert response.status_code == 302
    assert response["Location"] == activity.get_absolute_url()
    assert activity.client_id == number
    assert activity.author == scene.user
    assert activity.state == "done"
    assert activity.counts.get().number == 24


def test_what_is_planned_is_no_deed(scene, phone):
    later = timezone.localdate() + datetime.timedelta(days=20)
    phone.post(NEW, scene.fields(is_done="no", starts_on=later, count_participants=""))
    assert Activity.objects.get().state == "planned"


def test_pressed_twice_is_recorded_once(scene, phone):
    sent = scene.fields() | {"client_id": str(uuid.uuid4())}
    first, second = phone.post(NEW, sent), phone.post(NEW, sent)
    assert first["Location"] == second["Location"]
    assert Activity.objects.count() == 1
    page = shown(phone.get("/help/"))
    assert "was saved before" in page


def test_after_saving_one_can_go_on_from_there(scene, phone):
    phone.post(NEW, scene.fields())
    activity = Activity.objects.get()
    page = shown(phone.get("/help/"))
    assert f'<a href="/outreach/new/?like={activity.public_id}">Log another one here</a>' in page
    page = shown(phone.get(f"{NEW}?like={activity.public_id}"))
    assert 'value="Bonn"' in page
    assert f'value="{activity.starts_on.isoformat()}"' in page
    assert "Workshop on fair laptops" not in page


def test_the_record_of_another_partner_is_no_model(scene, phone):
    other = ActivityFactory(project=scene.project, lead=scene.lead)
    assert phone.get(f"{NEW}?like={other.public_id}").status_code == 404


def test_problems_stand_first_and_beside_their_fields(scene, phone):
    response = phone.post(NEW, scene.fields(name="", starts_on="2026-02-31", count_participants="-3"))
    page = shown(response)
    assert response.status_code == 200
    assert "X-Outreach-Form" not in response
    assert "<title>Error: Log outreach" in page
    assert '<a href="#id_name">' in page
    assert '<a href="#id_starts_on">' in page
    assert not Activity.objects.exists()


def test_a_number_of_somebody_else_is_refused(scene, phone):
    number = uuid.uuid4()
    ActivityFactory(project=scene.project, lead=scene.lead, client_id=number, author=scene.member(scene.lead))
    response = phone.post(NEW, scene.fields() | {"client_id": str(number)})
    assert "belongs to somebody else" in shown(response)


def test_a_number_that_is_none_is_refused(scene, phone):
    assert phone.post(NEW, scene.fields() | {"client_id": "7"}).status_code == 200
    assert not Activity.objects.exists()


def test_what_the_service_refuses_after_all_is_said(scene, phone, monkeypatch):
    def refuse(*args, **kwargs):
        raise ValidationError({"lead": "Not this one."})

    monkeypatch.setattr(recording, "check_entry", refuse)
    assert "Not this one." in shown(phone.post(NEW, scene.fields()))


def test_a_similar_record_is_shown_before_saving_and_saved_when_told_apart(scene, phone):
    ActivityFactory(
        project=scene.project, lead=scene.lead, name="A workshop on fair laptops", city="Bonn", starts_on="2026-01-15"
    )
    page = shown(phone.post(NEW, scene.fields()))
    assert "A workshop on fair laptops: Quokka Watch, 15 January 2026, Bonn" in page
    assert '<a href="#id_is_another">' in page
    assert Activity.objects.count() == 1
    phone.post(NEW, scene.fields(is_another="on"))
    assert Activity.objects.count() == 2


def test_drafts_are_listed_continued_and_gone_once_recorded(scene, phone):
    draft = ActivityDraftFactory(owner=scene.user, data={"name": ["Half a <workshop>"], "co_partners": []})
    ActivityDraftFactory(data={"name": ["Of somebody else"]})
    page = shown(phone.get(NEW))
    assert "Half a &lt;workshop&gt;" in page
    assert "Of somebody else" not in page
    page = shown(phone.get(f"{NEW}?draft={draft.client_id}"))
    assert 'value="Half a &lt;workshop&gt;"' in page
    assert f'value="{draft.client_id}"' in page
    assert "Your drafts" not in page
    phone.post(NEW, scene.fields() | {"client_id": str(draft.client_id)})
    assert not ActivityDraft.objects.filter(owner=scene.user).exists()


@pytest.mark.parametrize("number", ["7", "3397579d-9aa8-4f90-a2ba-850dced6692e"])
def test_a_draft_that_is_not_there_is_not_found(phone, number):
    assert phone.get(f"{NEW}?draft={number}").status_code == 404


def test_the_draft_of_somebody_else_is_not_found(phone):
    assert phone.get(f"{NEW}?draft={ActivityDraftFactory().client_id}").status_code == 404


def test_an_event_fills_in_day_place_and_language(scene, phone):
    event = EventPresetFactory(
        project=scene.project,
        lead=scene.lead,
        name="Quokka Congress",
        starts_on="2026-01-14",
        ends_on="2026-01-15",
        city="Bonn",
        language="ca",
    )
    page = shown(phone.get(f"{NEW}?event={event.public_id}"))
    assert "Quokka Congress" in page
    assert 'value="2026-01-14"' in page
    assert 'value="ca" selected' in page
    assert f'name="event" value="{event.public_id}"' in page
    # Who works for another partner logs for that one.
    assert f'value="{scene.partner.public_id}" selected' in page
    phone.post(NEW, scene.fields(event=event.public_id))
    assert Activity.objects.get().event == event


def test_on_a_day_of_the_event_the_day_is_today(scene, phone):
    today = timezone.localdate()
    start, end = today - datetime.timedelta(days=1), today + datetime.timedelta(days=1)
    event = EventPresetFactory(project=scene.project, lead=scene.partner, starts_on=start, ends_on=end)
    page = shown(phone.get(f"{NEW}?event={event.public_id}"))
    assert f'name="starts_on" value="{today.isoformat()}"' in page


def test_an_unknown_event_is_not_found(phone):
    assert phone.get(f"{NEW}?event=7-0000-0000-00").status_code == 404


def test_recent_values_come_first(scene, phone):
    ally = PartnerFactory(name="Zebra Allies")
    PartnerFactory(name="Aardvark Allies")
    activity = ActivityFactory(
        project=scene.project, lead=scene.partner, author=scene.user, type="webinar", city="Lyon", language="oc"
    )
    ActivityPartnerFactory(activity=activity, partner=ally)
    page = shown(phone.get(NEW))
    assert '<optgroup label="Used lately"> <option value="webinar">Webinar</option>' in page
    assert 'data-city="Lyon"' in page
    assert '<option value="oc">' in page
    assert page.index("Zebra Allies") < page.index("Aardvark Allies")


def test_the_page_asks_the_same_number_of_questions_with_one_and_three_of_everything(scene, phone, connection_queries):
    def grow():
        ActivityFactory(project=scene.project, lead=scene.partner, author=scene.user, city="Lyon")
        ActivityDraftFactory(owner=scene.user)
        WorkPackageFactory(project=scene.project)
        EventPresetFactory(project=scene.project)
        PartnerFactory()

    grow()
    one = connection_queries(lambda: phone.get(NEW))
    grow()
    grow()
    assert connection_queries(lambda: phone.get(NEW)) == one
