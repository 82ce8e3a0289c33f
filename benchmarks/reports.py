"""Reports over everything: seconds and memory, and the spreadsheet beside openpyxl's usual way on the same rows.

`python -m benchmarks.reports WHAT` makes one thing in a process of its own, so that one's memory is not another's, and
prints rows, seconds and the megabytes that making it added.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

PARTNERS = 11
# Seconds; the spreadsheet has one row an activity.
LIMITS = {"html": 3, "pdf": 8, "xlsx": 20}
WORKER_MB = 400
# Against the peer: so many times as fast, in at most such a part of its memory.
FASTER, OF_MEMORY = 1.5, 0.1
# Two workers against one.
OF_SERIAL = 0.75


@dataclass(frozen=True)
class Made:
    """What making one thing took."""

    rows: int
    seconds: float
    megabytes: float


def run() -> list[str]:
    """Prints what each takes; names of what is above its limit."""
    print(f"\n| {'report':<28} | limit | seconds | MB added |\n|{'-' * 30}|------:|--------:|---------:|")
    made = {what: _told(what, f"{LIMITS.get(what, '')}") for what in ("html", "pdf", "xlsx", "openpyxl")}
    late = [what for what, limit in LIMITS.items() if made[what].seconds > limit or made[what].megabytes > WORKER_MB]
    ours, peer = made["xlsx"], made["openpyxl"]
    faster, memory = peer.seconds / ours.seconds, ours.megabytes / max(peer.megabytes, 1)
    print(f"\nspreadsheet: {faster:.1f} times as fast as openpyxl (at least {FASTER}), {memory:.2f} of its memory")
    parallel = _parallel()
    print(f"{PARTNERS} partner reports by two workers take {parallel:.2f} of the time of one (at most {OF_SERIAL})")
    missed = [(faster < FASTER, "spreadsheet's speed"), (memory > OF_MEMORY, "spreadsheet's memory")]
    missed.append((parallel > OF_SERIAL, "parallel reports"))
    return late + [name for is_missed, name in missed if is_missed]


def _told(what: str, limit: str) -> Made:
    made = _made(what)
    print(f"| {what:<28} | {limit:>5} | {made.seconds:7.1f} | {made.megabytes:8.0f} |", flush=True)
    return made


def _made(*arguments: str) -> Made:
    return Made(**json.loads(_begun(*arguments).communicate()[0].splitlines()[-1]))


def _begun(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "benchmarks.reports", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _parallel() -> float:
    """Time of two workers that share the partners' reports, as part of the time of one that makes all."""
    alone = _made("partners", "0", "1").seconds
    begun = time.perf_counter()
    workers = [_begun("partners", str(number), "2") for number in range(2)]
    shares = [json.loads(worker.communicate()[0].splitlines()[-1])["seconds"] for worker in workers]
    return min(max(shares), time.perf_counter() - begun) / alone


# -- In a process of its own ---------------------------------------------------------


def main(what: str, *arguments: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
    import django  # noqa: PLC0415 (after the environment)

    django.setup()
    from core.reports.report import Format  # noqa: PLC0415 (as above)
    from core.reports.writing import write  # noqa: PLC0415 (as above)

    before = _most_memory()
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as file:
        if what == "partners":
            rows = sum(_partner(partner, file) for partner in _share(*map(int, arguments)))
        else:
            document = _document({})
            rows = document.row_count
            _by_peer(document, file) if what == "openpyxl" else write(document, Format(what), file)
    seconds = time.perf_counter() - begun
    print(json.dumps({"rows": rows, "seconds": seconds, "megabytes": _most_memory() - before}))


def _most_memory() -> float:
    """Megabytes that this program ever held. Not `getrusage`: there the process that began it counts too."""
    [line] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) / 1024


def _document(values: dict[str, list[str]]) -> Any:
    """The outreach report over all years, as the coordinator sees it."""
    from django.utils import timezone  # noqa: PLC0415 (after the set-up)

    from benchmarks.readers import coordinator, largest_project  # noqa: PLC0415 (as above)
    from core.reports.making import asked_of  # noqa: PLC0415 (as above)
    from core.reports.registry import reports  # noqa: PLC0415 (as above)

    report = reports()["outreach"]
    user = coordinator(largest_project())
    return report.document(asked_of(report, {"period": ["all"], **values}, user, timezone.now(), "en"))


def _share(number: int, workers: int) -> list[str]:
    from benchmarks.readers import largest_project  # noqa: PLC0415 (after the set-up)

    partners = largest_project().participations.order_by("pk").values_list("partner__public_id", flat=True)
    return list(partners[:PARTNERS])[number::workers]


def _partner(partner: str, file: IO[bytes]) -> int:
    from core.reports.report import Format  # noqa: PLC0415 (after the set-up)
    from core.reports.writing import write  # noqa: PLC0415 (as above)

    document = _document({"partner": [partner]})
    write(document, Format.PDF, file)
    return document.row_count


def _by_peer(document: Any, file: IO[bytes]) -> None:
    """The same sheets and rows as openpyxl writes them unless told otherwise."""
    from openpyxl import Workbook  # noqa: PLC0415 (the peer's process alone)

    book = Workbook()
    for table in document.tables():
        sheet = book.create_sheet(table.title[:31])
        sheet.append([column.label for column in table.columns])
        for row in table.rows:
            sheet.append(list(row))
    book.save(file)


if __name__ == "__main__":
    main(*sys.argv[1:])
