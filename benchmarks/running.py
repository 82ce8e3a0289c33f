"""One run: rows, measurements, table."""

import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from benchmarks import outreach, pages, reports
from benchmarks.measuring import ROUNDS, Measured, median_ms
from benchmarks.readers import coordinator, largest_project, signed_in
from benchmarks.starting import first_request_ms
from campaigns.models import Activity
from supplychain.models import Factory

SEED = 1
ACTIVITIES_EACH = 2
HEAD = f"""
| {"what":<28} | limit | page ms | SQL ms | ratio | within |
|{"-" * 30}|------:|--------:|-------:|------:|--------|"""


def run(scale: int) -> int:
    """Prints the table; 1 where something is above its limit."""
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
    prepare(scale)
    rows = f"{Factory.objects.count()} factories, {Activity.objects.count()} activities"
    print(f"\n{rows}; median of {ROUNDS}, nothing in the cache\n{HEAD}")
    late = [measured.name for measured in [*pages.pages(), *outreach.pages()] if not _row(measured)]
    if not _first_row():
        late.append("first request")
    late += reports.run()
    if late:
        print(f"\nAbove the limit: {', '.join(late)}")
    return 1 if late else 0


def prepare(scale: int) -> None:
    """Migrated, with so many synthetic factories and twice as many activities; says how long seeding took."""
    call_command("migrate", interactive=False, verbosity=0)
    seeded = [
        _seeded(Factory, factories=scale),
        _seeded(Activity, activities=scale * ACTIVITIES_EACH),
    ]
    if any(seeded):
        # What the server itself does within minutes.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")


def _seeded(model: Any, **wanted: int) -> bool:
    """Whether rows were written: nothing is where there are some."""
    if model.objects.exists():
        return False
    begun = time.perf_counter()
    call_command("seed_scale", seed=SEED, **wanted)
    print(f"seeding took {time.perf_counter() - begun:.0f} s")
    return True


def _row(measured: Measured) -> bool:
    return _told(measured.name, measured.limit_ms, median_ms(measured.once), median_ms(measured.bare))


def _first_row() -> bool:
    """The form in a new process: people wait for it first of all after each new version of the program."""
    client = signed_in(coordinator(largest_project()))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    taken = first_request_ms(outreach.FORM, session)
    return _told("form, first of a process", outreach.FORM_MS, taken, None)


def _told(name: str, limit_ms: float, taken: float, bare: float | None) -> bool:
    """Prints a row; whether the limit is kept."""
    within = taken <= limit_ms
    compared = f"{'':6} | {'':5}" if bare is None else f"{bare:6.1f} | {taken / max(bare, 0.01):5.1f}"
    print(f"| {name:<28} | {limit_ms:5} | {taken:7.1f} | {compared} | {'yes' if within else 'NO':<6} |", flush=True)
    return within
