"""Drafts on the server."""

import datetime
import json
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from campaigns.models import ActivityDraft
from campaigns.services import drafts
from tests.factories.campaigns import ActivityDraftFactory, ActivityFactory

NOW = datetime.datetime(2026, 1, 15, 12, tzinfo=datetime.UTC)


def keep(client, number, fields):
    return client.post(f"/outreach/drafts/{number}/", json.dumps({"fields": fields}), content_type="application/json")


def test_a_draft_is_kept_as_typed_and_replaced_by_the_next(scene, phone):
    number = uuid.uuid4()
    assert keep(phone, number, {"name": ["Half a w"]}).json() == {"is_kept": True}
    keep(phone, number, {"name": ["Half a workshop\0"], "starts_on": ["no date"]})
    draft = ActivityDraft.objects.get()
    assert (draft.owner, draft.client_id) == (scene.user, number)
    assert draft.data == {"name": ["Half a workshop"], "starts_on": ["no date"]}


def test_two_people_with_the_same_number_have_a_draft_each(scene, phone):
    other = ActivityDraftFactory(data={"name": ["Theirs"]})
    keep(phone, other.client_id, {"name": ["Mine"]})
    other.refresh_from_db()
    assert other.data == {"name": ["Theirs"]}
    assert ActivityDraft.objects.count() == 2


def test_a_late_autosave_brings_no_draft_back(scene, phone):
    number = uuid.uuid4()
    ActivityFactory(client_id=number)
    assert keep(phone, number, {"name": ["Late"]}).json() == {"is_kept": False}
    assert not ActivityDraft.objects.exists()


def test_without_a_session_it_is_401(scene):
    assert keep(Client(), uuid.uuid4(), {}).status_code == 401


def test_what_is_too_long_is_422(phone):
    response = keep(phone, uuid.uuid4(), {"description": ["x" * drafts.MOST_CHARACTERS]})
    assert response.status_code == 422
    assert response.json()["detail"] == "This is too long to be kept."


def test_there_is_an_end_to_the_number_of_drafts(scene, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 1)
    kept = ActivityDraftFactory(owner=scene.user)
    with pytest.raises(ValidationError, match="You have 1 drafts"):
        drafts.keep_draft(owner=scene.user, client_id=uuid.uuid4(), fields={}, now=NOW)
    assert drafts.keep_draft(owner=scene.user, client_id=kept.client_id, fields={}, now=NOW) == kept


def test_the_own_draft_is_discarded_and_no_other(scene, phone):
    own, other = ActivityDraftFactory(owner=scene.user), ActivityDraftFactory()
    for draft in (own, own, other):
        response = phone.post(f"/outreach/drafts/{draft.client_id}/discard/")
        assert (response.status_code, response["Location"]) == (302, "/outreach/new/")
    assert list(ActivityDraft.objects.all()) == [other]
