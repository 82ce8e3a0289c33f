"""Activities from a spreadsheet: read, tried without saving, then saved in one go. Every row goes through the form."""

import datetime
import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.forms.outreach import ActivityForm
from campaigns.importers.activity_columns import FIELDS, Codes
from campaigns.models import Activity, Partner
from campaigns.services.outreach.recording import record_activity
from core.access import access_of
from core.enums import ImportState, RowVerdict
from core.importers.parse.cells import clean
from core.importers.parse.mapping import fit_mapping
from core.importers.parse.problems import Problem, Unreadable
from core.importers.parse.rows import read_rows
from core.importers.parse.tables import read_table
from core.importers.texts import as_message
from core.models import ImportRow, ImportRun, User
from core.services.import_runs import close_run, fail_run, start_run

KIND = "activities"
MOST_ROWS = 2_000
MOST_BYTES = 5 * 1024 * 1024
# Above this many rows a worker saves them.
ROWS_AT_ONCE = 100
_KEYS = uuid.UUID("1c7d5c5e-57a6-4b0e-9d8e-3c1f6ad7c1a0")
Clock = Callable[[], datetime.datetime]
Row = tuple[int, dict[str, str], dict[str, str]]


@dataclass(frozen=True)
class TriedRow:
    """A row under the form. `entry` is None where there is nothing to save; `messages` say why, by column."""

    number: int
    raw: Mapping[str, str]
    verdict: RowVerdict
    entry: Any = None
    messages: list[dict[str, Any]] = field(default_factory=list)


class Refused(Exception):
    """Rows were refused; nothing was saved."""


def preview_activities(*, actor: User, file_name: str, data: bytes, reason: str, clock: Clock) -> ImportRun:
    """Tries every row and saves none; the run keeps what was read and remarked. Raises `Unreadable`."""
    run = start_run(
        kind=KIND,
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        mapping={},
        actor=actor,
        reason=reason,
        now=clock(),
    )
    try:
        rows = _read(run, file_name, data)
    except Unreadable as error:
        fail_run(run, message=as_message(error.problem, {}), now=clock())
        raise
    tried = list(_tried(rows, actor, clock().date()))
    return close_run(run, state=ImportState.PREVIEWED, rows=[_kept(run, row) for row in tried], now=clock())


def commit_activities(
    run: ImportRun, *, actor: User, clock: Clock, progress: Callable[..., None] = lambda _done: None
) -> ImportRun:
    """Saves what `run` tried, all rows or none, as a run of its own. Raises `Refused` where a row is refused by now."""
    saved = start_run(
        kind=KIND,
        file_name=run.file_name,
        sha256=run.sha256,
        mapping=run.mapping,
        actor=actor,
        reason=run.reason,
        now=clock(),
    )
    try:
        with transaction.atomic():
            tried = list(_tried(_read_again(run), actor, clock().date()))
            if any(row.verdict == RowVerdict.REJECTED for row in tried):
                raise Refused
            _save(tried, actor, run.reason, clock, progress)
            kept = [_kept(saved, row) for row in tried]
            return close_run(saved, state=ImportState.COMPLETED, rows=kept, now=clock())
    except Exception as error:
        fail_run(saved, message=as_message(Problem("run-failed", "", type(error).__name__), {}), now=clock())
        raise


def _read(run: ImportRun, file_name: str, data: bytes) -> list[Row]:
    if len(data) > MOST_BYTES:
        raise Unreadable("file-too-large", str(MOST_BYTES))
    table = read_table(file_name, data)
    if len(table.rows) > MOST_ROWS:
        raise Unreadable("file-too-long", str(MOST_ROWS))
    mapping = fit_mapping({}, FIELDS, table.headers)
    run.mapping = {"headers": table.headers, "columns": mapping.columns}
    return [(row.number, dict(row.raw), dict(row.values)) for row in read_rows(table, mapping)]


def _read_again(run: ImportRun) -> list[Row]:
    """The rows as the run kept them."""
    columns: Mapping[str, list[str]] = run.mapping["columns"]
    return [(row.number, row.raw, _values(row.raw, columns)) for row in run.rows.order_by("number")]


def _values(raw: Mapping[str, str], columns: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {
        name: ", ".join(filter(None, (clean(name, raw.get(header, ""))[0] for header in headers)))
        for name, headers in columns.items()
    }


def _tried(rows: Iterable[Row], actor: User, today: datetime.date) -> Iterator[TriedRow]:
    codes, seen = Codes(actor), set[uuid.UUID]()
    for number, raw, values in rows:
        key = _key_of(values)
        if key in seen:
            message = _message("row_key", values.get("row_key", ""), _("This row is in the file twice."))
            yield TriedRow(number, raw, RowVerdict.REJECTED, messages=[message])
            continue
        seen.add(key)
        yield _try((number, raw, values | {"client_id": str(key)}), codes, actor, today)


def _try(row: Row, codes: Codes, actor: User, today: datetime.date) -> TriedRow:
    number, raw, values = row
    if _is_there(values["client_id"], actor):
        return TriedRow(number, raw, RowVerdict.UNCHANGED)
    form = ActivityForm(codes.as_typed(values), user=actor, today=today)
    if form.is_valid():
        return TriedRow(number, raw, RowVerdict.CREATED, form.entry)
    messages = [
        _message(name, values.get(name, ""), str(text)) for name, texts in form.errors.items() for text in texts
    ]
    return TriedRow(number, raw, RowVerdict.REJECTED, messages=messages)


def _key_of(values: Mapping[str, str]) -> uuid.UUID:
    """Of the row's own key, else of its content: the same row is the same activity."""
    own = values.get("row_key", "")
    content = own or "\n".join(f"{name}={values[name]}" for name in sorted(values) if values[name])
    return uuid.uuid5(_KEYS, "\n".join([values.get("project", ""), values.get("lead", ""), content]))


def _is_there(client_id: str, actor: User) -> bool:
    """Imported before, by oneself or a colleague."""
    known = Activity.objects.filter(client_id=client_id)
    if not access_of(actor).is_admin:
        known = known.filter(lead__in=Partner.objects.own_of(actor).values("pk"))
    return known.exists()


def _message(name: str, value: str, text: str) -> dict[str, Any]:
    return {"field": name, "value": value, "code": "refused", "text": text}


def _kept(run: ImportRun, row: TriedRow) -> ImportRow:
    return ImportRow(run=run, number=row.number, raw=dict(row.raw), verdict=row.verdict, messages=row.messages)


def _save(tried: list[TriedRow], actor: User, reason: str, clock: Clock, progress: Callable[..., None]) -> None:
    for number, row in enumerate(tried, start=1):
        if row.entry is not None:
            record_activity(actor=actor, reason=reason, entry=row.entry, now=clock())
        progress(number)
