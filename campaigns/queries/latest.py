"""What the register recorded lately: the newest records of each kind that a viewer may see."""

import datetime
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localtime

from procurement.models import Affiliation, Contract, DisclosureRequest
from supplychain.models import Factory, ProductionLink

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

# With what the name of a record is made of.
KINDS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (ProductionLink, ("factory", "brand__organisation", "product_model")),
    (Factory, ()),
    (Contract, ()),
    (DisclosureRequest, ("asked_of",)),
    (Affiliation, ("procurer__organisation", "body")),
)
MOST_OF_A_KIND = 2
# Between the moment that a new record carries and the end of the write that made it.
WRITING = datetime.timedelta(minutes=1)


@dataclass(frozen=True)
class Latest:
    """One record and when it was written last. `label` names its kind, as a history does."""

    record: Any

    @property
    def label(self) -> str:
        name = str(self.record._meta.verbose_name)
        return name[:1].upper() + name[1:]

    @property
    def is_new(self) -> bool:
        return bool(self.record.updated_at - self.record.created_at < WRITING)

    @property
    def day(self) -> datetime.date:
        return localtime(self.record.updated_at).date()


def latest_changes(user: "User | AnonymousUser") -> list[Latest]:
    """The last changes that `user` may see, newest first; one query a kind.

    A day of many writes of one kind hides no other kind: of each a few are looked at.
    """
    found = chain.from_iterable(_latest_of(model, related, user) for model, related in KINDS)
    return [Latest(record) for record in sorted(found, key=lambda record: record.updated_at, reverse=True)]


def _latest_of(model: Any, related: tuple[str, ...], user: "User | AnonymousUser") -> list[Any]:
    visible = model.objects.visible_to(user)
    return list(visible.select_related(*related).order_by("-updated_at", "pk")[:MOST_OF_A_KIND])
