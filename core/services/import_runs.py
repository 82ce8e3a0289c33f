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
    run.warning_count = sum(map(_warnings, counted))
    run.state = state
    run.finished_at = now
    run.save()
    run.sources.set(sources)
    ImportRow.objects.bulk_create(kept, batch_size=_BATCH)
    return run


def _warnings(row: ImportRow) -> int:
    """Messages beside the one that is the reason of a verdict; that a mapping leaves a row out is none."""
    remarks = [message for message in row.messages if message["code"] != "left-out"]
    stopped = row.verdict in (RowVerdict.REJECTED, RowVerdict.REVIEW)
    return max(len(remarks) - stopped, 0)


def fail_run(run: ImportRun, *, message: Mapping[str, Any], now: datetime.datetime) -> ImportRun:
    """Record that nothing was saved, and why: the message stands on the row of the file itself."""
    row = ImportRow(run=run, number=FILE_ROW, raw={}, verdict=RowVerdict.REJECTED, messages=[dict(message)])
    return close_run(run, state=ImportState.FAILED, rows=[row], now=now)
