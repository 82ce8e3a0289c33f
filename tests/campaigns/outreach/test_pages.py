"""Pages, list, files and API of activities."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaigns.models import Activity
from campaigns.services.outreach.recording import CountEntry, StopEntry, record_activity
from core.history import change
from tests.campaigns.outreach.conftest import NOW
from tests.factories import campaigns, core, procurement

LIST = "/outreach/"


@pytest.fixture
def visit(client, world):
    def visit_(path, user=None, **data):
        client.logout()
        if user:
            client.force_login(world.users[user])
        return client.post(path, data) if data else client.get(path)

    return visit_


def page_of(activity, rest=""):
    return f"{LIST}{activity.public_id}/{rest}"


@pytest.fixture
def activity(world):
    entry = world.entry(
        co_partners=(world.joining,),
        country=core.CountryFactory(code="DE"),
        language="de",
        audience_group="teachers",
        venue="Town hall",
        description="We trained.\nThey listened.",
        work_package=campaigns.WorkPackageFactory(project=world.project, code="WP2"),
        event=campaigns.EventPresetFactory(project=world.project, name="Congress of spring"),
        stops=(StopEntry(datetime.date(2026, 2, 10), "Graz", None, "Hall"),),
        procurers=(procurement.ProcurerFactory(organisation__name="City of Graz"),),
        contracts=(
            procurement.ContractFactory(title="Open laptops", buyer__buyer_visibility="public"),
            procurement.ContractFactory(title="Hidden laptops"),
        ),
        counts=(
            CountEntry("participants", 40),
            CountEntry("participants", 25, sex="f"),
            CountEntry("participants", 30, age_band="18_24"),
            CountEntry("participants", 12, country="DE"),
            CountEntry("participants", 7, sex="m", age_band="18_24"),
            CountEntry("contacts_media", 90000, is_estimate=True),
        ),
    )
    return record_activity(actor=world.users["author"], reason="Logged", entry=entry, now=NOW).activity


def test_the_page_shows_everything_to_its_partner(visit, activity):
    text = visit(page_of(activity), "author").content.decode()
    for said in (
        "Training for multipliers",
        "Town hall, Vienna, Germany",
        "Congress of spring",
        "WP2 Outreach",
        "Teachers and multipliers",
        "10 February 2026: Graz (Hall)",
        "City of Graz",
        "Open laptops",
        "Women 25; Men, 18 to 24 7",
        "18 to 24 30",
        "Germany 12",
        "90,000",
        "Done, not handed in",
        "Joining",
        "<p>We trained.<br>They listened.</p>",
    ):
        assert said in text
    assert "Hidden laptops" not in text
    assert "90,040" not in text, "figures of two measures are never added"


def test_others_do_not_find_it_before_it_is_approved(visit, activity):
    for user in (None, "other partner", "stranger"):
        assert visit(page_of(activity), user).status_code == 404
        assert activity.name not in visit(LIST, user).content.decode()
    for user in ("co-partner", "coordinator", "administrator"):
        assert visit(page_of(activity), user).status_code == 200


def test_approved_it_is_public_without_names_and_decisions(visit, world, activity):
    moves = (("author", "submit"), ("coordinator", "approve"))
    for user, move in moves:
        answer = visit(page_of(activity, f"moves/{move}/"), user, comment="All good here")
        assert answer.headers["Location"] == page_of(activity) + "#decide"
    public = visit(page_of(activity)).content.decode()
    assert "Approved" in public
    for hidden in ("All good here", "Decisions", world.users["author"].name, "Recorded"):
        assert hidden not in public
    own = visit(page_of(activity), "author").content.decode()
    assert "All good here" in own
    assert "a campaign partner" in own


def test_only_what_one_may_do_is_offered(visit, activity):
    def offered(user):
        text = visit(page_of(activity), user).content.decode()
        return [move for move in ("submit", "cancel", "approve", "return", "lock") if f"/moves/{move}/" in text]

    assert offered("author") == ["submit", "cancel"]
    assert offered("co-partner") == offered("coordinator") == []
    Activity.objects.filter(pk=activity.pk).update(state="submitted")
    assert offered("coordinator") == ["approve", "return"]


def test_a_move_that_cannot_be_is_told(client, world, visit, activity):
    Activity.objects.filter(pk=activity.pk).update(state="submitted")
    client.force_login(world.users["coordinator"])
    answer = client.post(page_of(activity, "moves/return/"), {"comment": " "}, follow=True)
    assert "Say why: the partner has to know" in answer.content.decode()
    assert visit(page_of(activity, "moves/dance/"), "coordinator", comment="x").status_code == 404
    assert visit(page_of(activity, "moves/approve/"), "co-partner", comment="x").status_code == 403
    assert visit(page_of(activity, "moves/approve/"), "other partner", comment="x").status_code == 404


def test_a_double_is_pointed_out_to_its_partners(visit, world, activity):
    """N4."""
    twin = campaigns.ActivityFactory(
        project=world.project, lead=world.other, name="Training for Multipliers", starts_on="2026-02-10", city="Vienna"
    )
    assert twin.get_absolute_url().partition("/outreach/")[2] in visit(page_of(activity), "author").content.decode()
    Activity.objects.filter(pk=activity.pk).update(state="approved", approved_at=NOW)
    assert "on record twice" not in visit(page_of(activity), "author").content.decode()


def fields_of(world, **changes):
    values = {
        "project": world.project.public_id,
        "lead": world.lead.public_id,
        "type": "webinar",
        "name": "Webinar for multipliers",
        "starts_on": "2026-02-11",
        "is_done": "on",
        "count_participants": "12",
    }
    return values | changes


def test_its_partner_changes_it(visit, world, activity):
    blank = visit(page_of(activity, "edit/"), "author").content.decode()
    assert 'value="Training for multipliers"' in blank
    answer = visit(page_of(activity, "edit/"), "author", **fields_of(world, reason="Wrong day"))
    assert answer.headers["Location"] == page_of(activity)
    activity.refresh_from_db()
    assert (activity.name, activity.type) == ("Webinar for multipliers", "webinar")
    assert activity.versions.latest("pgh_id").pgh_context.metadata["reason"] == "Wrong day"


def test_what_is_wrong_is_shown_beside_its_field(visit, world, activity):
    answer = visit(page_of(activity, "edit/"), "author", **fields_of(world, count_participants__sex_f="13"))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "add up to 13, more than the total of 12" in text
    assert 'href="#id_count_participants"' in text


@pytest.mark.parametrize(("user", "status"), [("co-partner", 403), ("coordinator", 403), ("other partner", 404)])
def test_nobody_else_changes_it(visit, world, activity, user, status):
    """N7."""
    assert visit(page_of(activity, "edit/"), user).status_code == status
    assert visit(page_of(activity, "edit/"), user, **fields_of(world)).status_code == status


def test_strangers_are_asked_to_sign_in(visit, activity):
    assert "/login/" in visit(page_of(activity, "edit/")).headers["Location"]


def test_a_merged_one_leads_to_its_survivor(visit, world, activity):
    old = world.activity(merged_into=activity)
    assert visit(page_of(old), "author").status_code == 301
    assert activity.name in visit(page_of(old, "edit/"), "author").content.decode()


def test_history_tells_the_partner_and_not_the_public(visit, activity):
    assert "Logged" in visit(page_of(activity, "history/"), "co-partner").content.decode()
    with change(actor=None, reason="Approved at last"):
        Activity.objects.filter(pk=activity.pk).update(state="approved", approved_at=NOW)
    public = visit(page_of(activity, "history/")).content.decode()
    assert "Approved at last" in public
    assert "Logged" not in public


def many(world, number):
    for _ in range(number):
        activity = world.activity(state="approved", country=core.CountryFactory(code="DE"))
        campaigns.ActivityPartnerFactory(activity=activity, partner=world.joining)
        campaigns.AudienceCountFactory(activity=activity)
        campaigns.AudienceCountFactory(activity=activity, sex="f", number=3)
        campaigns.ActivityStopFactory(activity=activity)
        campaigns.EvidenceFileFactory(activity=activity)
        campaigns.ActivityDecisionFactory(activity=activity, actor=world.users["author"])
        campaigns.ActivityProcurerFactory(activity=activity)


@pytest.mark.parametrize("path", [LIST, "/projects/", "/api/v1/activities/", "/api/v1/projects/"])
def test_a_list_asks_as_often_for_one_row_as_for_three(visit, world, path):
    many(world, 1)
    campaigns.ProjectFactory(lead=world.lead)
    visit(path, "author")
    with CaptureQueriesContext(
        connection,
    ) as one:
        visit(path, "author")
    many(world, 2)
    campaigns.ProjectFactory(lead=world.lead)
    with CaptureQueriesContext(connection) as three:
        visit(path, "author")
    assert len(one) == len(three)


def test_a_page_asks_as_often_for_one_of_each_as_for_three(visit, world, activity):
    path = page_of(activity)
    visit(path, "author")
    with CaptureQueriesContext(connection) as one:
        visit(path, "author")
    for factory in (
        campaigns.ActivityPartnerFactory,
        campaigns.ActivityStopFactory,
        campaigns.EvidenceFileFactory,
        campaigns.ActivityProcurerFactory,
    ):
        factory.create_batch(2, activity=activity)
    for user in ("colleague", "coordinator"):
        campaigns.ActivityDecisionFactory(activity=activity, actor=world.users[user])
    with CaptureQueriesContext(connection) as three:
        visit(path, "author")
    assert len(one) == len(three)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=training", True),
        ("type=webinar", False),
        ("state=done", True),
        ("country=DE", True),
        ("from_day=2026-02-10", True),
        ("from_day=2026-02-11", False),
        ("to_day=2026-02-10", True),
        ("to_day=2026-02-09", False),
        ("audience=teachers", True),
        ("language=de", True),
        ("language=fr", False),
        ("online=yes", False),
        ("work_package=WP2", True),
        ("measure=contacts_media", True),
        ("measure=trained", False),
        ("q=multipliers", True),
    ],
)
def test_filters(visit, activity, query, found):
    answer = visit(f"/api/v1/activities/?{query}", "author")
    assert answer.status_code == 200, answer.content
    assert [row["id"] for row in answer.json()["results"]] == ([activity.public_id] if found else [])


def test_filters_by_partner_and_project(visit, world, activity):
    for query, found in (
        (f"lead={world.lead.public_id}", True),
        (f"lead={world.joining.public_id}", False),
        (f"co_partner={world.joining.public_id}", True),
        (f"co_partner={world.lead.public_id}", False),
        (f"project={world.project.public_id}", True),
    ):
        rows = visit(f"/api/v1/activities/?{query}", "author").json()["results"]
        assert bool(rows) == found, query


def test_an_unknown_language_is_refused(visit):
    answer = visit("/api/v1/activities/?language=!!")
    assert answer.status_code == 400
    assert "a code like ca or zh-Hans" in str(answer.json())


def test_the_api_writes_figures_apart(visit, activity):
    row = visit(f"/api/v1/activities/{activity.public_id}/", "author").json()
    assert row["totals"] == [
        {"measure": "participants", "number": 40, "is_estimate": False},
        {"measure": "contacts_media", "number": 90000, "is_estimate": True},
    ]
    assert {
        "measure": "participants",
        "number": 25,
        "is_estimate": False,
        "sex": "f",
        "age_band": "",
        "country": None,
    } in row["counts"]
    assert row["stops"] == [{"held_on": "2026-02-10", "country": None, "city": "Graz", "venue": "Hall"}]
    assert [partner["name"] for partner in row["co_partners"]] == ["Joining"]
    assert row["work_package"] == "WP2"


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_files(visit, activity, kind):
    answer = visit(f"{LIST}?format={kind}", "author")
    assert answer.status_code == 200
    if kind == "csv":
        head, row = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
        values = dict(zip(head.split(","), row.split(","), strict=True))
        assert (values["participants"], values["contacts_media"], values["trained"]) == ("40", "90000", "")
        assert (values["state"], values["country"]) == ("done", "DE")
    answer.close()


def test_the_search_finds_it(visit, activity):
    assert activity.name in visit("/search/?q=multipliers", "author").content.decode()
    assert activity.name not in visit("/search/?q=multipliers").content.decode()


def test_a_project_shows_its_partners_and_totals(visit, world, activity):
    """Only what was approved; the budget is for its partners."""
    campaigns.BudgetLineFactory(project=world.project, heading="Travel costs", partner=world.lead)
    path = f"/projects/{world.project.public_id}/"
    text = visit(path).content.decode()
    assert "Coordinator" in text
    assert "Lead partner" in text
    assert "WP2 Outreach" in text
    assert "No figure has been approved yet." in text
    assert "Travel costs" not in text
    assert "Travel costs" in visit(path, "co-partner").content.decode()
    Activity.objects.filter(pk=activity.pk).update(state="approved", approved_at=NOW)
    text = visit(path).content.decode()
    assert "90,000" in text
    assert "1 activity" in text
    assert visit(f"{path}history/").status_code == 200


def test_a_project_in_the_api(visit, world):
    row = visit(f"/api/v1/projects/{world.project.public_id}/").json()
    assert row["partners"][0]["role"] == "lead"
    assert row["sources"] == []
