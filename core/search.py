"""Search over everything by name; every kind keeps its own visibility."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from core.found import found_in
from core.listing.listing import Listing
from core.listing.registry import listings
from core.lookup import Merged, find
from core.matching import words_of
from core.models import PublicRecord
from core.public_ids import InvalidPublicId, normalise_public_id
from core.querysets import RANKED

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

    Viewer = User | AnonymousUser

HITS_PER_KIND = 5
HITS_OF_ONE_KIND = 50
COUNTED_UP_TO = RANKED


@dataclass(frozen=True)
class Hit:
    """A found record, and why it was found where its name does not show it."""

    record: Any
    name: str
    local_name: str
    local_lang: str
    reason: str


@dataclass(frozen=True)
class Kind:
    """Hits in one list. `number` stops at `COUNTED_UP_TO`; then `is_exact` is false."""

    listing: Listing
    hits: list[Hit]
    number: int
    is_exact: bool
    address: str


def searched() -> list[Listing]:
    """The lists that are searched, in order."""
    return [listings()[name] for name in settings.SEARCHED if name in listings()]


def search(text: str, user: "Viewer", only: str = "") -> list[Kind]:
    """What is found in each list; more hits where `only` names one of them."""
    visible = {listing.name: _visible(listing, user) for listing in searched()}
    found = found_in(visible, text)
    query = urlencode({"q": text})
    kinds = []
    for listing in searched():
        numbers = found.get(listing.name, [])
        limit = HITS_OF_ONE_KIND if only == listing.name else 0 if only else HITS_PER_KIND
        hits = _hits(visible[listing.name], numbers, text, limit) if numbers and limit else []
        address = f"{listing.get_absolute_url()}?{query}"
        kinds.append(Kind(listing, hits, min(len(numbers), COUNTED_UP_TO), len(numbers) <= COUNTED_UP_TO, address))
    return kinds


def record_by_id(text: str, user: "Viewer") -> PublicRecord | None:
    """The record with this public identifier (or the survivor of a merger), if the viewer may see it."""
    try:
        written = normalise_public_id(text)
    except InvalidPublicId:
        return None
    for listing in listings().values():
        if getattr(listing.model, "ID_KIND", "") == written[0]:
            return _found(listing.queryset(user), written)
    return None


def _found(visible: QuerySet[Any], public_id: str) -> PublicRecord | None:
    try:
        return find(visible, public_id)
    except Merged as merged:
        return merged.survivor
    except Http404:
        return None


def _visible(listing: Listing, user: "Viewer") -> Any:
    """The records of the list that the viewer may see, without what its rows show."""
    records: Any = listing.model._default_manager
    return records.visible_to(user)


def _hits(visible: Any, numbers: list[int], text: str, limit: int) -> list[Hit]:
    """The nearest of the found records. Only what a hit shows is read, not what a row of the list needs."""
    rows = visible.filter(pk__in=numbers).for_hits().by_nearness(text)[:limit]
    return [hit_of(row, text) for row in rows]


def hit_of(record: Any, text: str) -> Hit:
    named = getattr(record, "organisation", record)
    return Hit(
        record,
        name=str(record),
        local_name=getattr(named, "name_local", ""),
        local_lang=getattr(named, "name_local_lang", ""),
        reason=_reason(record, named, text),
    )


def _reason(record: Any, named: Any, text: str) -> str:
    """Why a record was found; nothing where its name or local name holds the words."""
    words = [_folded(word) for word in words_of(text)]
    shown = f"{record} {getattr(named, 'name_local', '')}"
    if _holds(shown, words) or not hasattr(named, "search_text"):
        return ""
    if _holds(f"{shown} {named.latin_reading}", words):
        return _("Reading: %(reading)s") % {"reading": named.latin_reading}
    for other in _other_names(record):
        if _holds(f"{other.name} {other.name_local} {other.latin_reading}", words):
            return _("Also known as %(name)s") % {"name": other.name}
    return _("Similar spelling")


def _other_names(record: Any) -> Iterator[Any]:
    manager = type(record)._default_manager.all()
    for relation in getattr(manager, "other_names", ()):
        yield from getattr(record, relation).all()


def _holds(text: str, words: list[str]) -> bool:
    folded = _folded(text)
    return all(word in folded for word in words)


def _folded(text: str) -> str:
    """As the database folds, near enough to explain a hit."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(character for character in parts if not unicodedata.combining(character))
