"""What a report says, in plain typed values: every format is written from this, so that none says anything else.

A document has sections, a section has blocks: paragraphs, key figures, charts and tables. Texts are in the language
of the report already, and are data: no writer takes anything in them for markup.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any

from core.charts.chart import Drawing

# Rows of a table that a page or a printed report shows; all of them are in the spreadsheet.
PRINTED_ROWS = 200


class Kind(StrEnum):
    """How the values of a column or figure are written: as they are, or in the way of the reader's language."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"
    LINK = "link"


@dataclass(frozen=True)
class Column:
    """`name` is the heading for programs, the same in all languages; `width` its share of a printed line.

    What only programs and spreadsheets need is not `printed`: a line has room for so much.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    width: float = 1
    printed: bool = True

    @property
    def is_figure(self) -> bool:
        return self.kind in (Kind.NUMBER, Kind.PERCENT)


@dataclass(frozen=True)
class Table:
    """Rows of typed values in the order of the columns. `rows` can be read again and again, and may be very long.

    `count` is their number, where it is known without reading them. The first column names the row.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    count: int | None = None
    note: str = ""
    empty: str = ""
    printed: int = PRINTED_ROWS

    def head(self) -> list[Sequence[Any]]:
        """The rows that are printed."""
        return list(islice(iter(self.rows), self.printed))

    @property
    def number(self) -> int:
        return self.count if self.count is not None else sum(1 for _row in self.rows)


@dataclass(frozen=True)
class Figure:
    """One key figure. `note` says what was counted, and what of it is an estimate."""

    label: str
    value: Any
    note: str = ""
    kind: Kind = Kind.NUMBER


@dataclass(frozen=True)
class Figures:
    """Figures side by side, never added to each other."""

    items: Sequence[Figure]


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class ChartBlock:
    """A drawing; a table of the same figures stands beside it."""

    chart: Drawing


Block = Paragraph | Figures | ChartBlock | Table


@dataclass(frozen=True)
class Section:
    """`name` is the same in all languages; `level` 2 is below the section before it."""

    name: str
    title: str
    blocks: Sequence[Block]
    level: int = 1


@dataclass(frozen=True)
class Citation:
    """A source that the report rests on."""

    title: str
    publisher: str = ""
    day: datetime.date | None = None
    url: str = ""


@dataclass(frozen=True)
class Document:
    """One report, made once. `chosen` are its parameters in words, `method` what it counts and how."""

    kind: str
    title: str
    subtitle: str
    language: str
    made_at: datetime.datetime
    made_for: str
    chosen: Sequence[tuple[str, str]]
    method: Sequence[str]
    sections: Sequence[Section]
    sources: Sequence[Citation] = ()
    warnings: Sequence[str] = ()
    # The table that a file for programs holds, by its name; the first one unless given.
    main: str = ""
    # Answers of an annex, filled by what a report of this kind alone knows (an XML file is written from it).
    payload: Any = field(default=None, compare=False)

    def tables(self) -> Iterator[Table]:
        for section in self.sections:
            yield from (block for block in section.blocks if isinstance(block, Table))

    def charts(self) -> Iterator[Drawing]:
        for section in self.sections:
            yield from (block.chart for block in section.blocks if isinstance(block, ChartBlock))

    def main_table(self) -> Table | None:
        """None where the report has no table."""
        tables = list(self.tables())
        named = [table for table in tables if table.name == self.main]
        return (named or tables or [None])[0]  # type: ignore[list-item]

    @property
    def row_count(self) -> int:
        table = self.main_table()
        return table.number if table else 0
