"""Lists of organisations of one kind: found by identifier, else by name (and place), else recorded."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.enums import RowVerdict
from core.importers.kinds import Batch, Outcome
from core.importers.parse.bodies import Body, ExtraField, ReadBody, read_body
from core.importers.parse.cells import compact
from core.importers.parse.names import organisation_key
from core.importers.parse.problems import Problem, review
from core.models import Organisation, OrganisationIdentifier, Profile, Source
from core.services.bodies import BodyDraft, BodyWrite, write_bodies

_FILLED = ("name_local", "name_local_lang", "short_name", "city", "website", "country_id")
_PLACE = ("city", "country_id")


@dataclass(frozen=True)
class BodyKind:
    """`by_place`: bodies of one name in another country or town are others, as with public bodies."""

    model: type[Profile]
    by_place: bool
    extras: tuple[ExtraField, ...] = ()
    needed: tuple[str, ...] = ("name",)

    def plan(self, batch: Batch) -> "BodiesPlan":
        read = [read_body(row, batch.countries, self.extras, self.needed) for row in batch.rows]
        planner = _Planner(self, batch)
        outcomes = {found.row.number: planner.outcome_of(found) for found in read}
        kind = f"{self.model._meta.model_name}s"
        figures = {kind: len(planner.write.new), "identifiers": len(planner.write.identifiers)}
        return BodiesPlan(self.model, planner.write, planner.cited, outcomes, figures)


@dataclass
class BodiesPlan:
    model: type[Profile]
    write: BodyWrite
    sources: set[str]
    outcomes: Mapping[int, Outcome]
    figures: Mapping[str, int]

    def cited(self) -> set[str]:
        return self.sources

    def apply(self, sources: Mapping[str, Source]) -> None:
        write_bodies(self.model, self.write, sources)


@dataclass
class _OnRecord:
    """An organisation that rows may mean, on record or drafted in this import."""

    ref: int | str
    values: dict[str, Any]
    profile: int | None = None
    extra: dict[str, str] = field(default_factory=dict)


class _Planner:
    def __init__(self, kind: BodyKind, batch: Batch) -> None:
        self.kind = kind
        self.batch = batch
        self.write = BodyWrite()
        self.cited: set[str] = set()
        self.known = _organisations(kind)
        identifiers = OrganisationIdentifier.objects.filter(organisation_id__in=self.known)
        self.identifiers: dict[tuple[str, str], int | str] = {
            (scheme, value): pk for scheme, value, pk in identifiers.values_list("scheme", "value", "organisation_id")
        }
        self.records: dict[int | str, _OnRecord] = dict(self.known.items())
        self.by_name: dict[str, list[int | str]] = defaultdict(list)
        for record in self.known.values():
            self.by_name[organisation_key(record.values["name"])].append(record.ref)

    def outcome_of(self, found: ReadBody) -> Outcome:
        body = found.body
        if body is None:
            left_out = found.row.left_out
            return Outcome(RowVerdict.UNCHANGED if left_out else RowVerdict.REJECTED, found.problems)
        refs = self._find(body)
        if isinstance(refs, Problem):
            return Outcome(RowVerdict.REVIEW, (*found.problems, refs))
        code = self.batch.sources[body.edition].code
        self.cited.add(code)
        verdict = self._add_to(self.records[refs[0]], body, code) if refs else self._draft(body, code)
        return Outcome(verdict, found.problems)

    def _find(self, body: Body) -> list[int | str] | Problem:
        """The record that is meant, none, or why a person must decide."""
        name, country, town = body.place
        if body.identifier and (ref := self.identifiers.get(body.identifier)) is not None:
            if organisation_key(self.records[ref].values["name"]) != name:
                return review("identifier-elsewhere", "identifier", body.identifier[1])
            return [ref]
        named = self.by_name[name]
        if self.kind.by_place:
            named = [ref for ref in named if self._is_at(self.records[ref], country, town)]
        return review("name-ambiguous", "name", body.name) if len(named) > 1 else named

    @staticmethod
    def _is_at(record: _OnRecord, country: str, town: str) -> bool:
        known = compact(record.values.get("city") or "")
        return record.values.get("country_id") == (country or None) and known == town

    def _draft(self, body: Body, code: str) -> RowVerdict:
        ref = " / ".join([*body.place, *(body.identifier or ())])
        values = {"name": body.name, **body.values, "country_id": body.country or None}
        record = self.records[ref] = _OnRecord(ref, values, extra=dict(body.extra))
        self.by_name[body.place[0]].append(ref)
        # Later rows fill what this one left blank: draft and record share their values.
        self.write.new.append(BodyDraft(ref, record.values, record.extra, code))
        self._identify(ref, body, code)
        return RowVerdict.CREATED

    def _add_to(self, record: _OnRecord, body: Body, code: str) -> RowVerdict:
        news = [self._identify(record.ref, body, code), self._fill(record, body)]
        if isinstance(record.ref, int) and record.profile is None:
            self.write.new.append(BodyDraft(str(record.ref), {}, record.extra, code, organisation=record.ref))
            record.extra.update(body.extra)
            record.profile = 0
            return RowVerdict.CREATED
        return RowVerdict.CHANGED if any([*news, self._fill_profile(record, body)]) else RowVerdict.UNCHANGED

    def _fill(self, record: _OnRecord, body: Body) -> bool:
        """Fill blanks of the organisation, but not those of the place that tells bodies apart."""
        given = {**body.values, "country_id": body.country}
        names = set(_FILLED) - set(_PLACE if self.kind.by_place else ())
        blanks = {name: given[name] for name in names if given[name] and not record.values[name]}
        record.values.update(blanks)
        if blanks and isinstance(record.ref, int):
            self.write.fill.setdefault(record.ref, {}).update(blanks)
        return bool(blanks)

    def _fill_profile(self, record: _OnRecord, body: Body) -> bool:
        blanks = {name: text for name, text in body.extra.items() if not record.extra.get(name)}
        record.extra.update(blanks)
        if blanks and record.profile:
            self.write.fill_profile.setdefault(record.profile, {}).update(blanks)
        return bool(blanks)

    def _identify(self, ref: int | str, body: Body, code: str) -> bool:
        if not body.identifier or body.identifier in self.identifiers:
            return False
        self.identifiers[body.identifier] = ref
        self.write.identifiers.append((ref, body.identifier, code))
        return True


def _organisations(kind: BodyKind) -> dict[int, _OnRecord]:
    """All organisations by id, with their profile of the kind; fictional demo records are never meant."""
    extras = [extra.name for extra in kind.extras]
    profiles = {
        row["organisation_id"]: row
        for row in kind.model._default_manager.filter(is_demo=False, merged_into__isnull=True).values(
            "pk", "organisation_id", *extras
        )
    }
    rows = Organisation.objects.current().filter(is_demo=False).values("pk", "name", *_FILLED)
    known = {}
    for row in rows:
        profile = profiles.get(row["pk"])
        own = {name: profile[name] for name in extras} if profile else {}
        known[row["pk"]] = _OnRecord(row["pk"], row, profile["pk"] if profile else None, own)
    return known
