"""The life of a job. Its row is the truth; the broker only carries its identifier."""

import datetime
from typing import Any, NamedTuple

from django.db.models import F, Q

from core.enums import JobState
from core.models import Job, User

RESULTS_KEPT = datetime.timedelta(days=7)
# A running job that gave no sign of life for so long is lost; a waiting one was not heard of.
LOST_AFTER = datetime.timedelta(minutes=5)
UNHEARD_AFTER = datetime.timedelta(minutes=2)
MOST_ATTEMPTS = 3
ENDED = (JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED, JobState.EXPIRED)


class JobStopped(Exception):
    """The job was cancelled, or is another worker's by now: stop without a trace."""


class Result(NamedTuple):
    """A finished file: where it is kept, under what name it is downloaded, its SHA-256."""

    path: str
    name: str
    sha256: str


def request_job(*, kind: str, title: str, parameters: dict[str, Any], user: User, now: datetime.datetime) -> Job:
    """A job that waits for a worker."""
    return Job.objects.create(
        kind=kind, title=title[:300], parameters=parameters, requested_by=user, data_as_of=now, heartbeat_at=now
    )


def claim_job(job_id: int, now: datetime.datetime) -> Job | None:
    """The job, running from now on; None where it does not wait any more (a message came twice)."""
    claimed = Job.objects.filter(pk=job_id, state=JobState.QUEUED).update(
        state=JobState.RUNNING, started_at=now, heartbeat_at=now, attempts=F("attempts") + 1, done=0, message=""
    )
    return Job.objects.select_related("requested_by").get(pk=job_id) if claimed else None


def report_progress(job: Job, done: int, now: datetime.datetime, total: int | None = None) -> None:
    """Sign of life. Raises `JobStopped` where the job is not to go on."""
    alive = _of_this_attempt(job).filter(cancel_requested=False)
    values: dict[str, Any] = {"done": done, "heartbeat_at": now} | ({} if total is None else {"total": total})
    if not alive.update(**values):
        _of_this_attempt(job).update(state=JobState.CANCELLED, finished_at=now)
        raise JobStopped(job.public_id)


def finish_job(job: Job, result: Result | None, now: datetime.datetime, message: str = "") -> bool:
    """Done; False where the job was taken away meanwhile."""
    kept: dict[str, Any] = {}
    if result is not None:
        kept = {
            "result_file": result.path,
            "result_name": result.name,
            "result_sha256": result.sha256,
            "expires_at": now + RESULTS_KEPT,
        }
    return bool(_of_this_attempt(job).update(state=JobState.SUCCEEDED, finished_at=now, message=message, **kept))


def fail_job(job: Job, message: str, now: datetime.datetime) -> None:
    _of_this_attempt(job).update(state=JobState.FAILED, finished_at=now, message=message[:2000])


def cancel_job(*, job: Job, now: datetime.datetime) -> None:
    """A waiting job ends at once, a running one at its next sign of life."""
    waiting = Job.objects.filter(pk=job.pk, state=JobState.QUEUED)
    if not waiting.update(state=JobState.CANCELLED, cancel_requested=True, finished_at=now):
        Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(cancel_requested=True)


def rescue_jobs(now: datetime.datetime) -> list[int]:
    """Ids of jobs that no worker has: lost by one, or never heard of. Those lost too often fail."""
    lost = Job.objects.filter(state=JobState.RUNNING, heartbeat_at__lt=now - LOST_AFTER)
    lost.filter(cancel_requested=True).update(state=JobState.CANCELLED, finished_at=now)
    lost.filter(attempts__gte=MOST_ATTEMPTS).update(
        state=JobState.FAILED, finished_at=now, message="The work broke off several times."
    )
    lost.update(state=JobState.QUEUED, heartbeat_at=now - UNHEARD_AFTER)
    unheard = Q(heartbeat_at__lte=now - UNHEARD_AFTER) | Q(heartbeat_at__isnull=True)
    waiting = Job.objects.filter(unheard, state=JobState.QUEUED)
    ids = list(waiting.order_by("pk").values_list("pk", flat=True))
    Job.objects.filter(pk__in=ids).update(heartbeat_at=now)
    return ids


def expire_results(now: datetime.datetime) -> list[str]:
    """Paths of results whose time is over; their jobs no longer offer them."""
    over = Job.objects.filter(state=JobState.SUCCEEDED, expires_at__lt=now)
    paths = list(over.exclude(result_file="").values_list("result_file", flat=True))
    over.update(state=JobState.EXPIRED, result_file="")
    return paths


def _of_this_attempt(job: Job) -> Any:
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
