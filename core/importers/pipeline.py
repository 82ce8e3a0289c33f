"""One import from bytes to records: read, parse, plan, apply, and the run that tells of it."""

import datetime
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection, transaction

from core.enums import ImportState, RowVerdict
from core.history import change
from core.importers.kinds import Batch, ImportKind, Outcome, Plan
from core.importers.parse.countries import Countries
from core.importers.parse.mapping import SourceSpec, fit_mapping
from core.importers.parse.problems import Problem, Unreadable
from core.importers.parse.rows import ReadRow, read_rows
from core.importers.parse.tables import read_table
from core.importers.sources import ensure_sources, sources_of
from core.importers.texts import as_message
from core.models import Country, ImportRow, ImportRun, Source, User
from core.services.import_runs import close_run, fail_run, start_run

# Imports wait for each other: a plan compares with a register that must not move under it.
_LOCK = 7_204_551


@dataclass(frozen=True)
class ImportRequest:
    """What to import. `mapping` is the loaded mapping, {} for guessing all columns."""

    kind: ImportKind
    file_name: str
    data: bytes
    source_code: str
    mapping: Mapping[str, Any] = field(default_factory=dict)
    dry_run: bool = False


@dataclass(frozen=True)
class ImportResult:
    """The closed run, how many records of each kind it made, and how many remarks it has by code."""

    run: ImportRun
    figures: Mapping[str, int]

    def summary(self) -> dict[str, Any]:
        """The fixed summary of an import."""
        names = ("read", "created", "changed", "unchanged", "review", "rejected")
        counts = {name: getattr(self.run, f"{name}_count") for name in names}
        return {**counts, "warnings": self.run.warning_count, "run": self.run.public_id}


def run_import(
    request: ImportRequest, *, actor: User | None, reason: str, clock: Callable[[], datetime.datetime]
) -> ImportResult:
    """Import, or with `dry_run` only tell what an import would do.

    Nothing is half-saved: either all is written or the run is recorded as failed. Raises `Unreadable`
    where nothing can be done, then too with a failed run on record.
    """
    run = start_run(
        kind=request.kind.name,
        file_name=request.file_name,
        sha256=hashlib.sha256(request.data).hexdigest(),
        mapping={"source": request.source_code, "given": request.mapping},
        actor=actor,
        reason=reason,
        now=clock(),
    )
    try:
        return _run(request, run, actor, reason, clock)
    except Unreadable as error:
        fail_run(run, message=as_message(error.problem, request.kind.texts), now=clock())
        raise
    except Exception as error:
        problem = Problem("run-failed", "", type(error).__name__)
        fail_run(run, message=as_message(problem, request.kind.texts), now=clock())
        raise


def _run(
    request: ImportRequest,
    run: ImportRun,
    actor: User | None,
    reason: str,
    clock: Callable[[], datetime.datetime],
) -> ImportResult:
    table = read_table(request.file_name, request.data)
    mapping = fit_mapping(request.mapping, request.kind.fields, table.headers)
    run.mapping |= {"headers": table.headers, "columns": mapping.columns, "constants": mapping.constants}
    rows = read_rows(table, mapping)
    countries = Countries(list(Country.objects.values_list("code", "alpha3", "name")))
    if not countries:
        raise Unreadable("countries-missing")
    with transaction.atomic(), change(actor=actor, reason=reason, batch=run.public_id):
        _wait_for_others()
        found = sources_of(rows, mapping, request.source_code)
        specs = {edition: spec for edition, spec in found.items() if isinstance(spec, SourceSpec)}
        rows = tuple(_stopped_by_edition(row, found) for row in rows)
        plan = request.kind.make_plan(Batch(rows, specs, countries, clock().date()))
        sources = [] if request.dry_run else _apply(plan, specs, request, run.sha256)
        state = ImportState.PREVIEWED if request.dry_run else ImportState.COMPLETED
        kept = [_ledger_row(run, row, plan.outcomes[row.number], request.kind) for row in rows]
        close_run(run, state=state, rows=kept, sources=sources, now=clock())
    return ImportResult(run, plan.figures)


def _wait_for_others() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _stopped_by_edition(row: ReadRow, found: Mapping[str, SourceSpec | Problem]) -> ReadRow:
    problem = found.get(row.edition)
    return replace(row, problems=(*row.problems, problem)) if isinstance(problem, Problem) else row


def _apply(plan: Plan, specs: Mapping[str, SourceSpec], request: ImportRequest, sha256: str) -> list[Source]:
    cited = plan.cited()
    needed = [spec for spec in specs.values() if spec.code in cited]
    sources = ensure_sources(needed, document=request.file_name[-300:], sha256=sha256)
    plan.apply(sources)
    in_file = [spec.code for spec in specs.values()]
    return list(Source.objects.current().filter(code__in=in_file))


def _ledger_row(run: ImportRun, row: ReadRow, outcome: Outcome, kind: ImportKind) -> ImportRow:
    return ImportRow(
        run=run,
        number=row.number,
        raw=dict(row.raw),
        verdict=RowVerdict(outcome.verdict),
        messages=[as_message(problem, kind.texts) for problem in outcome.problems],
    )
