"""Background work on what is derived from factories and links."""

from celery import shared_task

from supplychain.services.rollups import fold_tallies


@shared_task
def fold_facet_tallies() -> None:
    """Keeps the sums of facets short."""
    fold_tallies()
