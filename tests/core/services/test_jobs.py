"""The life of a job, also where workers and broker fail."""

import datetime

import pytest

from core.enums import JobState
from core.models import Job
from core.services import jobs
from tests.factories.core import JobFactory, UserFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
RESULT = jobs.Result("jobs/a/list.xlsx", "list.xlsx", "0" * 64)


def minutes(number: int) -> datetime.datetime:
    return NOW + datetime.timedelta(minutes=number)


@pytest.fixture
def job() -> Job:
    return jobs.request_job(kind="export", title="A list", parameters={}, user=UserFactory(), now=NOW)


def state(job: Job) -> str:
    job.refresh_from_db()
    return job.state


def test_a_job_waits_runs_and_ends_with_a_file(job):
    assert state(job) == JobState.QUEUED
    running = jobs.claim_job(job.pk, NOW)
    jobs.report_progress(running, 5, minutes(1), total=10)
    assert jobs.finish_job(running, RESULT, minutes(2))
    assert state(job) == JobState.SUCCEEDED
    assert (job.done, job.total, job.result_name) == (5, 10, "list.xlsx")
    assert job.expires_at == minutes(2) + jobs.RESULTS_KEPT


def test_a_message_that_comes_twice_starts_the_work_once(job):
    assert jobs.claim_job(job.pk, NOW) is not None
    assert jobs.claim_job(job.pk, NOW) is None


def test_a_waiting_job_is_cancelled_at_once(job):
    jobs.cancel_job(job=job, now=NOW)
    assert state(job) == JobState.CANCELLED
    assert jobs.claim_job(job.pk, NOW) is None


def test_a_running_job_stops_at_its_next_sign_of_life(job):
    running = jobs.claim_job(job.pk, NOW)
    jobs.cancel_job(job=job, now=NOW)
    assert state(job) == JobState.RUNNING
    with pytest.raises(jobs.JobStopped):
        jobs.report_progress(running, 1, minutes(1))
    assert state(job) == JobState.CANCELLED


def test_a_failure_says_why(job):
    jobs.fail_job(jobs.claim_job(job.pk, NOW), "Out of disk", minutes(1))
    assert (state(job), job.message) == (JobState.FAILED, "Out of disk")


def test_a_job_nobody_heard_of_is_sent_again_once_in_a_while(job):
    assert jobs.rescue_jobs(minutes(1)) == []
    assert jobs.rescue_jobs(minutes(2)) == [job.pk]
    assert jobs.rescue_jobs(minutes(3)) == []


def test_a_lost_job_goes_to_another_worker_and_the_first_one_stops(job):
    first = jobs.claim_job(job.pk, NOW)
    assert jobs.rescue_jobs(minutes(4)) == []
    assert jobs.rescue_jobs(minutes(6)) == [job.pk]
    second = jobs.claim_job(job.pk, minutes(7))
    with pytest.raises(jobs.JobStopped):
        jobs.report_progress(first, 1, minutes(8))
    assert not jobs.finish_job(first, RESULT, minutes(8))
    assert jobs.finish_job(second, None, minutes(9))


def test_a_job_lost_too_often_fails(job):
    moment = 0
    for _attempt in range(jobs.MOST_ATTEMPTS):
        jobs.claim_job(job.pk, minutes(moment))
        moment += 10
        jobs.rescue_jobs(minutes(moment))
    assert state(job) == JobState.FAILED


def test_a_lost_job_that_was_to_stop_is_not_sent_again(job):
    jobs.claim_job(job.pk, NOW)
    jobs.cancel_job(job=job, now=NOW)
    assert jobs.rescue_jobs(minutes(6)) == []
    assert state(job) == JobState.CANCELLED


def test_results_are_given_up_when_their_time_is_over():
    kept = JobFactory(state=JobState.SUCCEEDED, result_file="jobs/kept.xlsx", expires_at=minutes(1))
    over = JobFactory(state=JobState.SUCCEEDED, result_file="jobs/over.xlsx", expires_at=minutes(-1))
    assert jobs.expire_results(NOW) == ["jobs/over.xlsx"]
    assert (state(kept), state(over), over.result_file) == (JobState.SUCCEEDED, JobState.EXPIRED, "")
