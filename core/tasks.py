"""Background work: jobs by their kind, and the sweeper that finds what was lost."""

import errno
import logging
import time
from typing import Protocol

from celery import Task, shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from kombu.exceptions import OperationalError

from core.models import Job
from core.services.jobs import (
    JobStopped,
    PartsRequested,
    Refused,
    Result,
    claim_job,
    expire_results,
    fail_job,
    finish_job,
    ready_to_join,
    report_progress,
    rescue_jobs,
    wait_for_parts,
)
from core.services.report_mail import mail_about
from core.services.schedules import run_due
from core.services.words import rebuild_words

MAIL = "mail"
logger = logging.getLogger(__name__)


class Progress(Protocol):
    def __call__(self, done: int, total: int | None = None) -> None: ...


class Runner(Protocol):
    """What does the work of one kind of job (`settings.JOB_KINDS`). It calls `progress` often."""

    def __call__(self, job: Job, progress: Progress) -> Result | None: ...


def enqueue(job: Job) -> None:
    """Tells the workers of a job, once its row is there. Unheard messages are sent again by the sweeper."""
    transaction.on_commit(lambda: _send(job.pk, job.kind))


def _send(job_id: int, kind: str) -> None:
    _deliver(run_job, job_id, settings.JOB_QUEUES.get(kind, settings.CELERY_TASK_DEFAULT_QUEUE))


def _deliver(task: Task, job_id: int, queue: str) -> None:
    try:
        task.apply_async((job_id,), queue=queue)
    except OperationalError:
        logger.warning("The broker is away; job %s waits for the sweeper.", job_id)


def _send_all(job_ids: list[int]) -> None:
    for job in Job.objects.filter(pk__in=job_ids).order_by("pk"):
        _send(job.pk, job.kind)


@shared_task
def run_job(job_id: int) -> None:
    job = claim_job(job_id, timezone.now())
    if job is None:
        return
    progress = Reporting(job)
    try:
        result = import_string(settings.JOB_KINDS[job.kind])(job, progress)
    except JobStopped:
        pass
    except PartsRequested:
        wait_for_parts(job, timezone.now())
        _send_all(list(job.parts.values_list("pk", flat=True)))
    except Exception as error:
        logger.exception("Job %s failed.", job.public_id)
        fail_job(job, words_of(error), timezone.now())
    else:
        _keep(job, result, progress.heard)
    _after(job)


class Reporting:
    """The progress of one job, written at most twice a second. `heard` is the last that was said."""

    INTERVAL = 0.5

    def __init__(self, job: Job) -> None:
        self.job = job
        self.written = -self.INTERVAL
        self.heard = 0

    def __call__(self, done: int, total: int | None = None) -> None:
        at, self.heard = time.monotonic(), done
        if total is not None or at - self.written >= self.INTERVAL:
            self.written = at
            report_progress(self.job, done, timezone.now(), total)


def words_of(error: Exception) -> str:
    """Why the work failed, as the person who asked can use it."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return gettext("There is no room left to keep the file. Tell the administrators, then try again.")
    if isinstance(error, SoftTimeLimitExceeded):
        return gettext("This took longer than a job may take. Choose less at a time.")
    return f"{type(error).__name__}: {error}"


def _keep(job: Job, result: Result | None, done: int) -> None:
    if not finish_job(job, result, timezone.now(), done) and result is not None:
        default_storage.delete(result.path)


def _after(job: Job) -> None:
    """A part may have been the last one; whoever waits for the end hears of it."""
    job.refresh_from_db()
    if not job.has_ended:
        # All parts may have ended before the job began to wait.
        _send_all(ready_to_join(timezone.now(), job.pk))
    elif job.parent_id:
        _send_all(ready_to_join(timezone.now(), job.parent_id))
    elif job.mail_when_done or "schedule" in job.parameters:
        _deliver(send_job_mail, job.pk, MAIL)


@shared_task
def send_job_mail(job_id: int) -> None:
    mail_about(Job.objects.select_related("requested_by").get(pk=job_id))


@shared_task
def run_schedules() -> None:
    """Asks for every report whose moment has come."""
    for job in run_due(timezone.now()):
        enqueue(job)


@shared_task
def sweep_jobs() -> None:
    """Sends lost and unheard jobs again, and removes results whose time is over."""
    now = timezone.now()
    _send_all([*rescue_jobs(now), *ready_to_join(now)])
    for path in expire_results(now):
        default_storage.delete(path)


@shared_task
def forget_words() -> None:
    """Words of names that are gone would be offered for typing errors for ever."""
    rebuild_words()
