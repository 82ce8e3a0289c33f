"""How a lower app's list shows columns of an upper app without importing it."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from core.listing.columns import Column

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


@dataclass(frozen=True)
class ListExtension:
    """Columns added to a list, named in `settings.COLUMN_EXTENSIONS[<list>]`.

    `shown_to(user)` says who knows that they exist; `read(rows, user)` annotates what they show. For others the list
    is as if they were not declared.
    """

    columns: Sequence[Column]
    shown_to: "Callable[[User | AnonymousUser], bool]"
    read: "Callable[[QuerySet[Any], User | AnonymousUser], QuerySet[Any]]"


@functools.cache
def extensions_of(listing_name: str) -> tuple[ListExtension, ...]:
    return tuple(import_string(path) for path in settings.COLUMN_EXTENSIONS.get(listing_name, ()))
