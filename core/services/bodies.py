"""Writing organisations and one kind of profile of theirs, set by set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.models import Organisation, OrganisationIdentifier, Profile, Source
from core.transliteration import latin_reading

_BATCH = 2000


@dataclass(frozen=True)
class BodyDraft:
    """A profile with `extra` to record: of an organisation on record, or of a new one with `values`."""

    key: str
    values: Mapping[str, Any]
    extra: Mapping[str, str]
    source_code: str
    organisation: int | None = None


@dataclass
class BodyWrite:
    """New profiles, blanks to fill in organisations and profiles (by id), and new identifiers by organisation."""

    new: list[BodyDraft] = field(default_factory=list)
    fill: dict[int, dict[str, str]] = field(default_factory=dict)
    fill_profile: dict[int, dict[str, str]] = field(default_factory=dict)
    identifiers: list[tuple[int | str, tuple[str, str], str]] = field(default_factory=list)


def write_bodies(model: type[Profile], write: BodyWrite, sources: Mapping[str, Source]) -> None:
    """Write it inside the caller's transaction and history context."""
    organisations = _organisations(write.new, sources)
    model._default_manager.bulk_create(
        [model(organisation_id=organisations[draft.key], **draft.extra) for draft in write.new], batch_size=_BATCH
    )
    _fill(Organisation, write.fill)
    _fill(model, write.fill_profile)
    OrganisationIdentifier.objects.bulk_create(
        [
            OrganisationIdentifier(
                organisation_id=body if isinstance(body, int) else organisations[body],
                scheme=scheme,
                value=value,
                source=sources[code],
            )
            for body, (scheme, value), code in write.identifiers
        ],
        batch_size=_BATCH,
    )


def _organisations(drafts: Sequence[BodyDraft], sources: Mapping[str, Source]) -> dict[str, int]:
    ids = {draft.key: draft.organisation for draft in drafts if draft.organisation}
    new = [draft for draft in drafts if not draft.organisation]
    made = Organisation.objects.bulk_create(
        [
            Organisation(
                **draft.values,
                latin_reading=latin_reading(draft.values["name"], draft.values["name_local"]),
                source=sources[draft.source_code],
            )
            for draft in new
        ],
        batch_size=_BATCH,
    )
    return ids | {draft.key: organisation.pk for draft, organisation in zip(new, made, strict=True)}


def _fill(model: type[Organisation] | type[Profile], blanks: Mapping[int, Mapping[str, str]]) -> None:
    """Fill blanks of records; nothing that is written already is replaced."""
    records = list(model._default_manager.filter(pk__in=blanks))
    for record in records:
        for name, text in blanks[record.pk].items():
            setattr(record, name, text)
        if isinstance(record, Organisation):
            record.latin_reading = latin_reading(record.name, record.name_local)
    if names := {name for values in blanks.values() for name in values}:
        also = {"latin_reading"} if model is Organisation else set()
        model._default_manager.bulk_update(records, sorted(names | also), batch_size=_BATCH)
