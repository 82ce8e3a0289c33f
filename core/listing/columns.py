"""Columns of a list: one declaration for the page, its exports and the choice of columns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """One column.

    `value(row)` gives the plain typed value (text, number, date, boolean, None) that exports
    write; `cell` names the template of the page's cell (context: `row`, `value`, `column`, `access`), by
    default the value in plain words. `sort` names the `Sort` that its heading offers. Columns that are
    not `default` appear where the reader chooses them. `numeric` ones are set to the right.
    """

    name: str
    label: Any
    value: Callable[[Any], Any]
    cell: str = ""
    sort: str | None = None
    default: bool = True
    numeric: bool = False
