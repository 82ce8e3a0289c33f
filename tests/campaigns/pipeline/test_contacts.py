"""Recording contacts, on paper and on pages."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from campaigns.enums.pipeline import ContactStatus
from campaigns.models import InstitutionContact
from campaigns.services.pipeline import change_contact, complete_next_step
from core.enums import Role
from tests.campaigns.pipeline.conftest import TODAY
from tests.factories import campaigns, core, procurement

FUTURE = datetime.date(2026, 7, 1)


def refused(call):
    with pytest.raises(ValidationError) as error:
        call()
    return list(error.value.message_dict)


def test_who_records_it_is_in_charge_and_has_the_next_step(scene):
    contact = scene.meet(next_step="Send the offer", next_step_on=FUTURE)
    assert (contact.owner, contact.next_step_owner, contact.declared_held_on) == (scene.user, scene.user, TODAY)
    assert contact.versions.get().pgh_context.metadata["reason"] == "Met"
    done = complete_next_step(actor=scene.user, reason="Sent", contact=contact, today=TODAY)
    assert done.next_step_done_on == TODAY


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"held_on": FUTURE}, ["held_on"]),
        ({"next_step_on": FUTURE}, ["next_step"]),
        ({"next_step": "Call", "next_step_done_on": FUTURE}, ["next_step_done_on"]),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(scene, fields, names):
    assert refused(lambda: scene.meet(**fields)) == names


def test_what_is_planned_may_lie_ahead_and_takes_place_later(scene):
    contact = scene.meet(status=ContactStatus.SCHEDULED, held_on=FUTURE)
    assert contact.declared_held_on is None
    later = FUTURE + datetime.timedelta(days=1)
    change = {"actor": scene.user, "reason": "Held", "contact": contact}
    assert refused(lambda: change_contact(**change, today=TODAY, status=ContactStatus.COMPLETED)) == ["held_on"]
    assert change_contact(**change, today=later, status=ContactStatus.COMPLETED).declared_held_on == later


def test_strangers_are_not_in_charge_and_strange_partners_have_no_contacts(scene):
    assert refused(lambda: scene.meet(owner=core.UserFactory())) == ["owner"]
    assert "project" in refused(lambda: scene.meet(partner=campaigns.PartnerFactory(), owner=None))
    with pytest.raises(TypeError, match="public_id"):
        scene.meet(public_id="6-0000-0000-00")


def form_of(scene, **fields):
    participation = scene.project.participations.get(partner=scene.partner)
    given = {
        "institution": "City of Ljubljana",
        "kind": "phone",
        "status": "completed",
        "held_on": "2026-03-01",
        "subject": "First call",
        "participation": participation.pk,
    }
    return given | fields


def test_a_contact_is_recorded_by_the_form_and_stands_on_the_institutions_page(scene, client):
    client.force_login(scene.user)
    page = client.get(reverse("campaigns:contact-new"), {"procurer": scene.procurer.public_id}).content.decode()
    assert 'value="City of Ljubljana"' in page
    answer = client.post(reverse("campaigns:contact-new"), form_of(scene, next_step="Write", next_step_on="2026-03-05"))
    assert answer["Location"] == f"{scene.procurer.get_absolute_url()}#contacts"
    contact = InstitutionContact.objects.get()
    assert (contact.kind, contact.procurer, contact.partner) == ("phone", scene.procurer, scene.partner)
    text = client.get(scene.procurer.get_absolute_url()).content.decode()
    assert "First call" in text
    assert "Overdue" in text
    assert "City of Ljubljana" in client.get(reverse("campaigns:contact-new")).content.decode()
    client.post(reverse("campaigns:contact-done", args=[contact.public_id]))
    contact.refresh_from_db()
    assert contact.next_step_done_on is not None


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"institution": "Nowhere at all"}, "Nothing of this name is on record."),
        ({"institution": "6-0000"}, "Nothing of this name is on record."),
        ({"held_on": "2999-01-01"}, "What lies in the future is planned"),
        ({"subject": ""}, "This field is required."),
    ],
)
def test_the_form_says_what_is_wrong(scene, client, fields, message):
    client.force_login(scene.user)
    page = client.post(reverse("campaigns:contact-new"), form_of(scene, **fields)).content.decode()
    assert message in page
    assert not InstitutionContact.objects.exists()


def test_a_name_that_several_have_is_asked_back(scene, client):
    procurement.ProcurerFactory(name="Ljubljana Hospital")
    client.force_login(scene.user)
    page = client.post(reverse("campaigns:contact-new"), form_of(scene, institution="Ljubljana")).content.decode()
    assert "Write the name in full" in page
    identifier = client.post(reverse("campaigns:contact-new"), form_of(scene, institution=scene.procurer.public_id))
    assert identifier.status_code == 302


def test_a_contact_is_changed_by_its_partner_alone(scene, client):
    contact = scene.meet(note="Zanzibar")
    edit = reverse("campaigns:contact-edit", args=[contact.public_id])
    client.force_login(scene.user)
    assert "Zanzibar" in client.get(edit).content.decode()
    fields = form_of(scene, subject="Second call")
    assert client.post(edit, fields).status_code == 302
    assert "What lies in the future" in client.post(edit, fields | {"held_on": "2999-01-01"}).content.decode()
    coordinator = campaigns.PartnerFactory()
    campaigns.ProjectPartnerFactory(project=scene.project, partner=coordinator, role="lead")
    client.force_login(core.UserFactory(role=Role.PARTNER, organisation=coordinator.organisation))
    assert "Second call" in client.get(contact.get_absolute_url()).content.decode()
    assert client.post(edit, fields).status_code == 403
    client.force_login(core.UserFactory(partner=True))
    assert client.get(contact.get_absolute_url()).status_code == 404
    assert client.post(edit, fields).status_code == 404
    client.force_login(core.UserFactory())
    assert client.get(reverse("campaigns:contact-new")).status_code == 403
    assert client.get(reverse("campaigns:pipeline-move", args=[scene.procurer.public_id])).status_code == 403


def test_the_list_counts_what_is_overdue(scene, client):
    scene.meet(next_step="Call", next_step_on=datetime.date(2026, 3, 2))
    scene.meet(next_step="Call", next_step_on=datetime.date(2999, 3, 2), subject="Later one")
    client.force_login(scene.user)
    page = client.get(reverse("campaigns:contact-list")).content.decode()
    assert "1 next step overdue" in page
    overdue = client.get(reverse("campaigns:contact-list"), {"overdue": "yes"}).content.decode()
    assert "Later one" not in overdue
    results = client.get("/api/v1/contacts/").json()["results"]
    assert {row["subject"] for row in results} == {"About affiliation", "Later one"}
    client.logout()
    assert client.get("/api/v1/contacts/").json()["results"] == []


def test_a_contact_names_the_activity_at_which_it_took_place(scene, client):
    fair = campaigns.ActivityFactory(project=scene.project, lead=scene.partner, name="Fair of public buyers")
    hidden = campaigns.ActivityFactory(name="Somebody else's fair")
    client.force_login(scene.user)
    form = client.get("/contacts/new/").content.decode()
    assert f"Fair of public buyers ({fair.public_id})" in form
    assert hidden.name not in form
    values = {
        "participation": scene.project.participations.get(partner=scene.partner).pk,
        "institution": "City of Ljubljana",
        "kind": "event",
        "status": "completed",
        "held_on": "2026-03-01",
        "subject": "Met at the stand",
    }
    for text in (hidden.public_id, hidden.name, f"{hidden.name} ({hidden.public_id})"):
        assert list(client.post("/contacts/new/", values | {"activity": text}).context["form"].errors) == ["activity"]
    for text in (f"{fair.name} ({fair.public_id})", fair.public_id, "fair of public buyers"):
        assert client.post("/contacts/new/", values | {"activity": text}).status_code == 302
    contact = InstitutionContact.objects.filter(activity=fair).first()
    assert InstitutionContact.objects.filter(activity=fair).count() == 3
    assert fair.get_absolute_url() in client.get(contact.get_absolute_url()).content.decode()
    assert "Met at the stand" in client.get(fair.get_absolute_url()).content.decode()
    edit = f"{contact.get_absolute_url()}edit/"
    assert f'value="Fair of public buyers ({fair.public_id})"' in client.get(edit).content.decode()
    assert client.post(edit, values | {"activity": ""}).status_code == 302
    contact.refresh_from_db()
    assert contact.activity is None


def test_others_do_not_learn_from_an_activity_who_was_met_there(scene, client):
    fair = campaigns.ActivityFactory(project=scene.project, lead=scene.partner, approved=True)
    scene.meet(activity=fair, subject="Met at the stand")
    for user in (None, core.UserFactory(monitor=True), core.UserFactory(partner=True)):
        if user:
            client.force_login(user)
        assert "Met at the stand" not in client.get(fair.get_absolute_url()).content.decode()


def test_the_activity_is_one_of_the_project(scene):
    with pytest.raises(ValidationError) as refused:
        scene.meet(activity=campaigns.ActivityFactory(lead=scene.partner))
    assert list(refused.value.message_dict) == ["activity"]
    contact = scene.meet()
    with pytest.raises(IntegrityError) as broken, transaction.atomic():
        InstitutionContact.objects.filter(pk=contact.pk).update(activity=campaigns.ActivityFactory())
    assert broken.value.__cause__.diag.constraint_name == "campaigns_institutioncontact_activity_of_project"
