"""Sources that a list cites: found by code, or made from what its mapping says of them."""

from collections.abc import Iterable
from dataclasses import replace

from django.core.exceptions import ValidationError

from core.importers.parse.mapping import ListMapping, SourceSpec
from core.importers.parse.problems import Problem, Unreadable, rejection
from core.importers.parse.rows import ReadRow
from core.models import Source

NEEDED = ("title", "kind", "publisher_name")


def sources_of(rows: Iterable[ReadRow], mapping: ListMapping, code: str) -> dict[str, SourceSpec | Problem]:
    """The source of each edition named in `rows`, or the problem that stops its rows.

    What is on record rules; the mapping adds the day that an edition speaks of. Raises `Unreadable`
    where no edition has a source.
    """
    specs = {edition: _spec(mapping, code, edition) for edition in _editions(rows, mapping)}
    known = _on_record(specs.values())
    checked = {edition: _checked(spec, known) for edition, spec in specs.items()}
    _require_one(list(checked.values()))
    return {edition: _for_rows(spec, edition) for edition, spec in checked.items()}


def _on_record(specs: Iterable[SourceSpec | Problem]) -> dict[str, Source]:
    codes = [spec.code for spec in specs if isinstance(spec, SourceSpec)]
    return Source.objects.current().in_bulk(codes, field_name="code")


def _require_one(specs: list[SourceSpec | Problem]) -> None:
    problems = [spec for spec in specs if isinstance(spec, Problem)]
    if problems and len(problems) == len(specs):
        raise Unreadable(problems[0].code, problems[0].value, problems[0].field)


def _editions(rows: Iterable[ReadRow], mapping: ListMapping) -> list[str]:
    return list(
        dict.fromkeys(row.edition for row in rows if not row.left_out and (row.edition or not mapping.editions))
    )


def _for_rows(spec: SourceSpec | Problem, edition: str) -> SourceSpec | Problem:
    return rejection("edition-unknown", "", edition) if isinstance(spec, Problem) else spec


def _spec(mapping: ListMapping, code: str, edition: str) -> SourceSpec | Problem:
    try:
        return mapping.source_of(code, edition)
    except Unreadable as error:
        return error.problem


def _checked(spec: SourceSpec | Problem, known: dict[str, Source]) -> SourceSpec | Problem:
    if isinstance(spec, Problem):
        return spec
    if source := known.get(spec.code):
        return _as_recorded(spec, source)
    if any(not spec.settings.get(name) for name in NEEDED):
        return rejection("source-unknown", "", spec.code)
    try:
        _unsaved(spec).full_clean(validate_unique=False)
    except ValidationError as error:
        return rejection("source-values", ", ".join(error.message_dict), "; ".join(error.messages))
    return spec


def _as_recorded(spec: SourceSpec, source: Source) -> SourceSpec:
    settings = {
        "granularity": source.granularity or spec.granularity,
        "publisher_name": source.publisher_name,
        "is_public": source.is_public,
    }
    return replace(spec, settings=settings, seen_on=spec.seen_on or source.published_on or source.retrieved_on)


def _unsaved(spec: SourceSpec, **origin: str) -> Source:
    return Source(code=spec.code, **{**origin, **spec.settings})


def ensure_sources(specs: Iterable[SourceSpec], *, document: str, sha256: str) -> dict[str, Source]:
    """The sources of `specs` by code; those that are not on record yet are made, in the caller's history context."""
    wanted = {spec.code: spec for spec in specs}
    found = Source.objects.current().in_bulk(list(wanted), field_name="code")
    new = [
        _unsaved(spec, document=document, sha256=sha256) for code, spec in sorted(wanted.items()) if code not in found
    ]
    return found | {source.code: source for source in Source.objects.bulk_create(new)}
