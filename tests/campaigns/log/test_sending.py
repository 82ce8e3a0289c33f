"""What a device sends: recorded once, by who wrote it, with a token, or refused with the reason."""

import json
import uuid

import pytest
from django.test import Client

from campaigns.models import Activity
from campaigns.services.drafts import MOST_CHARACTERS
from tests.factories.campaigns import ActivityDraftFactory, ActivityFactory
from tests.factories.core import UserFactory

SEND = "/outreach/send/"


def send(client, message, **kwargs):
    return client.post(SEND, json.dumps(message), content_type="application/json", **kwargs)


def test_the_session_tells_who_is_signed_in_and_gives_a_token(scene, phone):
    response = phone.get("/outreach/session/")
    assert response.json()["user"] == scene.user.pk
    assert len(response.json()["csrf"]) == 64
    assert "no-store" in response["Cache-Control"]
    assert Client().get("/outreach/session/").json()["user"] is None


def test_a_new_entry_is_created_and_known_the_second_time(scene, phone):
    message = scene.message()
    draft = ActivityDraftFactory(owner=scene.user, client_id=message["id"])
    first = send(phone, message)
    activity = Activity.objects.get()
    assert first.status_code == 201
    answer = {"id": activity.public_id, "url": activity.get_absolute_url(), "name": "Workshop on fair laptops"}
    assert first.json() == answer
    assert activity.author == scene.user
    assert not type(draft).objects.exists()
    second = send(phone, scene.message(uuid.UUID(message["id"]), name="Another title"))
    assert (second.status_code, second.json()) == (200, answer)
    assert Activity.objects.count() == 1


def test_only_what_is_sent_from_the_open_form_is_thanked_for_on_the_next_page(scene, phone):
    send(phone, scene.message())
    assert "is saved." not in phone.get("/help/").content.decode()
    send(phone, scene.message(name="Another thing entirely") | {"is_shown": True})
    assert "is saved." in phone.get("/help/").content.decode()


def test_refusals_are_given_by_field(scene, phone):
    response = send(phone, scene.message(name="", count_participants="-1", country="XX"))
    assert response.status_code == 422
    assert set(response.json()["fields"]) >= {"name", "country"}
    assert not Activity.objects.exists()


def test_a_similar_record_is_named(scene, phone):
    ActivityFactory(
        project=scene.project, lead=scene.lead, name="Workshop on fair laptops", city="Bonn", starts_on="2026-01-15"
    )
    response = send(phone, scene.message())
    assert response.status_code == 422
    assert list(response.json()["fields"]) == ["is_another"]
    assert response.json()["similar"] == [
        {"name": "Workshop on fair laptops", "about": "Quokka Watch, 2026-01-15, Bonn"}
    ]
    assert send(phone, scene.message(is_another="on")).status_code == 201


def test_without_a_session_it_is_401(scene):
    assert send(Client(), scene.message()).status_code == 401


def test_what_somebody_else_wrote_is_403(scene, phone):
    response = send(phone, scene.message(owner=scene.member()))
    assert response.status_code == 403
    assert response.json()["detail"] == "Somebody else wrote this. Only they can send it."
    assert not Activity.objects.exists()


def test_who_may_not_log_is_403(scene, client):
    buyer = UserFactory(role="procurer")
    client.force_login(buyer)
    assert send(client, scene.message(owner=buyer)).status_code == 403


def test_a_number_of_somebody_else_is_refused(scene, phone):
    number = uuid.uuid4()
    ActivityFactory(project=scene.project, lead=scene.lead, client_id=number, author=scene.member(scene.lead))
    response = send(phone, scene.message(number))
    assert response.status_code == 422
    assert "client_id" in response.json()["fields"]


def test_a_request_without_the_token_is_forged(scene):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(scene.user)
    token = browser.get("/outreach/session/").json()["csrf"]
    assert send(browser, scene.message()).status_code == 403
    assert send(browser, scene.message(), headers={"X-CSRFToken": token}).status_code == 201


@pytest.mark.parametrize("body", ["", "{", "[]", "7", "\xff"])
def test_what_is_no_message_is_400(phone, body):
    assert phone.post(SEND, body, content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    "change",
    [
        {"id": "7"},
        {"id": None},
        {"fields": None},
        {"fields": {"name": "text"}},
        {"fields": {"name": [1]}},
        {"fields": {"name": ["x" * MOST_CHARACTERS]}},
    ],
)
def test_what_no_form_sends_is_400(scene, phone, change):
    assert send(phone, scene.message() | change).status_code == 400


def test_what_is_far_too_long_is_413(scene, phone):
    assert send(phone, scene.message(description="x" * 300_000)).status_code == 413


def test_looking_at_the_address_is_not_allowed(phone):
    assert phone.get(SEND).status_code == 405


def test_it_takes_few_questions(scene, phone, django_assert_max_num_queries):
    with django_assert_max_num_queries(75):
        send(phone, scene.message())
