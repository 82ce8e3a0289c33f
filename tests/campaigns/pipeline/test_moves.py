"""Steps of the pipeline: guards, grounds, order, history."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campaigns.enums.pipeline import ContactStatus
from campaigns.models import PipelineMove
from campaigns.services.pipeline import change_contact, move_stage
from procurement.models import AffiliationEvent, AffiliationEventVersion
from procurement.services.affiliations import record_affiliation_event
from tests.campaigns.pipeline.conftest import TODAY
from tests.factories import campaigns, core, procurement

DAY = datetime.date(2026, 4, 1)
BEFORE = datetime.date(2026, 3, 1)


def refused(call):
    with pytest.raises(ValidationError) as error:
        call()
    return error.value.message_dict


def test_encouraged_takes_a_contact_that_took_place_and_history_says_who_and_when(scene):
    assert list(refused(lambda: scene.move("encouraged", DAY))) == ["stage"]
    scene.meet(status=ContactStatus.SCHEDULED, held_on=datetime.date(2026, 7, 1))
    assert list(refused(lambda: scene.move("encouraged", DAY))) == ["stage"]
    scene.meet(held_on=datetime.date(2026, 4, 2))
    assert list(refused(lambda: scene.move("encouraged", DAY))) == ["stage"]
    assert not AffiliationEvent.objects.exists()
    contact = scene.meet(held_on=BEFORE)
    move = scene.move("encouraged", DAY)
    assert (move.contact, move.partner, move.event.happened_on) == (contact, scene.partner, DAY)
    version = AffiliationEventVersion.objects.get(pgh_obj=move.event)
    assert version.pgh_context.metadata == {"reason": "Told by the institution", "user": scene.user.pk}


def test_the_page_of_the_affiliation_tells_who_moved_it_and_when(scene, client):
    scene.meet()
    move = scene.move("encouraged", DAY)
    client.force_login(scene.user)
    address = move.event.affiliation.get_absolute_url()
    page = client.get(address).content.decode()
    assert "Own partner" in page
    assert "About affiliation" in page
    history = client.get(f"{address}history/").content.decode()
    assert "Told by the institution" in history


def test_the_guard_holds_for_every_way_of_recording(scene):
    at = {"procurer": scene.procurer, "body": scene.body, "stage": "encouraged", "happened_on": DAY, "today": TODAY}
    assert list(refused(lambda: record_affiliation_event(actor=None, reason="Told", **at))) == ["stage"]


def test_a_contact_about_another_body_is_no_ground(scene):
    other = core.OrganisationFactory()
    contact = scene.meet(body=other)
    assert list(refused(lambda: scene.move("encouraged", DAY))) == ["stage"]
    assert list(refused(lambda: scene.move("encouraged", DAY, contact=contact))) == ["contact"]


@pytest.mark.parametrize(
    "fields",
    [{"status": ContactStatus.CANCELLED}, {"held_on": datetime.date(2026, 4, 2)}],
)
def test_a_ground_is_a_contact_that_took_place_by_then(scene, fields):
    contact = scene.meet(**fields)
    assert list(refused(lambda: scene.move("contacted", DAY, contact=contact))) == ["contact"]


def test_the_partners_own_contact_is_the_ground_before_that_of_another(scene):
    own = scene.meet(held_on=BEFORE)
    other = campaigns.PartnerFactory()
    campaigns.ProjectPartnerFactory(project=scene.project, partner=other)
    scene.meet(partner=other, held_on=DAY, owner=None)
    assert scene.move("encouraged", DAY).contact == own


def test_a_contact_that_a_step_rests_on_stays_as_it_was(scene):
    contact = scene.meet()
    scene.move("encouraged", DAY)
    change = {"actor": scene.user, "reason": "Slip", "contact": contact, "today": TODAY}
    assert list(refused(lambda: change_contact(**change, status=ContactStatus.CANCELLED))) == ["status"]
    contact.refresh_from_db()
    assert list(refused(lambda: change_contact(**change, held_on=datetime.date(2026, 5, 1)))) == ["held_on"]
    contact.refresh_from_db()
    stranger = procurement.ProcurerFactory()
    assert list(refused(lambda: change_contact(**change, procurer=stranger))) == ["procurer"]
    contact.refresh_from_db()
    assert change_contact(**change, note="Added").note == "Added"


def test_a_partner_outside_the_project_moves_nothing(scene):
    assert list(refused(lambda: scene.move("contacted", DAY, partner=campaigns.PartnerFactory()))) == ["project"]


def test_days_go_forward_and_not_beyond_today(scene):
    scene.move("contacted", DAY)
    assert list(refused(lambda: scene.move("interested", BEFORE))) == ["happened_on"]
    assert list(refused(lambda: scene.move("interested", datetime.date(2026, 6, 2)))) == ["happened_on"]
    assert scene.move("interested", DAY).event.stage == "interested"


@pytest.mark.parametrize(
    ("before", "stage", "fields", "field"),
    [
        ((), "declined", {}, "stage"),
        ((), "renewed", {"route": "direct"}, "stage"),
        (("contacted",), "identified", {}, "stage"),
        (("contacted",), "renewed", {"route": "direct"}, "stage"),
        (("contacted",), "lapsed", {}, "stage"),
        (("contacted", "declined"), "renewed", {"route": "direct"}, "stage"),
        (("contacted",), "affiliated", {}, "route"),
        (("contacted",), "affiliated", {"route": "via_network"}, "via"),
    ],
)
def test_a_step_out_of_order_or_without_route_is_refused(scene, before, stage, fields, field):
    for earlier in before:
        scene.move(earlier, BEFORE)
    assert field in refused(lambda: scene.move(stage, DAY, **fields))


def test_nobody_affiliates_through_itself(scene):
    own = scene.procurer.organisation
    assert list(refused(lambda: scene.move("affiliated", DAY, route="via_network", via=own))) == ["via"]


def test_a_renewal_keeps_the_route(scene):
    scene.move("affiliated", BEFORE, route="direct")
    assert scene.move("renewed", DAY).event.route == "direct"
    scene.move("lapsed", datetime.date(2026, 5, 1))
    assert scene.move("contacted", datetime.date(2026, 5, 2)).event.stage == "contacted"


def test_nothing_happens_before_the_institution_existed(scene):
    scene.procurer.established_on = DAY
    scene.procurer.save()
    assert list(refused(lambda: scene.move("contacted", BEFORE))) == ["happened_on"]
    affiliation = procurement.AffiliationFactory(procurer=scene.procurer)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        procurement.AffiliationEventFactory(affiliation=affiliation, happened_on=BEFORE)
    assert error.value.__cause__.diag.constraint_name == "procurement_affiliationevent_after_establishment"


def test_an_institution_is_not_founded_after_its_steps(scene):
    scene.move("contacted", BEFORE)
    scene.procurer.established_on = DAY
    with pytest.raises(ValidationError, match="from before that day"):
        scene.procurer.full_clean()
    with pytest.raises(IntegrityError, match="older than the public buyer"), transaction.atomic():
        scene.procurer.save()


def test_a_dues_band_belongs_to_the_body(scene):
    affiliation = scene.move("contacted", DAY).event.affiliation
    affiliation.dues_band = procurement.DuesBandFactory()
    with pytest.raises(ValidationError, match="another body"):
        affiliation.full_clean()
    with pytest.raises(IntegrityError, match="another body"), transaction.atomic():
        affiliation.save()
    affiliation.dues_band = procurement.DuesBandFactory(body=scene.body)
    affiliation.save()


def test_a_move_is_written_once_with_its_step(scene):
    move = scene.move("contacted", DAY)
    assert PipelineMove.objects.get() == move
    assert str(move).startswith("Own partner: ")
    assert move_stage.__doc__
