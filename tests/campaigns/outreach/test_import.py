"""Activities from a spreadsheet."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from campaigns.importers import activities as importer
from campaigns.importers.activities import Refused, commit_activities, preview_activities
from campaigns.importers.activity_job import run as run_job
from campaigns.models import Activity
from core.models import ImportRun, Job
from tests.campaigns.outreach.conftest import NOW
from tests.factories import campaigns, core

PATH = "/outreach/import/"
HEAD = (
    "row_key,project,lead,type,name,starts_on,is_done,country,co_partners,"
    "count_participants,count_participants__sex_f,work_package,count_participants__is_estimate,stops"
)
GOOD = (
    "1,mif,Lead,Training,Training of trainers,2026-02-10,,AT,Joining; Other,"
    "40,25,WP2,yes,2026-02-10; Graz|2026-02-10; Linz"
)


def table(*rows):
    return "\n".join([HEAD, *rows]).encode()


@pytest.fixture(autouse=True)
def _reference(world):
    core.CountryFactory(code="AT", alpha3="AUT", name="Austria")
    campaigns.WorkPackageFactory(project=world.project, code="WP2")


@pytest.fixture
def preview(world):
    def preview_(*rows, user="author", data=None):
        return preview_activities(
            actor=world.users[user],
            file_name="log.csv",
            data=data or table(*rows),
            reason="Log of spring",
            clock=lambda: NOW,
        )

    return preview_


def counts_of(run):
    return run.state, run.created_count, run.unchanged_count, run.rejected_count


def messages_of(run):
    return [(row.number, one["field"], one["text"]) for row in run.rows.order_by("number") for one in row.messages]


def test_a_file_is_tried_then_saved_then_nothing_changes(preview, world):
    planned = "2,mif,lead,webinar,Webinar,2026-12-01,no,,,,,,,"
    run = preview(GOOD, planned)
    assert messages_of(run) == []
    assert counts_of(run) == ("previewed", 2, 0, 0)
    assert not Activity.objects.exists()
    saved = commit_activities(run, actor=world.users["author"], clock=lambda: NOW)
    assert counts_of(saved) == ("completed", 2, 0, 0)
    activity = Activity.objects.get(name="Training of trainers")
    assert (activity.state, activity.country_id, activity.work_package.code) == ("done", "AT", "WP2")
    assert {partner.pk for partner in activity.co_partners.all()} == {world.joining.pk, world.other.pk}
    assert [(row.number, row.is_estimate) for row in activity.counts.order_by("pk")] == [(40, True), (25, True)]
    assert [stop.city for stop in activity.stops.all()] == ["Graz", "Linz"]
    assert Activity.objects.get(name="Webinar").state == "planned"
    for user in ("author", "colleague", "administrator"):
        assert counts_of(preview(GOOD, planned, user=user)) == ("previewed", 0, 2, 0)
    commit_activities(run, actor=world.users["author"], clock=lambda: NOW)
    assert Activity.objects.count() == 2


def test_every_error_is_told_by_row_and_column(preview):
    run = preview(
        GOOD,
        "2,mif,Lead,party,Training,2026-02-10,,AT,,40,,,,",
        "3,mif,Other,training,Training,2026-02-10,,AT,,40,41,,,",
        "4,mif,Lead,training,Training,2026-04-10,,Atlantis,,-1,,WP9,,",
        "1,mif,Lead,training,Training,2026-02-10,,AT,,40,,,,",
    )
    assert counts_of(run) == ("previewed", 1, 0, 4)
    assert {(number, name) for number, name, _text in messages_of(run)} >= {
        (3, "type"),
        (4, "lead"),
        (5, "country"),
        (5, "work_package"),
        (6, "row_key"),
    }
    assert not Activity.objects.exists()


def test_nothing_is_saved_where_one_row_is_refused(preview, world):
    run = preview(GOOD, "2,mif,Lead,training,Training,2026-02-10,,AT,,40,41,,,")
    with pytest.raises(Refused):
        commit_activities(run, actor=world.users["author"], clock=lambda: NOW)
    assert not Activity.objects.exists()
    assert ImportRun.objects.latest("pk").state == "failed"


@pytest.fixture
def send(client, world):
    def send_(data, user="author", name="log.csv", follow=True):
        client.force_login(world.users[user])
        return client.post(PATH, {"file": SimpleUploadedFile(name, data)} if data is not None else {}, follow=follow)

    return send_


def test_through_the_pages(client, send, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    answer = send(table(GOOD))
    assert "Save these activities" in answer.content.decode()
    run = ImportRun.objects.get()
    answer = client.post(f"{PATH}{run.public_id}/save/", follow=True)
    assert "Completed" in answer.content.decode()
    assert Activity.objects.count() == 1
    text = send(table("2,mif,Lead,party,Training,2026-02-10,,AT,,40,,,,")).content.decode()
    assert "<strong>type</strong>" in text
    assert "Mend these rows" in text
    bad = ImportRun.objects.latest("pk")
    text = client.post(f"{PATH}{bad.public_id}/save/", follow=True).content.decode()
    assert "Rows are refused by now." in text


def test_a_file_that_cannot_be_read_is_told(send, monkeypatch):
    assert "Choose a file." in send(None).content.decode()
    assert "The file has a header and no rows below it." in send(HEAD.encode()).content.decode()
    assert "No column holds this field." in send(b"a,b\n1,2\n").content.decode()
    monkeypatch.setattr(importer, "MOST_ROWS", 1)
    assert "more rows than this" in send(table(GOOD, GOOD)).content.decode()
    monkeypatch.setattr(importer, "MOST_BYTES", 10)
    assert "larger than this number of bytes" in send(table(GOOD)).content.decode()
    monkeypatch.setattr("campaigns.views.outreach.imports.MOST_BYTES", 10)
    assert send(table(GOOD)).status_code == 400


def test_only_partners_import_and_only_see_their_own_runs(client, send, world):
    assert send(table(GOOD), "stranger").status_code == 403
    send(table(GOOD))
    run = ImportRun.objects.get()
    client.force_login(world.users["other partner"])
    assert client.get(f"{PATH}{run.public_id}/").status_code == 404
    client.logout()
    assert client.get(PATH).status_code == 302


def test_a_long_file_is_saved_by_a_worker(client, send, world, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    monkeypatch.setattr("campaigns.views.outreach.imports.ROWS_AT_ONCE", 0)
    monkeypatch.setattr("campaigns.views.outreach.imports.enqueue", lambda job: None)
    send(table(GOOD))
    run = ImportRun.objects.get()
    client.post(f"{PATH}{run.public_id}/save/")
    job, told = Job.objects.get(), []
    run_job(job, lambda *numbers: told.append(numbers))
    assert told == [(0, 1), (1,)]
    assert Activity.objects.get().author == world.users["author"]


def test_the_template_goes_through_as_it_is(client, send, world, monkeypatch):
    """Its example is taken, as XLSX, and its second sheet lists the codes."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    client.force_login(world.users["author"])
    data = client.get(f"{PATH}template/").content
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert ["project", "mif", "Make ICT Fair"] in book.get_sheet_by_name("codes").to_python()
    core.CountryFactory(code="DE")
    text = send(data, name="activities.xlsx").content.decode()
    assert "Save these activities" in text
