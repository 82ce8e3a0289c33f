"""Import a list of factories, brands, product models or procurers."""

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from core.importers.kinds import ImportKind, import_kinds
from core.importers.parse.mapping import load_mapping
from core.importers.parse.problems import Unreadable
from core.importers.pipeline import ImportRequest, ImportResult, run_import
from core.importers.texts import text_of
from core.models import ImportRow


class Command(BaseCommand):
    help = (
        "Import a CSV, XLSX or ODS list. Every row is kept with its verdict (created, changed, unchanged, review, "
        "rejected) and remarks; importing the same list again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="CSV (UTF-8, also packed as .gz), XLSX or ODS")
        parser.add_argument("--kind", required=True, help="factories, brands, products or procurers")
        parser.add_argument("--source", required=True, metavar="CODE", help="code of the source that the list is")
        parser.add_argument("--mapping", metavar="FILE", help="JSON: columns, constants, source, editions")
        parser.add_argument("--dry-run", action="store_true", help="tell what would be done and record nothing of it")
        parser.add_argument("--reason", default="", help="why, for the history of the records")
        parser.add_argument("--json", action="store_true", help="print the summary as JSON on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        kind = _kind(options["kind"])
        path = Path(options["file"])
        try:
            request = ImportRequest(
                kind=kind,
                file_name=path.name,
                data=_read(path),
                source_code=options["source"],
                mapping=_mapping(options["mapping"], kind),
                dry_run=options["dry_run"],
            )
            reason = options["reason"] or f"Import of {path.name} as {options['source']}"
            result = run_import(request, actor=None, reason=reason, clock=timezone.now)
        except Unreadable as error:
            raise CommandError(_said(error, kind)) from error
        self._report(result, options)
        if result.run.rejected_count == result.run.read_count:
            raise CommandError(f"Not one row could be used. See import {result.run.public_id}.")

    def _report(self, result: ImportResult, options: dict[str, Any]) -> None:
        summary = result.summary()
        for (code, text), count in _remarks(result).most_common():
            self.stdout.write(f"{count:>6} {code}: {text}")
        made = ", ".join(f"{count} {name}" for name, count in result.figures.items() if count)
        verb = "Would make" if options["dry_run"] else "Made"
        self.stdout.write(f"{verb}: {made.replace('_', ' ') or 'nothing'}.")
        self.stdout.write(", ".join(f"{name} {value}" for name, value in summary.items()))
        if options["json"]:
            self.stdout.write(json.dumps(summary))


def _remarks(result: ImportResult) -> Counter[tuple[str, str]]:
    """How often each remark was made."""
    rows = ImportRow.objects.filter(run=result.run).values_list("messages", flat=True)
    return Counter((message["code"], message["text"]) for messages in rows for message in messages)


def _kind(name: str) -> ImportKind:
    kinds = import_kinds()
    if name not in kinds:
        raise CommandError(f"There is no kind of list called {name!r}; known are {', '.join(sorted(kinds))}.")
    return kinds[name]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def _mapping(name: str | None, kind: ImportKind) -> dict[str, Any]:
    if not name:
        return {}
    try:
        text = _read(Path(name)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{name} is not UTF-8.") from error
    return load_mapping(text, kind.name)


def _said(error: Unreadable, kind: ImportKind) -> str:
    problem = error.problem
    place = ": ".join(part for part in (problem.field, problem.value) if part)
    return f"{text_of(problem, kind.texts)} ({problem.code}{': ' if place else ''}{place})"
