"""A document with everything that a report can say, and texts that would break a careless writer."""

import datetime

import pytest

from core.charts.bars import BarChart
from core.charts.chart import Bar
from core.reports.document import (
    ChartBlock,
    Citation,
    Column,
    Document,
    Figure,
    Figures,
    Kind,
    Paragraph,
    Section,
    Table,
)

NASTY = '=1+1 #strong[x] $a$ <script>alert(1)</script> & "q" \\ @ref Tên Ελλάδα Москва 深圳电子 😀 عربي'
DAY = datetime.date(2026, 3, 1)
NOW = datetime.datetime(2026, 4, 2, 9, 30, 15, tzinfo=datetime.UTC)


def rows(number: int) -> list[list[object]]:
    return [[f"{NASTY} {place}", DAY, 1234 * place, 12.5, None] for place in range(number)]


def table(number: int = 3, **values: object) -> Table:
    columns = [
        Column("name", "Name", width=2),
        Column("day", "Day", Kind.DAY),
        Column("people", "People", Kind.NUMBER),
        Column("share", "Share", Kind.PERCENT),
        Column("note", "Note"),
    ]
    return Table(**{"name": "rows", "title": "All rows", "columns": columns, "rows": rows(number)} | values)


@pytest.fixture
def document() -> Document:
    chart = BarChart("bars", "People by day", "More on the second day.", [Bar("First", 1), Bar(NASTY, 2)])
    return Document(
        kind="test",
        title="A test report",
        subtitle=NASTY,
        language="en",
        made_at=NOW,
        made_for="",
        chosen=[("Period", "Last quarter")],
        method=["Nothing is added."],
        sections=[
            Section("summary", "Summary", [Paragraph(NASTY), Figures([Figure("People", 12345, "counted")])]),
            Section("chart", "Chart", [ChartBlock(chart)]),
            Section("rows", "Rows", [table()]),
            Section("none", "Nothing", [table(0, name="none", empty="There is none.")], level=2),
        ],
        sources=[
            Citation("A list", "A publisher", DAY, "https://example.org/list"),
            Citation("A trap", "", None, "javascript:alert(1)"),
        ],
        warnings=["One record is hidden."],
        main="rows",
    )
