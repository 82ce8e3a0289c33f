"""Who reports, who approves, who closes a period, and what is refused in which words."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from campaigns.enums.results import PeriodState, UpdateState
from campaigns.models import ActivityIndicator, IndicatorUpdate
from campaigns.services.outreach import workflow
from campaigns.services.results.links import link_activity, unlink_activity
from campaigns.services.results.periods import guard_activity, lock_period, report_period, unlock_period
from campaigns.services.results.updates import (
    PartEntry,
    UpdateEntry,
    approve_update,
    change_update,
    record_update,
    return_update,
    submit_update,
)
from core.enums import Role
from tests.campaigns.results.scene import NOW, activity, actual, consortium
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db


def recorded(scene, entry=None, actor=None, partner=None):
    return record_update(
        actor=actor or scene.author,
        reason="Monthly report",
        period=scene.period,
        partner=partner or scene.partner,
        entry=entry or UpdateEntry(value=Decimal(40), text="From the list"),
        now=NOW,
    )


def approved(scene):
    update = submit_update(actor=scene.author, update=recorded(scene), now=NOW)
    return approve_update(actor=scene.coordinator, update=update, now=NOW)


def test_from_a_draft_to_approval_with_the_trail_of_it():
    scene = consortium()
    update = approved(scene)
    assert (update.state, update.approved_by, update.submitted_by) == ("approved", scene.coordinator, scene.author)
    assert actual(scene.period) == 40
    moves = list(update.decisions.values_list("from_state", "to_state", "actor"))
    people = (scene.author.pk, scene.author.pk, scene.coordinator.pk)
    assert moves == list(zip(("", "draft", "pending"), ("draft", "pending", "approved"), people, strict=True))
    back = return_update(actor=scene.coordinator, update=update, comment="Please name the lists.", now=NOW)
    assert (back.state, back.approved_by, back.approved_at) == ("returned", None, None)
    assert actual(scene.period) == 0
    changed = change_update(
        actor=scene.colleague,
        reason="Named the lists",
        update=back,
        entry=UpdateEntry(value=Decimal(39), parts=[PartEntry(Decimal(20), sex="f")]),
        now=NOW,
    )
    assert (changed.value, changed.parts.get().number, changed.author) == (39, 20, scene.author)


@pytest.mark.parametrize("person", ["author", "colleague", "stranger"])
def test_nobody_of_the_partner_and_no_other_partner_decides(person):
    scene = consortium()
    update = submit_update(actor=scene.author, update=recorded(scene), now=NOW)
    with pytest.raises(PermissionDenied):
        approve_update(actor=getattr(scene, person), update=update, now=NOW)
    with pytest.raises(PermissionDenied):
        return_update(actor=getattr(scene, person), update=update, comment="No", now=NOW)


def test_a_coordinator_does_not_approve_its_own_partner_and_an_administrator_not_what_they_recorded():
    scene = consortium()
    own = recorded(scene, actor=scene.coordinator, partner=scene.lead)
    own = submit_update(actor=scene.coordinator, update=own, now=NOW)
    second = core.UserFactory(role=Role.PARTNER, organisation=scene.lead.organisation)
    for person in (scene.coordinator, second):
        with pytest.raises(PermissionDenied):
            approve_update(actor=person, update=own, now=NOW)
    by_admin = submit_update(actor=scene.author, update=recorded(scene, actor=scene.admin), now=NOW)
    with pytest.raises(PermissionDenied):
        approve_update(actor=scene.admin, update=by_admin, now=NOW)
    assert approve_update(actor=scene.admin, update=own, now=NOW).state == UpdateState.APPROVED


def test_a_partner_reports_for_itself_and_in_its_projects_only():
    scene = consortium()
    with pytest.raises(PermissionDenied):
        recorded(scene, actor=scene.stranger)
    with pytest.raises(PermissionDenied):
        change_update(actor=scene.stranger, reason="x", update=recorded(scene), entry=UpdateEntry(), now=NOW)
    outside = campaigns.PartnerFactory()
    with pytest.raises(ValidationError) as refusal:
        recorded(scene, actor=scene.admin, partner=outside)
    assert list(refusal.value.message_dict) == ["partner"]


@pytest.mark.parametrize(
    ("trait", "entry", "fields"),
    [
        ({}, {}, ["value"]),
        ({}, {"value": Decimal(1), "narrative": "Much"}, ["narrative"]),
        ({}, {"value": Decimal(-1)}, ["value"]),
        ({"percentage": True}, {"numerator": Decimal(1)}, ["denominator"]),
        ({"percentage": True}, {"numerator": Decimal(3), "denominator": Decimal(2)}, ["numerator"]),
        ({"qualitative": True}, {"value": Decimal(1)}, ["narrative", "value"]),
        ({}, {"value": Decimal(1), "parts": [PartEntry(Decimal(2), sex="f")]}, ["parts"]),
    ],
)
def test_an_update_says_what_is_wrong_by_field(trait, entry, fields):
    scene = consortium(**trait)
    with pytest.raises(ValidationError) as refusal:
        recorded(scene, UpdateEntry(**entry))
    assert sorted(refusal.value.message_dict) == fields


def test_moves_start_where_they_may():
    scene = consortium()
    update = recorded(scene)
    with pytest.raises(ValidationError, match="Draft"):
        approve_update(actor=scene.coordinator, update=update, now=NOW)
    update = submit_update(actor=scene.author, update=update, now=NOW)
    with pytest.raises(ValidationError, match="Waiting"):
        change_update(actor=scene.author, reason="x", update=update, entry=UpdateEntry(value=Decimal(1)), now=NOW)
    with pytest.raises(ValidationError) as refusal:
        return_update(actor=scene.coordinator, update=update, comment=" ", now=NOW)
    assert list(refusal.value.message_dict) == ["comment"]


def test_periods_are_locked_reported_and_opened_with_a_reason_by_the_coordinator():
    scene = consortium()
    lock_period(actor=scene.coordinator, reason="First report", period=scene.period)
    report_period(actor=scene.coordinator, reason="Sent", period=scene.period)
    assert scene.period.state == PeriodState.REPORTED
    with pytest.raises(ValidationError, match="Reported"):
        lock_period(actor=scene.coordinator, reason="Again", period=scene.period)
    with pytest.raises(ValidationError) as refusal:
        unlock_period(actor=scene.coordinator, reason=" ", period=scene.period)
    assert list(refusal.value.message_dict) == ["reason"]
    with pytest.raises(PermissionDenied):
        unlock_period(actor=scene.author, reason="Please", period=scene.period)
    unlock_period(actor=scene.admin, reason="An activity was forgotten", period=scene.period)
    told = scene.period.versions.order_by("pgh_id").last().pgh_context.metadata
    assert (told["reason"], told["user"]) == ("An activity was forgotten", scene.admin.pk)


def test_a_locked_period_refuses_updates_with_the_reason():
    scene = consortium()
    waiting = submit_update(actor=scene.author, update=recorded(scene), now=NOW)
    lock_period(actor=scene.coordinator, reason="First report", period=scene.period)
    with pytest.raises(ValidationError) as refusal:
        recorded(scene)
    assert "is closed (Locked)" in refusal.value.message_dict["period"][0]
    with pytest.raises(ValidationError, match="is closed"):
        approve_update(actor=scene.coordinator, update=waiting, now=NOW)
    assert IndicatorUpdate.objects.count() == 1


@pytest.mark.parametrize("of_parent", [False, True])
def test_what_a_locked_period_counts_is_neither_approved_returned_unlocked_nor_deleted(of_parent):
    scene = consortium()
    whole = scene.indicator
    if of_parent:
        scene.indicator = campaigns.IndicatorFactory(result=whole.result, parent=whole)
    counted = activity(scene, None, approved=True)
    waiting = activity(scene, None, state="submitted", submitted_by=scene.author)
    lock_period(actor=scene.coordinator, reason="First report", period=scene.period)
    with pytest.raises(ValidationError, match="is closed"):
        workflow.approve(actor=scene.coordinator, activity=waiting, now=NOW)
    with pytest.raises(ValidationError, match="is closed"):
        workflow.return_(actor=scene.coordinator, activity=counted, comment="No", now=NOW)
    with pytest.raises(ValidationError, match="is closed"):
        guard_activity(counted, "")
    workflow.return_(actor=scene.coordinator, activity=waiting, comment="Too late", now=NOW)
    workflow.lock(actor=scene.coordinator, activity=counted, now=NOW)
    with pytest.raises(ValidationError, match="is closed"):
        workflow.unlock(actor=scene.coordinator, activity=counted, comment="Open", now=NOW)
    guard_activity(campaigns.ActivityFactory(approved=True), "returned")
    guard_activity(waiting, "")


def test_the_lead_links_its_activity_until_it_counts_and_the_coordinator_afterwards():
    scene = consortium()
    made = campaigns.ActivityFactory(project=scene.project, lead=scene.partner)
    with pytest.raises(PermissionDenied):
        link_activity(actor=scene.stranger, activity=made, indicator=scene.indicator)
    link = link_activity(actor=scene.author, activity=made, indicator=scene.indicator)
    unlink_activity(actor=scene.colleague, link=link)
    type(made).objects.filter(pk=made.pk).update(state="approved", approved_at=NOW)
    with pytest.raises(PermissionDenied):
        link_activity(actor=scene.author, activity=made, indicator=scene.indicator)
    link_activity(actor=scene.coordinator, activity=made, indicator=scene.indicator)
    assert actual(scene.period) == 1
    with pytest.raises(ValidationError, match="already"):
        link_activity(actor=scene.coordinator, activity=made, indicator=scene.indicator)


def test_links_that_make_no_sense_are_refused_in_words():
    scene = consortium()
    made = campaigns.ActivityFactory(project=scene.project, lead=scene.partner)
    other = campaigns.IndicatorFactory()
    told = campaigns.IndicatorFactory(result=scene.indicator.result, qualitative=True)
    for indicator, words in ((other, "another project"), (told, "lives on updates")):
        with pytest.raises(ValidationError, match=words):
            link_activity(actor=scene.author, activity=made, indicator=indicator)
    link = link_activity(actor=scene.author, activity=made, indicator=scene.indicator)
    lock_period(actor=scene.coordinator, reason="First report", period=scene.period)
    with pytest.raises(ValidationError, match="is closed"):
        unlink_activity(actor=scene.author, link=link)
    assert ActivityIndicator.objects.count() == 1
