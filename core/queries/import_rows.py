"""Rows of an import run: how many have which remark, and pages of them."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet

from core.enums import RowVerdict
from core.models import ImportRow, ImportRun

PAGE = 50
OPEN = (RowVerdict.REJECTED, RowVerdict.REVIEW)


@dataclass(frozen=True)
class Remark:
    """A remark, and how many times the run's rows have it. `text` is English, translated where it is shown."""

    code: str
    text: str
    count: int


@dataclass(frozen=True)
class RowsPage:
    """Rows in the order of the file; `after` is the number to go on from, None on the last page."""

    rows: list[ImportRow]
    count: int
    after: int | None


def remarks_of(run: ImportRun) -> list[Remark]:
    """Remarks on the rows of `run`, the most frequent first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT said ->> 'code', said ->> 'text', count(*) FROM core_importrow,"
            " jsonb_array_elements(messages) AS said WHERE run_id = %s GROUP BY 1, 2 ORDER BY 3 DESC, 1",
            [run.pk],
        )
        return [Remark(*row) for row in cursor.fetchall()]


def rows_of(run: ImportRun, *, verdict: str = "", code: str = "") -> QuerySet[ImportRow]:
    """Rows of `run` with a verdict and a remark, where these are given."""
    rows = run.rows.order_by("number")
    if verdict:
        rows = rows.filter(verdict=verdict)
    return rows.filter(messages__contains=[{"code": code}]) if code else rows


def page_of_rows(rows: QuerySet[ImportRow], after: int) -> RowsPage:
    found = list(rows.filter(number__gt=after)[: PAGE + 1])
    more = len(found) > PAGE
    return RowsPage(found[:PAGE], rows.count(), found[PAGE - 1].number if more else None)
