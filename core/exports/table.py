"""A table to be written: headings and rows of plain typed values."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


class WrittenColumn(Protocol):
    """What an export needs of a list's column."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> Any: ...
    @property
    def value(self) -> Callable[[Any], Any]: ...


@dataclass(frozen=True)
class Table:
    """Columns over records; each record is read once, in order."""

    title: str
    columns: Sequence[WrittenColumn]
    records: Iterable[Any]

    def rows(self) -> Iterator[list[Any]]:
        for record in self.records:
            yield [column.value(record) for column in self.columns]
