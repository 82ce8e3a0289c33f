"""The history of a record as it is read: who changed what, when and why."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import IntegerField, Q, Value

from core.queries.actors import Actors
from core.queries.changes import Change, FieldChange, Names, as_text, differences, readable
from core.queries.histories import History, Part

if TYPE_CHECKING:
    from core.queries.histories import Viewer

PAGE_SIZE = 50
COMPARABLE = 100


class BadCursor(ValueError):
    """The place to go on from is not one that this timeline gave."""


@dataclass(frozen=True)
class Item:
    """What happened to one record: `kind` is insert, update or delete."""

    kind: str
    label: str
    name: str
    changes: list[FieldChange]


@dataclass(frozen=True)
class Entry:
    """Writes of one occasion."""

    when: datetime.datetime
    actor: str
    reason: str
    batch: str
    items: list[Item]

    @property
    def changes(self) -> list[FieldChange]:
        return [change for item in self.items for change in item.changes]


@dataclass(frozen=True)
class Timeline:
    """Entries, newest first; `next` is the place to go on from, empty at the end."""

    entries: list[Entry]
    next: str = ""


@dataclass
class _Step:
    """A version with what it follows, on the way to an `Item`."""

    part: Part
    version: Any
    before: Any | None = None
    changes: list[Change] = field(default_factory=list)

    @property
    def kind(self) -> str:
        if self.version.pgh_label == "delete":
            return "delete"
        return "update" if self.before is not None else "insert"

    @property
    def sides(self) -> tuple[Any | None, Any | None]:
        """What to compare: with the version before, or with nothing where the record begins or ends."""
        return (self.version, None) if self.kind == "delete" else (self.before, self.version)

    @property
    def occasion(self) -> Any:
        return self.version.pgh_context_id or self.version.pgh_created_at

    @property
    def metadata(self) -> dict[str, Any]:
        return self.version.pgh_context.metadata if self.version.pgh_context else {}


def timeline_of(subject: Any, history: History, user: "Viewer", *, after: str = "", size: int = PAGE_SIZE) -> Timeline:
    """History of `subject` as `user` may read it; the number of queries does not depend on its length.

    A version that the user may not see is as if it had never been: its neighbours are compared with each
    other. Raises `BadCursor`.
    """
    keys = _keys(subject, history.parts, user, after, size + 1)
    shown = keys[:size]
    steps = _steps(subject, history.parts, user, shown)
    entries = _entries(steps, user, history.owner_id(subject))
    return Timeline(entries, _cursor(shown[-1]) if len(keys) > size else "")


Key = tuple[datetime.datetime, int, int]


def _keys(subject: Any, parts: Sequence[Part], user: "Viewer", after: str, size: int) -> list[Key]:
    """(moment, part, id) of the newest versions, all parts in one query."""
    place = _place(after)
    queries = [
        part.visible_versions(subject.pk, user)
        .filter(_beyond(place, index))
        .order_by("-pgh_created_at", "-pgh_id")
        .annotate(_part=Value(index, output_field=IntegerField()))
        .values_list("pgh_created_at", "_part", "pgh_id")[:size]
        for index, part in enumerate(parts)
    ]
    if len(queries) == 1:
        return list(queries[0])
    joined = queries[0].union(*queries[1:], all=True)
    return list(joined.order_by("-pgh_created_at", "_part", "-pgh_id")[:size])


def _beyond(place: Key | None, index: int) -> Q:
    if place is None:
        return Q()
    moment, part, version_id = place
    if index > part:
        return Q(pgh_created_at__lte=moment)
    earlier = Q(pgh_created_at__lt=moment)
    return earlier | Q(pgh_created_at=moment, pgh_id__lt=version_id) if index == part else earlier


def _cursor(key: Key) -> str:
    return f"{key[0].isoformat()}_{key[1]}_{key[2]}"


def _place(after: str) -> Key | None:
    if not after:
        return None
    try:
        moment, part, version_id = after.split("_")
        place = (datetime.datetime.fromisoformat(moment), int(part), int(version_id))
    except ValueError as error:
        raise BadCursor from error
    if place[0].tzinfo is None:
        raise BadCursor
    return place


def _steps(subject: Any, parts: Sequence[Part], user: "Viewer", keys: Iterable[Key]) -> list[_Step]:
    """The versions of `keys` in their order, each with the visible version before it."""
    order = list(keys)
    steps: dict[tuple[int, int], _Step] = {}
    for index, part in enumerate(parts):
        ids = [version_id for _moment, place, version_id in order if place == index]
        if ids:
            steps.update({(index, step.version.pgh_id): step for step in _steps_of(subject, part, user, ids)})
    return [steps[index, version_id] for _moment, index, version_id in order]


def _steps_of(subject: Any, part: Part, user: "Viewer", ids: list[int]) -> list[_Step]:
    visible = part.visible_versions(subject.pk, user)
    rows = list(visible.filter(pgh_id__in=ids).select_related("pgh_context").order_by("pgh_id"))
    earlier = visible.filter(pgh_obj_id__in={row.pgh_obj_id for row in rows}, pgh_id__lt=min(ids))
    last = {row.pgh_obj_id: row for row in earlier.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")}
    steps = []
    for row in rows:
        steps.append(_Step(part, row, last.get(row.pgh_obj_id)))
        last[row.pgh_obj_id] = row
    return steps


def _entries(steps: list[_Step], user: "Viewer", owner_id: int | None) -> list[Entry]:
    names, actors = Names(user), Actors(user, owner_id)
    for step in steps:
        step.changes = differences(step.part, *step.sides)
        _want_names(step, names)
    names.read()
    actors.read(step.metadata.get("user") for step in steps)
    telling = [step for step in steps if step.changes or step.kind == "delete"]
    return [_entry(list(group), names, actors) for _key, group in groupby(telling, key=lambda step: step.occasion)]


def _want_names(step: _Step, names: Names) -> None:
    for change in step.changes:
        names.want(change.field, change.before, change.after)
    for told in step.part.naming_fields():
        names.want(told, getattr(step.version, told.attname))


def _entry(steps: list[_Step], names: Names, actors: Actors) -> Entry:
    metadata = steps[0].metadata
    return Entry(
        when=steps[0].version.pgh_created_at,
        actor=actors.name(metadata.get("user")),
        reason=metadata.get("reason", ""),
        batch=metadata.get("batch", ""),
        items=[_item(step, names) for step in steps],
    )


def _item(step: _Step, names: Names) -> Item:
    hidden = step.part.hidden_fields(step.version)
    told = [one for one in step.part.naming_fields() if one.name not in hidden]
    texts = [as_text(one, getattr(step.version, one.attname), names) for one in told]
    label = str(step.part.model._meta.verbose_name)
    return Item(
        kind=step.kind,
        label=label[:1].upper() + label[1:],
        name=" · ".join(text for text in texts if text),
        changes=[readable(change, names) for change in step.changes],
    )


def comparable_versions(subject: Any, history: History, user: "Viewer") -> list[tuple[int, datetime.datetime]]:
    """Id and moment of the record's own newest versions that `user` may compare."""
    visible = history.own.visible_versions(subject.pk, user).order_by("-pgh_created_at", "-pgh_id")
    return list(visible.values_list("pgh_id", "pgh_created_at")[:COMPARABLE])


def comparison(subject: Any, history: History, user: "Viewer", ids: tuple[int, int]) -> list[FieldChange] | None:
    """What differs between two versions of the record itself; None where one of them is not to be seen."""
    found = {row.pgh_id: row for row in history.own.visible_versions(subject.pk, user).filter(pgh_id__in=ids)}
    if any(version_id not in found for version_id in ids):
        return None
    changes = differences(history.own, found[ids[0]], found[ids[1]])
    names = Names(user)
    for change in changes:
        names.want(change.field, change.before, change.after)
    names.read()
    return [readable(change, names) for change in changes]
