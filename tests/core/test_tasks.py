"""Jobs run by their kind; nothing is lost without a broker."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from kombu.exceptions import OperationalError

from core import tasks
from core.enums import JobState
from core.listing.export_job import run
from core.models import NameWord
from core.services.jobs import JobStopped, Result, cancel_job
from tests.factories.core import JobFactory, OrganisationFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


def succeed(job, progress):
    progress(1, 1)
    path = default_storage.save("jobs/test.txt", ContentFile(b"text"))
    return Result(path, "test.txt", "0" * 64)


def fail(job, progress):
    raise ValueError("no such list")


def stop(job, progress):
    raise JobStopped


@pytest.fixture(autouse=True)
def _kinds(settings):
    settings.JOB_KINDS = {name: f"tests.core.test_tasks.{name}" for name in ("succeed", "fail", "stop")}


def test_a_job_runs_by_its_kind():
    job = JobFactory(kind="succeed")
    tasks.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, default_storage.exists(job.result_file)) == (JobState.SUCCEEDED, 1, True)


def test_a_job_that_is_not_waiting_is_left_alone():
    job = JobFactory(kind="fail", state=JobState.SUCCEEDED)
    tasks.run_job(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.SUCCEEDED


def test_an_error_becomes_the_jobs_message():
    job = JobFactory(kind="fail")
    tasks.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.message) == (JobState.FAILED, "ValueError: no such list")


def test_a_stopped_job_keeps_its_state():
    job = JobFactory(kind="stop")
    tasks.run_job(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.RUNNING


def test_a_result_that_comes_too_late_is_thrown_away(monkeypatch):
    default_storage.save("jobs/another.txt", ContentFile(b"text"))
    job = JobFactory(kind="succeed")
    monkeypatch.setattr(tasks, "finish_job", lambda *_arguments: False)
    before = default_storage.listdir("jobs")[1]
    tasks.run_job(job.pk)
    assert default_storage.listdir("jobs")[1] == before


def test_a_job_waits_for_the_sweeper_while_the_broker_is_away(monkeypatch, django_capture_on_commit_callbacks):
    def away(_arguments, queue):
        raise OperationalError

    monkeypatch.setattr(tasks.run_job, "apply_async", away)
    job = JobFactory(kind="succeed")
    with django_capture_on_commit_callbacks(execute=True):
        tasks.enqueue(job)
    sent = []
    monkeypatch.setattr(tasks.run_job, "apply_async", lambda arguments, queue: sent.append((arguments, queue)))
    tasks.sweep_jobs()
    assert sent == [((job.pk,), "default")]


def test_the_sweeper_removes_results_whose_time_is_over():
    path = default_storage.save("jobs/old.txt", ContentFile(b"text"))
    JobFactory(state=JobState.SUCCEEDED, result_file=path, expires_at=timezone.now())
    tasks.sweep_jobs()
    assert not default_storage.exists(path)


def test_an_export_holds_what_its_owner_may_see():
    SourceFactory(title="Public list")
    SourceFactory(title="Private list", private=True)
    job = JobFactory(
        requested_by=UserFactory(), parameters={"listing": "sources", "query": "cols=title", "language": "en"}
    )
    heard = []
    result = run(job, lambda done, total=None: heard.append((done, total)))
    assert heard == [(0, 1), (1, None)]
    assert result.name.startswith("sources_")
    assert default_storage.exists(result.path)
    cancel_job(job=job, now=timezone.now())


def test_words_of_names_that_are_gone_are_forgotten() -> None:
    kept = OrganisationFactory(name="Fairphone")
    OrganisationFactory(name="Grundig").delete()
    assert NameWord.objects.filter(word="grundig").exists()
    tasks.forget_words()
    assert set(NameWord.objects.filter(word__in=["fairphone", "grundig"]).values_list("word", flat=True)) == {
        kept.name.lower()
    }
