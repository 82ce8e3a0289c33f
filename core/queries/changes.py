"""Differences between two versions of a record, in words that can be read."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Field, ForeignKey, Model
from django.utils.formats import number_format
from django.utils.translation import gettext

from core.dates import MOMENT, in_words
from core.querysets import PublicRecordQuerySet, RecordQuerySet

if TYPE_CHECKING:
    from core.queries.histories import Part, Viewer

EMPTY: tuple[Any, ...] = (None, "", [], {})
# Restrict nothing beyond leaving merged records out, whose names are as public as those of others.
OPEN_TO_ALL = (RecordQuerySet.visible_to, PublicRecordQuerySet.visible_to)


@dataclass(frozen=True)
class Change:
    """A field's value before and after, as stored."""

    field: "Field[Any, Any]"
    before: Any
    after: Any
    before_lang: str = ""
    after_lang: str = ""

    @property
    def differs(self) -> bool:
        """An unknown and an empty value look the same, so one for the other is no news."""
        return self.before != self.after and not (self.before in EMPTY and self.after in EMPTY)


@dataclass(frozen=True)
class FieldChange:
    """A field's value before and after, as shown; an empty text stands for no value."""

    label: str
    before: str
    after: str
    before_lang: str = ""
    after_lang: str = ""


def differences(part: "Part", before: Any | None, after: Any | None) -> list[Change]:
    """What differs between two versions, in the order of the model; None stands for no record.

    A field that the reader may not see in the later version is left out; in the earlier one it counts as empty.
    """
    past = part.hidden_fields(before) if before is not None else frozenset()
    left_out = part.hidden_fields(after) if after is not None else past
    compared = [
        Change(
            field,
            None if field.name in past else _value(before, field),
            _value(after, field),
            _language(before, field),
            _language(after, field),
        )
        for field in part.shown_fields()
        if field.name not in left_out
    ]
    return [one for one in compared if one.differs]


def _value(version: Any | None, field: "Field[Any, Any]") -> Any:
    return None if version is None else getattr(version, field.attname)


def _language(version: Any | None, field: "Field[Any, Any]") -> str:
    return getattr(version, f"{field.name}_lang", "") if version is not None else ""


class Names:
    """Texts of the records that versions point at: one query per kind of record, none that `user` may not see."""

    def __init__(self, user: "Viewer") -> None:
        self.user = user
        self.wanted: dict[type[Model], set[Any]] = {}
        self.known: dict[tuple[type[Model], Any], str] = {}

    def want(self, field: "Field[Any, Any]", *values: Any) -> None:
        if isinstance(field, ForeignKey):
            self.wanted.setdefault(field.related_model, set()).update(value for value in values if value is not None)

    def read(self) -> None:
        """Fetches the texts of all that was wanted."""
        for model, ids in self.wanted.items():
            for row in self._readable(model).filter(pk__in=ids):
                self.known[model, row.pk] = str(row)

    def _readable(self, model: type[Model]) -> Any:
        rows = model._default_manager.all()
        if not isinstance(rows, RecordQuerySet):
            return rows
        shown = rows if type(rows).visible_to in OPEN_TO_ALL else rows.visible_to(self.user)
        return shown.for_listing()

    def name(self, field: "ForeignKey[Any, Any]", value: Any) -> str:
        return self.known.get((field.related_model, value)) or gettext("not public or no longer there")


def readable(change: Change, names: Names) -> FieldChange:
    """`change` in words."""
    before, after = (as_text(change.field, value, names) for value in (change.before, change.after))
    label = str(change.field.verbose_name)
    return FieldChange(label[:1].upper() + label[1:], before, after, change.before_lang, change.after_lang)


def as_text(field: "Field[Any, Any]", value: Any, names: Names) -> str:
    """A stored value as a reader of the current language writes it."""
    if value in EMPTY:
        return ""
    if isinstance(field, ForeignKey):
        return names.name(field, value)
    if isinstance(field, ArrayField):
        return _joined(as_text(field.base_field, item, names) for item in value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(texts)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, datetime.datetime):
        return in_words(value, MOMENT)
    if isinstance(value, datetime.date):
        return in_words(value)
    if isinstance(value, Decimal | int):
        return number_format(value, use_l10n=True, force_grouping=True)
    if isinstance(value, float):
        return number_format(value, use_l10n=True)
    return str(value)
