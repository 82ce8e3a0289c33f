"""Long work of the campaigns."""

from collections.abc import Callable

from django.utils import timezone

from campaigns.importers.activities import commit_activities
from core.models import ImportRun, Job


def import_activities(job: Job, progress: Callable[..., None]) -> None:
    """Saves the tried rows of `job.parameters["run"]` for who asked."""
    run = ImportRun.objects.get(public_id=job.parameters["run"], actor=job.requested_by)
    progress(0, run.read_count)
    assert job.requested_by is not None  # noqa: S101 (the run has an actor)
    commit_activities(run, actor=job.requested_by, clock=timezone.now, progress=progress)
