"""The job that saves a long file of activities."""

from collections.abc import Callable

from campaigns.importers.activities import commit_activities
from core.models import ImportRun, Job, User


def run(job: Job, progress: Callable[..., None]) -> None:
    """Saves the tried rows of `job.parameters["run"]` for who asked, as of the moment they asked."""
    tried = ImportRun.objects.select_related("actor").get(public_id=job.parameters["run"], actor=job.requested_by)
    progress(0, tried.read_count)
    actor = tried.actor
    if not isinstance(actor, User):
        raise ImportRun.DoesNotExist
    commit_activities(tried, actor=actor, clock=lambda: job.data_as_of, progress=progress)
