"""Recording production links: new statements replace older ones, nothing is overwritten."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from core.enums import Audience
from core.history import change
from core.models import Organisation, Source
from supplychain.models import LinkCitation, LinkReader, ProductionLink

if TYPE_CHECKING:
    from core.models import User


class LinkRefused(ValueError):
    """The link cannot be recorded so; `args[0]` says why, in the reader's language."""


@dataclass(frozen=True)
class Citation:
    """Where a source says it, and the date that it speaks of."""

    source: Source
    seen_on: datetime.date
    locator: str = ""


@transaction.atomic
def record_link(
    *,
    actor: "User | None",
    reason: str,
    citations: Iterable[Citation],
    readers: Iterable[Organisation] = (),
    **values: Any,
) -> ProductionLink:
    """A new link with `values` (fields of `ProductionLink`), its sources and its readers.

    Where the same statement already stands, its sources are added to that one: another document
    that says the same is no second link. Raises `LinkRefused`.
    """
    named = list(readers)
    if named and values.get("audience") != Audience.NAMED:
        raise LinkRefused(_("Only a link for named organisations has readers."))
    with change(actor=actor, reason=reason):
        return _write(_standing_like(values) or ProductionLink(**values), list(citations), named)


@transaction.atomic
def replace_link(
    *, link: ProductionLink, actor: "User | None", reason: str, citations: Iterable[Citation], **changed: Any
) -> ProductionLink:
    """A better statement takes the place of `link`, which stays on record as superseded. Raises `LinkRefused`."""
    if link.superseded_by_id or link.merged_into_id:
        raise LinkRefused(_("This link was already replaced."))
    values = {name: getattr(link, name) for name in STATED} | changed
    readers = [reader.organisation for reader in link.readers.select_related("organisation")]
    with change(actor=actor, reason=reason):
        successor = _standing_like(values, besides=link) or ProductionLink(pk=_next_id(), **values)
        # Only one link with the same statement may stand, so the old one steps aside before the new one is written.
        ProductionLink.objects.filter(pk=link.pk).update(superseded_by=successor.pk)
        _write(successor, list(citations), readers if values["audience"] == Audience.NAMED else [])
    link.refresh_from_db()
    return successor


@transaction.atomic
def withdraw_link(*, link: ProductionLink, actor: "User | None", reason: str, last_seen: datetime.date) -> None:
    """The link no longer stands since `last_seen`; it stays on record with that date."""
    if link.first_seen and last_seen < link.first_seen:
        raise LinkRefused(_("The link was last seen before it was first seen."))
    with change(actor=actor, reason=reason):
        ProductionLink.objects.filter(pk=link.pk).update(last_seen=last_seen)
    link.refresh_from_db()


@transaction.atomic
def cite_link(*, link: ProductionLink, actor: "User | None", reason: str, citations: Iterable[Citation]) -> None:
    """Adds sources to a link."""
    with change(actor=actor, reason=reason):
        _cite(link, list(citations))


IDENTITY = ("factory", "brand", "product_model", "stage", "component", "role", "basis", "audience")
STATED = (*IDENTITY, "valid_from", "valid_to", "share_min", "share_max", "is_demo")


def _standing_like(values: dict[str, Any], besides: ProductionLink | None = None) -> ProductionLink | None:
    """The standing link that states the same as `values`, if any."""
    same: dict[str, Any] = {}
    blank = ProductionLink()
    for name in IDENTITY:
        value = values.get(name, getattr(blank, name, None))
        same |= {f"{name}__isnull": True} if value is None else {name: value}
    standing = ProductionLink.objects.current().standing().filter(**same)
    return (standing.exclude(pk=besides.pk) if besides else standing).first()


def _next_id() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('supplychain_productionlink', 'id'))")
        return int(cursor.fetchone()[0])


def _write(link: ProductionLink, citations: list[Citation], readers: list[Organisation]) -> ProductionLink:
    if not citations:
        raise LinkRefused(_("A link needs a source."))
    link.first_seen = min(filter(None, [link.first_seen, *(one.seen_on for one in citations)]))
    link.full_clean()
    link.save()
    _cite(link, citations)
    LinkReader.objects.bulk_create(
        [LinkReader(link=link, organisation=organisation, is_demo=link.is_demo) for organisation in readers],
        ignore_conflicts=True,
    )
    return link


def _cite(link: ProductionLink, citations: list[Citation]) -> None:
    LinkCitation.objects.bulk_create(
        [
            LinkCitation(link=link, source=one.source, locator=one.locator, seen_on=one.seen_on, is_demo=link.is_demo)
            for one in citations
        ],
        ignore_conflicts=True,
    )
