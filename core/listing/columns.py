"""Columns of a list: one declaration for the page, its files and the choice of columns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Column:
    """One column.

    `value(row)` gives the plain typed value (text, number, date, boolean, None), in words. `code(row)`
    is what files for programs (CSV, GeoJSON) write in its place: a code list's code, a list without an
    end left out. `short(row)` is what the page shows where the value is long. `cell(row, value)`
    makes the page's cell where plain words are not all (`core.listing.cells`); an empty one says that
    there is no value. `sort` names the `Sort` that its heading offers. Columns that are not `default`
    appear on the page where the reader chooses them. `numeric` ones are set to the right.
    """

    name: str
    label: Any
    value: Callable[[Any], Any]
    cell: Callable[[Any, Any], str] | None = None
    sort: str | None = None
    default: bool = True
    numeric: bool = False
    code: Callable[[Any], Any] | None = None
    short: Callable[[Any], Any] | None = None


# Every list of records with fictional ones among them says which they are.
IS_DEMO = Column("is_demo", _("Fictional demo record"), lambda row: row.is_demo, default=False)
