"""Running imports in tests: a table as text, imported as a file would be."""

import datetime
from collections.abc import Mapping
from typing import Any

from core.importers.kinds import import_kinds
from core.importers.pipeline import ImportRequest, ImportResult, run_import
from core.models import ImportRun
from tests.factories.core import CountryFactory

NOW = datetime.datetime(2026, 3, 1, 12, 0, tzinfo=datetime.UTC)
SOURCE = {"title": "List {edition}", "kind": "brand_list", "publisher_name": "Lumen", "is_public": True}


def countries(*codes: str) -> None:
    for code in codes or ("CN", "HK", "TW", "VN", "DE", "GB"):
        CountryFactory(code=code)


def run(kind: str, text: str, mapping: Mapping[str, Any], **options: Any) -> ImportResult:
    """Import `text` (CSV) as `kind` from the source `test-list`."""
    request = ImportRequest(
        kind=import_kinds()[kind],
        file_name=options.pop("file_name", "list.csv"),
        data=text.encode(),
        source_code=options.pop("source_code", "test-list"),
        mapping=mapping,
        dry_run=options.pop("dry_run", False),
    )
    return run_import(request, actor=options.pop("actor", None), reason="Test import", clock=lambda: NOW)


def verdicts(run: ImportRun) -> list[str]:
    return [row.verdict for row in run.rows.order_by("number")]


def codes(run: ImportRun) -> list[list[str]]:
    """Codes of the remarks on each row."""
    return [[message["code"] for message in row.messages] for row in run.rows.order_by("number")]
