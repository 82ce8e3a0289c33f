"""The ledger of imports: a run and its raw rows, whatever became of them."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from core.enums import ImportState, RowVerdict
from core.models import ImportRow, ImportRun, Source, User

# Stands for the file as a whole; rows of a table start below their header, at 2.
FILE_ROW = 0
_BATCH = 2000


def start_run(
    *,
    kind: str,
    file_name: str,
    sha256: str,
    mapping: Mapping[str, Any],
    actor: User | None,
    reason: str,
    now: datetime.datetime,
) -> ImportRun:
    return ImportRun.objects.create(
        kind=kind,
        file_name=file_name[-300:],
        sha256=sha256,
        mapping=dict(mapping),
        actor=actor,
        reason=reason[:300],
        started_at=now,
    )


@transaction.atomic
def close_run(
    run: ImportRun,
    *,
    state: ImportState,
    rows: Iterable[ImportRow],
    sources: Iterable[Source] = (),
    now: datetime.datetime,
) -> ImportRun:
    """Keep every row as read and the counts of the verdicts. Rows of the file itself are not counted."""
    kept = list(rows)
    counted = [row for row in kept if row.number != FILE_ROW]
    verdicts = Counter(row.verdict for row in counted)
    for verdict in RowVerdict:
        setattr(run, f"{verdict}_count", verdicts[verdict])
    run.read_count = len(counted)
    run.warning_count = sum(len(row.messages) for row in counted if row.verdict not in _STOPPED) + sum(
        max(len(row.messages) - 1, 0) for row in counted if row.verdict in _STOPPED
    )
    run.state = state
    run.finished_at = now
    run.save()
    run.sources.set(sources)
    ImportRow.objects.bulk_create(kept, batch_size=_BATCH)
    return run


# Of these rows one message is the reason of the verdict and no warning.
_STOPPED = (RowVerdict.REJECTED, RowVerdict.REVIEW)


def fail_run(run: ImportRun, *, message: Mapping[str, Any], now: datetime.datetime) -> ImportRun:
    """Record that nothing was saved, and why: the message stands on the row of the file itself."""
    row = ImportRow(run=run, number=FILE_ROW, raw={}, verdict=RowVerdict.REJECTED, messages=[dict(message)])
    return close_run(run, state=ImportState.FAILED, rows=[row], now=now)
