"""The form of an activity."""

import datetime

import pytest
from django.http import QueryDict

from campaigns.forms.outreach import ActivityForm
from campaigns.models import Activity
from tests.campaigns.outreach.conftest import NOW, TODAY
from tests.factories import campaigns, core, procurement


@pytest.fixture
def typed(world):
    """What the author types, as a browser sends it; lists are sent several times."""

    def type_(user="author", activity=None, **changes):
        values = {
            "project": world.project.public_id,
            "lead": world.lead.public_id,
            "type": "training",
            "name": "Training for multipliers",
            "starts_on": "2026-02-10",
            "is_done": "on",
        } | changes
        data = QueryDict(mutable=True)
        for name, value in values.items():
            data.setlist(name, value if isinstance(value, list) else [value])
        return ActivityForm(data, user=world.users[user], today=TODAY, activity=activity)

    return type_


def save(form):
    assert form.is_valid(), form.errors
    return form.save(reason="Logged", now=NOW)


def test_the_smallest_entry_is_kept(typed):
    recorded = save(typed())
    assert recorded.is_new
    assert (recorded.activity.state, recorded.activity.counts.count()) == ("done", 0)


def test_everything_is_taken(typed, world):
    core.CountryFactory(code="DE")
    buyer = procurement.ProcurerFactory(organisation__name="City of Graz")
    hall = procurement.ContractFactory(title="Laptops", buyer__buyer_visibility="public")
    package = campaigns.WorkPackageFactory(project=world.project)
    form = typed(
        country="DE",
        ends_on="2026-02-11",
        language="de",
        work_package=str(package.pk),
        co_partners=[world.joining.public_id, world.other.public_id],
        procurers=f"city of graz\n{buyer.public_id}",
        contracts=f"Anything ({hall.public_id})",
        stops="2026-02-10; Graz; de; Hall\n2026-02-11; Linz",
        count_participants="40",
        count_participants__is_estimate="on",
        count_participants__sex_f="25",
        count_participants__sex_unknown="1",
        count_participants__age_18_24="40",
        count_participants__countries="DE 20; fr: 5",
        count_unique_reach_est="900",
    )
    core.CountryFactory(code="FR")
    activity = save(form).activity
    assert {partner.pk for partner in activity.co_partners.all()} == {world.joining.pk, world.other.pk}
    assert (list(activity.procurers.all()), list(activity.contracts.all())) == ([buyer], [hall])
    assert [(stop.city, stop.country_id, stop.venue) for stop in activity.stops.all()] == [
        ("Graz", "DE", "Hall"),
        ("Linz", None, ""),
    ]
    parts = {(row.measure, row.sex, row.age_band, row.country_id): row.number for row in activity.counts.all()}
    assert parts == {
        ("participants", "", "", None): 40,
        ("participants", "f", "", None): 25,
        ("participants", "unknown", "", None): 1,
        ("participants", "", "18_24", None): 40,
        ("participants", "", "", "DE"): 20,
        ("participants", "", "", "FR"): 5,
        ("unique_reach_est", "", "", None): 900,
    }
    assert all(row.is_estimate for row in activity.counts.all())


@pytest.mark.parametrize(
    ("changes", "field", "text"),
    [
        (
            {"count_participants": "4", "count_participants__sex_f": "5"},
            "count_participants",
            "more than the total of 4",
        ),
        ({"count_participants": "-1"}, "count_participants", "not below zero"),
        ({"count_participants": "9999999"}, "count_participants", "the most that is taken here is 1,000,000"),
        ({"count_participants": "4.5"}, "count_participants", "Give a whole number"),
        ({"count_participants__sex_f": "5"}, "count_participants", "Give the total as well"),
        (
            {"count_participants": "5", "count_participants__countries": "many"},
            "count_participants__countries",
            "“many” is not a",
        ),
        (
            {"count_participants": "5", "count_participants__countries": "QQ 1"},
            "count_participants__countries",
            "code QQ",
        ),
        (
            {"count_participants": "5", "count_participants__countries": "DE -1"},
            "count_participants__countries",
            "not below zero",
        ),
        ({"starts_on": "2026-03-02"}, "starts_on", "still to come"),
        ({"starts_on": "1.2.2026"}, "starts_on", "“1.2.2026” is not known here"),
        ({"ends_on": "2026-02-09"}, "ends_on", "not before the first"),
        ({"starts_on": "2020-01-01"}, "starts_on", "Make ICT Fair began on"),
        ({"name": ""}, "name", "required"),
        ({"name": "x" * 301}, "name", "at most 300"),
        ({"project": "W-nothing"}, "project", "valid choice"),
        ({"procurers": "Nowhere"}, "procurers", "“Nowhere” is not on record."),
        ({"procurers": "Twin"}, "procurers", "Several are called “Twin”"),
        ({"procurers": "\n".join(map(str, range(201)))}, "procurers", "Name at most 200."),
        ({"stops": "soon; Graz"}, "stops", "“soon” is not a date"),
        ({"stops": "2026-02-10; Graz; QQ"}, "stops", "code QQ"),
        ({"client_id": "7"}, "client_id", "valid UUID"),
    ],
)
def test_what_is_wrong_is_said_on_its_field(typed, changes, field, text):
    core.CountryFactory(code="DE")
    for _ in range(2):
        procurement.ProcurerFactory(organisation__name="Twin")
    form = typed(**changes)
    assert not form.is_valid()
    assert list(form.errors) == [field]
    assert text in form.errors[field][0]


def test_only_own_partners_and_projects_are_offered(typed, world):
    elsewhere = campaigns.ProjectFactory(lead=world.coordinator)
    form = typed(lead=world.other.public_id, project=elsewhere.public_id)
    assert set(form.errors) == {"lead", "project"}
    assert typed("administrator", lead=world.other.public_id).is_valid()


def test_several_wrongs_are_all_said(typed, world):
    form = typed(
        co_partners=[world.lead.public_id], count_participants="1", count_participants__sex_f="2", count_trained="-4"
    )
    assert set(form.errors) == {"co_partners", "count_participants", "count_trained"}


def test_an_activity_comes_back_as_it_was_entered(typed, world):
    core.CountryFactory(code="DE")
    buyer, contract = procurement.ProcurerFactory(), procurement.ContractFactory()
    event = campaigns.EventPresetFactory(project=world.project, lead=world.lead)
    activity = save(
        typed(
            "administrator",
            procurers=buyer.public_id,
            contracts=contract.public_id,
            event=event.public_id,
            co_partners=[world.joining.public_id],
            stops="2026-02-10; Graz; DE; Hall\n2026-02-10; Linz",
            count_participants="40",
            count_participants__sex_f="25",
            count_participants__countries="DE 20",
            is_announced="on",
        )
    ).activity
    campaigns.AudienceCountFactory(activity=activity, number=3, sex="f", age_band="18_24")
    Activity.objects.filter(pk=activity.pk).update(latitude=47.07, longitude=15.43)
    activity.refresh_from_db()
    before = {row.pk: row.number for row in activity.counts.all()}
    blank = ActivityForm(user=world.users["author"], today=TODAY, activity=activity)
    assert blank["stops"].value() == "2026-02-10; Graz; DE; Hall\n2026-02-10; Linz"
    assert blank["procurers"].value() == f"{buyer} ({buyer.public_id})"
    assert blank["contracts"].value() == ""
    again = {name: blank[name].value() for name in blank.fields if blank[name].value() not in (None, "", False)}
    form = typed("author", activity, **{name: str(v) if not isinstance(v, list) else v for name, v in again.items()})
    activity = save(form).activity
    activity.refresh_from_db()
    assert {row.pk: row.number for row in activity.counts.all()} == before
    assert list(activity.contracts.all()) == [contract], "what the author may not see stays named"
    assert (activity.event, activity.is_announced, activity.latitude) == (event, True, 47.07)
    assert activity.stops.count() == 2


def test_what_the_service_refuses_stands_in_the_form(typed, world):
    number = "0b2a5d4e-7a0d-4f57-9a43-6f0d0c8b7e11"
    save(typed("colleague", client_id=number))
    form = typed(client_id=number)
    assert form.is_valid()
    assert form.save(reason="Logged", now=NOW) is None
    assert form.errors == {"client_id": ["This number belongs to somebody else's record. Start a new one."]}


def test_the_form_finds_what_is_recorded_already(typed, world):
    other = campaigns.ActivityFactory(
        project=world.project, lead=world.joining, name="Training for multipliers", starts_on="2026-02-10"
    )
    form = typed(city="Vienna")
    assert form.is_valid()
    assert form.similar() == [other]


def test_measures_tell_which_are_used(typed):
    form = typed(count_participants="40", count_participants__sex_f="9", count_trained="2")
    used = {str(fields.label): (fields.is_used, fields.has_parts) for fields in form.measures}
    assert used["Participants"] == (True, True)
    assert used["People trained"] == (True, False)
    assert used["Procurers"] == (False, False)
    assert [fields.is_estimate for fields in form.measures if fields.label == "Unique reach, estimated"] == [None]


def test_a_date_is_a_day(typed):
    form = typed()
    assert form.is_valid()
    assert form.entry.last_day == datetime.date(2026, 2, 10)
