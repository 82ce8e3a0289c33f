"""From a wish to a file: one wish is made once, parts are joined, and what cannot be made says why."""

import errno
import io
import zipfile

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from core import tasks
from core.enums import JobState
from core.models import Job
from core.queries.data_version import data_version
from core.reports import making, registry, writing
from core.reports.document import Column, Document, Figure, Section, Table
from core.reports.report import Format, PeriodForm, Report
from core.services.jobs import Refused, cancel_job
from tests.factories.core import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db
MADE: list[str] = []


class Counting(Report):
    """Says which organisations there are; its parts are two letters."""

    kind = "counting"
    title = "Counting"
    description = "For tests."
    form_class = PeriodForm
    has_parts = True
    fails_for = ""

    def preview(self, asked):
        return [Figure("Rows", 1)]

    def parts(self, asked):
        return [(f"Part {letter}", {"period": period}) for letter, period in (("A", "this-year"), ("B", "last-year"))]

    def document(self, asked) -> Document:
        name = asked.values["period"]
        if name == self.fails_for:
            raise Refused("There is nothing of that year.")
        MADE.append(name)
        table = Table("rows", "Rows", [Column("name", "Name")], [[name]], 1)
        return self.base(asked, sections=[Section("rows", "Rows", [table])])


@pytest.fixture
def report(monkeypatch):
    MADE.clear()
    counting = Counting()
    monkeypatch.setattr(making, "reports", lambda: {"counting": counting})
    return counting


@pytest.fixture(autouse=True)
def queue(monkeypatch):
    """What would be sent to workers, in order."""
    sent = []
    monkeypatch.setattr(tasks.run_job, "apply_async", lambda arguments, queue: sent.append((arguments[0], queue)))
    monkeypatch.setattr(tasks.send_job_mail, "apply_async", lambda arguments, queue: sent.append(("mail", queue)))
    return sent


def wish(report, user, **more):
    values = {"period": [more.pop("period", "all")]}
    job, is_new = making.request_report(
        report=report, form=Format.CSV, language="en", values=values, user=user, now=timezone.now(), **more
    )
    return job, is_new


def run(job):
    tasks.run_job(job.pk)
    job.refresh_from_db()
    return job


def test_a_report_becomes_a_file_with_its_facts(report):
    job, is_new = wish(report, UserFactory())
    assert is_new
    run(job)
    assert (job.state, job.row_count, job.done) == (JobState.SUCCEEDED, 1, 1)
    content = default_storage.open(job.result_file).read()
    assert content == "\ufeffname\r\nall\r\n".encode()
    assert (job.result_size, len(job.result_sha256)) == (len(content), 64)
    assert job.result_name.startswith("counting-everything-up-to-today-")


def test_pressed_twice_it_is_made_once(report):
    user = UserFactory()
    first, _new = wish(report, user)
    second, is_new = wish(report, user)
    assert (first, is_new) == (second, False)
    other, is_new = wish(report, UserFactory())
    assert is_new
    run(first)
    third, is_new = wish(report, user)
    assert is_new
    assert third not in (first, other)


def test_an_equal_wish_over_the_same_record_gets_the_same_file(report):
    user = UserFactory()
    first = run(wish(report, user)[0])
    again = run(wish(report, user)[0])
    assert MADE == ["all"]
    assert again.result_sha256 == first.result_sha256
    assert again.result_file != first.result_file
    OrganisationFactory()
    run(wish(report, user)[0])
    assert MADE == ["all", "all"]


def test_another_persons_file_is_not_given_away(report):
    run(wish(report, UserFactory())[0])
    run(wish(report, UserFactory())[0])
    assert MADE == ["all", "all"]


def test_parts_are_asked_for_made_and_joined(report, queue):
    job, _new = wish(report, UserFactory(), by_part=True)
    run(job)
    parts = list(job.parts.order_by("pk"))
    assert job.state == JobState.JOINING
    assert [part.title for part in parts] == ["Part A", "Part B"]
    assert queue == [(part.pk, "reports") for part in parts]
    queue.clear()
    run(parts[0])
    assert queue == []
    run(parts[1])
    assert queue == [(job.pk, "reports")]
    run(job)
    assert job.state == JobState.SUCCEEDED
    with zipfile.ZipFile(io.BytesIO(default_storage.open(job.result_file).read())) as archive:
        names = archive.namelist()
        texts = [archive.read(name).decode("utf-8-sig") for name in names]
    assert [text.split() for text in texts] == [["name", "all"], ["name", "this-year"], ["name", "last-year"]]
    assert job.result_name.endswith(".zip")


def test_a_part_that_fails_is_named_and_a_retry_makes_only_that_one(report):
    user = UserFactory()
    report.fails_for = "last-year"
    job, _new = wish(report, user, by_part=True)
    run(job)
    for part in job.parts.order_by("pk"):
        run(part)
    run(job)
    assert job.state == JobState.FAILED
    assert job.message == "Not all parts could be made. Part B: There is nothing of that year."
    report.fails_for = ""
    MADE.clear()
    again, _new = wish(report, user, by_part=True)
    run(again)
    for part in again.parts.order_by("pk"):
        run(part)
    run(again)
    assert again.state == JobState.SUCCEEDED
    assert MADE == ["last-year", "all"]


def test_cancelling_the_whole_cancels_its_parts(report):
    job, _new = wish(report, UserFactory(), by_part=True)
    run(job)
    cancel_job(job=job, now=timezone.now())
    assert set(Job.objects.values_list("state", flat=True)) == {JobState.CANCELLED}


def test_the_sweeper_joins_what_a_lost_message_left_behind(report, queue):
    job, _new = wish(report, UserFactory(), by_part=True)
    run(job)
    Job.objects.filter(parent=job).update(state=JobState.SUCCEEDED)
    queue.clear()
    tasks.sweep_jobs()
    assert queue == [(job.pk, "reports")]


def test_wrong_values_are_named(report):
    job, _new = wish(report, UserFactory(), period="days")
    run(job)
    assert job.state == JobState.FAILED
    assert job.message == "From: Give the day. Up to: Give the day."


def test_a_kind_that_is_gone_says_so(report, monkeypatch):
    job, _new = wish(report, UserFactory())
    monkeypatch.setattr(making, "reports", dict)
    assert run(job).message == "This kind of report is not made any more."


def test_who_may_not_make_it_any_more_is_told(report, monkeypatch):
    job, _new = wish(report, UserFactory())
    monkeypatch.setattr(Counting, "may_make", lambda self, user: False)
    assert run(job).message == "You may not make this report any more."


def test_a_full_disk_is_told_and_leaves_nothing(report, monkeypatch):
    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.default_storage, "save", full)
    job = run(wish(report, UserFactory())[0])
    assert (job.state, job.result_file) == (JobState.FAILED, "")
    assert job.message == "There is no room left to keep the file. Tell the administrators, then try again."


def test_a_template_error_is_told_and_a_retry_works(report, monkeypatch):
    monkeypatch.setitem(writing.WRITERS, Format.CSV, lambda *_arguments: 1 / 0)
    user = UserFactory()
    job = run(wish(report, user)[0])
    assert (job.state, job.message) == (JobState.FAILED, "ZeroDivisionError: division by zero")
    monkeypatch.undo()
    monkeypatch.setattr(making, "reports", lambda: {"counting": report})
    assert run(wish(report, user)[0]).state == JobState.SUCCEEDED


def test_the_state_of_the_record_changes_with_every_change():
    before = data_version()
    assert data_version() == before
    OrganisationFactory()
    assert data_version() != before


def test_every_kind_has_a_title_what_it_counts_and_files():
    for kind, report in registry.reports().items():
        assert kind == report.kind
        assert all((str(report.title), str(report.description), report.method, report.formats))
