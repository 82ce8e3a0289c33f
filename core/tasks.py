"""Background work: jobs by their kind, and the sweeper that finds what was lost."""

import logging
from typing import Protocol

from celery import shared_task
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from kombu.exceptions import OperationalError

from core.models import Job
from core.services.jobs import (
    JobStopped,
    Result,
    claim_job,
    expire_results,
    fail_job,
    finish_job,
    report_progress,
    rescue_jobs,
)
from core.services.words import rebuild_words

logger = logging.getLogger(__name__)


class Progress(Protocol):
    def __call__(self, done: int, total: int | None = None) -> None: ...


class Runner(Protocol):
    """What does the work of one kind of job (`settings.JOB_KINDS`). It calls `progress` often."""

    def __call__(self, job: Job, progress: Progress) -> Result | None: ...


def enqueue(job: Job) -> None:
    """Tells the workers of a job, once its row is there. Unheard messages are sent again by the sweeper."""
    transaction.on_commit(lambda: _send(job.pk))


def _send(job_id: int) -> None:
    try:
        run_job.delay(job_id)
    except OperationalError:
        logger.warning("The broker is away; job %s waits for the sweeper.", job_id)


@shared_task
def run_job(job_id: int) -> None:
    job = claim_job(job_id, timezone.now())
    if job is None:
        return

    def progress(done: int, total: int | None = None) -> None:
        report_progress(job, done, timezone.now(), total)

    try:
        result = import_string(settings.JOB_KINDS[job.kind])(job, progress)
    except JobStopped:
        return
    except Exception as error:
        logger.exception("Job %s failed.", job.public_id)
        fail_job(job, f"{type(error).__name__}: {error}", timezone.now())
    else:
        _keep(job, result)


def _keep(job: Job, result: Result | None) -> None:
    if not finish_job(job, result, timezone.now()) and result is not None:
        default_storage.delete(result.path)


@shared_task
def sweep_jobs() -> None:
    """Sends lost and unheard jobs again, and removes results whose time is over."""
    now = timezone.now()
    for job_id in rescue_jobs(now):
        _send(job_id)
    for path in expire_results(now):
        default_storage.delete(path)


@shared_task
def forget_words() -> None:
    """Words of names that are gone would be offered for typing errors for ever."""
    rebuild_words()
