"""The rows of an import that need a person, as a file to mend and import again.

It has the columns of the list, then the row's number, verdict and remarks; an import takes no notice of those.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.exports.table import Table
from core.models import ImportRow, ImportRun


@dataclass(frozen=True)
class MendingColumn:
    name: str
    value: Callable[[ImportRow], str | int]

    @property
    def label(self) -> str:
        return self.name


def mending_table(run: ImportRun, rows: Iterable[ImportRow]) -> Table:
    """`rows` of `run` under the headers of its file."""
    headers = [*run.mapping.get("headers", [])]
    own = [MendingColumn(header, _cell(header)) for header in headers]
    remarks = [
        MendingColumn(_free("import row", headers), lambda row: row.number),
        MendingColumn(_free("import verdict", headers), lambda row: row.verdict),
        MendingColumn(_free("import remarks", headers), remarks_of_row),
    ]
    return Table(run.file_name, [*own, *remarks], rows)


def _cell(header: str) -> Callable[[ImportRow], str]:
    return lambda row: str(row.raw.get(header, ""))


def _free(name: str, headers: list[str]) -> str:
    """`name`, or with a number where the list has a column of that name."""
    taken = sum(header == name or header.startswith(f"{name} ") for header in headers)
    return f"{name} {taken + 1}" if taken else name


def remarks_of_row(row: ImportRow) -> str:
    return " | ".join(
        ": ".join(filter(None, (message["field"], message["value"], _(message["text"])))) for message in row.messages
    )
