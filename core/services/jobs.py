"""The life of a job. Its row is the truth; the broker only carries its identifier."""

import datetime
import hashlib
import json
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from core.enums import JobState
from core.models import Job, User

RESULTS_KEPT = datetime.timedelta(days=7)
# A running job that gave no sign of life for so long is lost; a waiting one was not heard of.
LOST_AFTER = datetime.timedelta(minutes=5)
UNHEARD_AFTER = datetime.timedelta(minutes=2)
MOST_ATTEMPTS = 3
OPEN = (JobState.QUEUED, JobState.RUNNING, JobState.JOINING)


class JobStopped(Exception):
    """The job was cancelled, or is another worker's by now: stop without a trace."""


class PartsRequested(Exception):
    """The job goes on when its parts, which wait for workers now, have ended."""


class Refused(Exception):
    """The work cannot be done; the text says why, in words for the person who asked."""


class Result(NamedTuple):
    """A finished file: where it is kept, under what name it is downloaded, its SHA-256, its bytes and rows."""

    path: str
    name: str
    sha256: str
    size: int | None = None
    rows: int | None = None


def request_job(
    *, kind: str, title: str, parameters: dict[str, Any], user: User, now: datetime.datetime, **more: Any
) -> Job:
    """A job that waits for a worker."""
    return Job.objects.create(
        kind=kind, title=title[:300], parameters=parameters, requested_by=user, data_as_of=now, heartbeat_at=now, **more
    )


def request_once(*, kind: str, parameters: dict[str, Any], user: User, **values: Any) -> tuple[Job, bool]:
    """The job of this wish that waits or runs, else a new one; whether it is new. Pressed twice, it is made once."""
    wish = fingerprint_of(kind, parameters, user.pk, getattr(values.get("parent"), "pk", None))
    try:
        with transaction.atomic():
            if known := Job.objects.filter(fingerprint=wish, state__in=OPEN).first():
                return known, False
            return request_job(kind=kind, parameters=parameters, user=user, fingerprint=wish, **values), True
    except IntegrityError:
        return Job.objects.get(fingerprint=wish, state__in=OPEN), False


def fingerprint_of(*wish: Any) -> str:
    return hashlib.sha256(json.dumps(wish, sort_keys=True, default=str).encode()).hexdigest()


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


def finish_job(job: Job, result: Result | None, now: datetime.datetime, done: int | None = None) -> bool:
    """Done, with so many rows; False where the job was taken away meanwhile."""
    kept: dict[str, Any] = {} if done is None else {"done": done}
    if result is not None:
        kept |= {
            "result_file": result.path,
            "result_name": result.name,
            "result_sha256": result.sha256,
            "result_size": result.size,
            "row_count": result.rows,
            "expires_at": now + RESULTS_KEPT,
        }
    return bool(_of_this_attempt(job).update(state=JobState.SUCCEEDED, finished_at=now, message="", **kept))


def fail_job(job: Job, message: str, now: datetime.datetime) -> None:
    _of_this_attempt(job).update(state=JobState.FAILED, finished_at=now, message=message[:2000])


def cancel_job(*, job: Job, now: datetime.datetime) -> None:
    """A waiting job ends at once, a running one at its next sign of life; its parts do likewise."""
    these = Job.objects.filter(Q(pk=job.pk) | Q(parent=job.pk))
    waiting = these.filter(state__in=(JobState.QUEUED, JobState.JOINING))
    waiting.update(state=JobState.CANCELLED, cancel_requested=True, finished_at=now)
    these.filter(state=JobState.RUNNING).update(cancel_requested=True)


# -- Parts -----------------------------------------------------------------------


def wait_for_parts(job: Job, now: datetime.datetime) -> None:
    """From now on the job waits until all of its parts have ended."""
    _of_this_attempt(job).update(state=JobState.JOINING, heartbeat_at=now)


def ready_to_join(now: datetime.datetime, parent_id: int | None = None) -> list[int]:
    """Ids of jobs (this one, or any) whose parts have all ended: they are in the queue again, each named once."""
    waiting = Job.objects.filter(state=JobState.JOINING).exclude(parts__state__in=OPEN)
    if parent_id is not None:
        waiting = waiting.filter(pk=parent_id)
    return [
        pk
        for pk in waiting.values_list("pk", flat=True)
        if Job.objects.filter(pk=pk, state=JobState.JOINING).update(state=JobState.QUEUED, heartbeat_at=now)
    ]


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
