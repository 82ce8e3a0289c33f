"""What rests on a source, over all apps.

`settings.SOURCED` names dotted paths of `RestsOn` objects in the order of the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import Source, User

LISTED = 10


@dataclass(frozen=True)
class RestsOn:
    """One kind of record. `records` gives those that cite the source and that the viewer may see."""

    label: Any
    records: "Callable[[Source, User | AnonymousUser], QuerySet[Any]]"


@dataclass(frozen=True)
class Resting:
    """How many records of a kind rest on a source, and the first of them."""

    label: Any
    count: int
    first: list[Any]

    @property
    def unlisted(self) -> int:
        return self.count - len(self.first)


def resting_on(source: "Source", user: "User | AnonymousUser") -> list[Resting]:
    """Two queries per kind at most; kinds without a record are left out."""
    found = []
    for path in settings.SOURCED:
        kind: RestsOn = import_string(path)
        records = kind.records(source, user)
        if count := records.count():
            found.append(Resting(kind.label, count, list(records[:LISTED])))
    return found
