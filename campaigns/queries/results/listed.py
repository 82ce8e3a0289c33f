"""Rows of the list of indicators with their progress, a set of rows at a time."""

import datetime
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models.query import ModelIterable

from campaigns.queries.results.progress import progress_on

AT_ONCE = 500


class WithProgress(ModelIterable):  # type: ignore[type-arg]
    """Gives each row its `progress` in its period on `day`; None where it has no period."""

    day = datetime.date.max

    def __iter__(self) -> Iterator[Any]:
        rows = super().__iter__()
        while batch := list(islice(rows, AT_ONCE)):
            found = progress_on(batch, self.day)
            for row in batch:
                row.progress = found.get(row.pk)
                yield row


def with_progress(indicators: Any, day: datetime.date) -> Any:
    """The same records; each comes with its progress on `day`."""
    rows = indicators.all()
    rows._iterable_class = type("WithProgressOn", (WithProgress,), {"day": day})
    return rows
