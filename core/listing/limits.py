"""A time limit for questions that a page can do without."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

CANCELLED = "57014"


class TookTooLong(Exception):
    """The database gave up a question at its time limit."""


@contextmanager
def time_limit(milliseconds: int) -> Iterator[None]:
    """Each statement inside may take this long; then `TookTooLong`, with everything before it kept."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(milliseconds)])
            yield
            cursor.execute("SELECT set_config('statement_timeout', '0', true)")
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) == CANCELLED:
            raise TookTooLong from error
        raise
