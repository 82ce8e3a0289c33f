"""Writing very many rows: PostgreSQL's COPY, fed from a generator."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models

ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def reserve(model: type[models.Model], count: int) -> int:
    """The first of `count` primary keys that nobody else will get."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [model._meta.db_table])
        sequence = cursor.fetchone()[0]
        cursor.execute("SELECT setval(%s, nextval(%s) + %s - 1)", [sequence, sequence, count])
        return int(cursor.fetchone()[0]) - count + 1


def copy_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write `rows` of the attributes `columns`; every other stored column gets its default."""
    given, others = _fields(model, columns)
    names = ", ".join(connection.ops.quote_name(field.column) for field in [*given, *others])
    rest = "".join("\t" + text_of(_default(field)) for field in others)
    lines = ("\t".join(map(text_of, row)) + rest + "\n" for row in rows)
    with connection.cursor() as cursor:
        cursor.cursor.copy_expert(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN', Stream(lines))


@contextmanager
def references_checked_at_once(*tables: type[models.Model]) -> Iterator[None]:
    """Foreign keys of these tables and of their histories hold for all rows at the end, not checked row by row.

    They are dropped and made again, which checks every row in one question; nobody else can write meanwhile.
    """
    names = [model._meta.db_table for model in tables]
    names += [model.versions.rel.related_model._meta.db_table for model in tables if hasattr(model, "versions")]
    with connection.cursor() as cursor:
        # A table with checks to come cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "SELECT conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE contype = 'f' AND conrelid = ANY (%s::regclass[])",
            [names],
        )
        references = cursor.fetchall()
        for table, name, _definition in references:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, name, definition in references:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def triggers_off(model: Any, *names: str) -> Iterator[None]:
    """Without these triggers: what is written fits by its making, and they would look at all of it again."""
    table = model._meta.db_table
    found = [trigger.get_pgid(model) for trigger in model._meta.triggers if trigger.name in names]
    with connection.cursor() as cursor:
        for name in found:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER "{name}"')
        yield
        for name in found:
            cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER "{name}"')


def analyze(*tables: type[models.Model]) -> None:
    """Figures for the planner, which would take full tables for empty ones."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(model._meta.db_table for model in tables))


def _fields(model: type[models.Model], columns: Sequence[str]) -> tuple[list[Any], list[Any]]:
    """The fields of the columns, and those stored ones that are left to their defaults."""
    stored: dict[str, Any] = {field.attname: field for field in model._meta.concrete_fields if not field.generated}
    others = [field for name, field in stored.items() if name not in columns and not field.primary_key]
    return [stored[name] for name in columns], others


def _default(field: Any) -> Any:
    return True if field.name == "is_demo" else field.get_default()


def text_of(value: Any) -> str:
    """The value as COPY reads it."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.translate(ESCAPES)
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, list):
        return "{" + ",".join(map(str, value)) + "}"
    return str(value)


class Stream:
    """Lines of text as a file that is read piece by piece."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.left = ""

    def read(self, size: int = -1) -> str:
        parts, length = [self.left], len(self.left)
        for line in self.lines:
            parts.append(line)
            length += len(line)
            if 0 <= size <= length:
                break
        text = "".join(parts)
        self.left = text[size:] if size >= 0 else ""
        return text[:size] if size >= 0 else text
