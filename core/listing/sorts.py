"""Orders of a list and pages by position: the cursor of a page says after which row it starts."""

import base64
import datetime
import decimal
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import F, Field, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.utils.crypto import constant_time_compare, salted_hmac

MARK_LENGTH = 8


@dataclass(frozen=True)
class Sort:
    """An order that a reader may choose as `sort=<name>`, or `sort=-<name>` the other way round.

    `fields` are ORM paths or annotations of the list's queryset, most significant first; the
    primary key is added, so that no two rows are equal. Unknown values (NULL) come last either way.
    `kind` (text, day or number) chooses the words for the two directions.
    """

    name: str
    label: Any
    fields: tuple[str, ...]
    kind: str = "text"


class InvalidCursor(ValueError):
    """The text is no cursor of this list in this order."""


@dataclass(frozen=True)
class Cursor:
    """A row's values of the ordering fields; `backward` asks for the rows before it."""

    values: tuple[Any, ...]
    backward: bool = False

    def encode(self, order: str) -> str:
        """As text for addresses. It is marked, so that only what this site wrote is read back."""
        payload = json.dumps([order, int(self.backward), self.values], default=_as_text, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(_mark(payload) + payload).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str, order: str, fields: "Sequence[OrderField]") -> "Cursor":
        """The cursor that `encode` wrote for the same order; raises `InvalidCursor`."""
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        except ValueError as error:
            raise InvalidCursor(text) from error
        mark, payload = raw[:MARK_LENGTH], raw[MARK_LENGTH:]
        if not constant_time_compare(mark, _mark(payload)):
            raise InvalidCursor(text)
        written_for, backward, values = json.loads(payload)
        if written_for != order or len(values) != len(fields):
            raise InvalidCursor(text)
        try:
            read = tuple(field.read(value) for field, value in zip(fields, values, strict=True))
        except ValidationError as error:
            raise InvalidCursor(text) from error
        return cls(read, bool(backward))


def _mark(payload: bytes) -> bytes:
    return salted_hmac("core.listing.sorts", payload, algorithm="sha256").digest()[:MARK_LENGTH]


def _as_text(value: Any) -> str:
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return str(value)
    raise TypeError(f"{type(value)} cannot be part of a cursor")


@dataclass(frozen=True)
class OrderField:
    """One ordering field of a queryset: path, direction, type, and whether it may be NULL."""

    path: str
    descending: bool
    field: "Field[Any, Any]"
    nullable: bool

    def read(self, value: Any) -> Any:
        return None if value is None else self.field.to_python(value)

    def order(self, backward: bool) -> OrderBy:
        """NULLs last, or first when read backward. Plain where there are none, so that an index serves."""
        descending = self.descending != backward
        nulls = {"nulls_first" if backward else "nulls_last": True} if self.nullable else {}
        return F(self.path).desc(**nulls) if descending else F(self.path).asc(**nulls)

    def beyond(self, value: Any, backward: bool) -> Q | None:
        """Rows whose field lies strictly beyond `value`; None where no row can."""
        if value is None:
            return Q(**{f"{self.path}__isnull": False}) if backward else None
        comparison = Q(**{f"{self.path}__{'lt' if self.descending != backward else 'gt'}": value})
        if self.nullable and not backward:
            comparison |= Q(**{f"{self.path}__isnull": True})
        return comparison

    def same(self, value: Any) -> Q:
        return Q(**{f"{self.path}__isnull": True}) if value is None else Q(**{self.path: value})

    def at_least(self, value: Any, backward: bool) -> Q:
        """Implied by "beyond or same"; stated because an index understands it at once."""
        if value is None or self.nullable:
            return Q()
        return Q(**{f"{self.path}__{'lte' if self.descending != backward else 'gte'}": value})


def order_fields(queryset: QuerySet[Any], sort: Sort, descending: bool) -> list[OrderField]:
    """The ordering fields of `queryset` under `sort`, the primary key last."""
    return [_order_field(queryset, path, descending) for path in (*sort.fields, "pk")]


def _order_field(queryset: QuerySet[Any], path: str, descending: bool) -> OrderField:
    if (annotation := queryset.query.annotations.get(path)) is not None:
        return OrderField(path, descending, annotation.output_field, nullable=True)
    options = queryset.model._meta
    if path == "pk":
        return OrderField(path, descending, options.pk, nullable=False)
    nullable = False
    *relations, last = path.split("__")
    for name in relations:
        relation = options.get_field(name)
        # The row on the other side of a reverse relation may be missing.
        nullable |= relation.null if relation.concrete else True
        options = relation.related_model._meta
    field = options.get_field(last)
    if not hasattr(field, "attname"):
        raise FieldDoesNotExist(f"{path} is no column to sort by")
    # A generated column is declared without NULL, yet is NULL where its sources are.
    return OrderField(path, descending, getattr(field, "output_field", None) or field, nullable or field.null)


def beyond(fields: Sequence[OrderField], cursor: Cursor) -> Q:
    """Condition: the row lies beyond the cursor's row."""
    result: Q | None = None
    for field, value in reversed(list(zip(fields, cursor.values, strict=True))):
        here = field.beyond(value, cursor.backward)
        tail = None if result is None else field.same(value) & result
        parts = [part for part in (here, tail) if part is not None]
        result = parts[0] if len(parts) == 1 else parts[0] | parts[1]
    assert result is not None  # noqa: S101 (the primary key always gives a condition)
    return fields[0].at_least(cursor.values[0], cursor.backward) & result


@dataclass(frozen=True)
class Page:
    """Rows of one page, and the cursors (as text) of its neighbours."""

    rows: list[Any]
    next: str | None
    previous: str | None


def ordered(queryset: QuerySet[Any], fields: Sequence[OrderField], backward: bool = False) -> QuerySet[Any]:
    return queryset.order_by(*(field.order(backward) for field in fields))


def page_of(
    queryset: QuerySet[Any], fields: Sequence[OrderField], order: str, cursor: Cursor | None, size: int
) -> Page:
    """The page after (or before) `cursor`; the first one without. One query, two when paging back to the start."""
    backward = cursor is not None and cursor.backward
    rows = _rows_beyond(queryset, fields, cursor, size + 1)
    more, rows = len(rows) > size, rows[:size]
    if backward and not more and len(rows) < size:
        return page_of(queryset, fields, order, None, size)
    if backward:
        rows.reverse()
    follows, precedes = (True, more) if backward else (more, cursor is not None)
    return _page(rows, fields, order, follows, precedes)


def _page(rows: list[Any], fields: Sequence[OrderField], order: str, follows: bool, precedes: bool) -> Page:
    if not rows:
        return Page(rows, next=None, previous=None)
    return Page(
        rows,
        next=_cursor_at(rows[-1], fields).encode(order) if follows else None,
        previous=_cursor_at(rows[0], fields, backward=True).encode(order) if precedes else None,
    )


def _rows_beyond(
    queryset: QuerySet[Any], fields: Sequence[OrderField], cursor: Cursor | None, number: int
) -> list[Any]:
    annotations = {f"order_value_{position}": F(field.path) for position, field in enumerate(fields)}
    found = queryset.annotate(**annotations)
    if cursor is None:
        return list(ordered(found, fields)[:number])
    return list(ordered(found.filter(beyond(fields, cursor)), fields, cursor.backward)[:number])


def _cursor_at(row: Any, fields: Sequence[OrderField], backward: bool = False) -> Cursor:
    return Cursor(tuple(getattr(row, f"order_value_{position}") for position in range(len(fields))), backward)
