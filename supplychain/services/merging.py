"""Merging two records of one factory: nothing is lost, the old identifier redirects for ever."""

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core.history import change
from core.models import PublicRecord
from supplychain.enums import FactoryStatus, NameKind
from supplychain.models import Factory, FactoryFacet, FactoryName, FactoryStatement, LinkCitation, ProductionLink
from supplychain.services.links import IDENTITY

if TYPE_CHECKING:
    from core.models import Source, User


class MergeRefused(ValueError):
    """The two records cannot be merged; `args[0]` says why, in the reader's language."""


@transaction.atomic
def merge_factories(*, survivor: Factory, merged: Factory, actor: "User | None", reason: str) -> None:
    """`merged` becomes a redirect to `survivor`, which gets its links, names, statements and identifiers.

    Links that now state the same are folded into one; whatever else points at `merged` (campus,
    successor, earlier redirects, records of other apps) follows. What the survivor has already
    stays where it was. Raises `MergeRefused`.
    """
    locked = Factory.objects.select_for_update().in_bulk([survivor.pk, merged.pk])
    if survivor.pk == merged.pk:
        raise MergeRefused(_("A record cannot be merged into itself."))
    if any(row.merged_into_id for row in locked.values()):
        raise MergeRefused(_("One of the two was merged before; merge the records that are left."))
    with change(actor=actor, reason=reason):
        _fold_links(survivor, merged)
        _keep_name(survivor, locked[merged.pk])
        Factory.objects.filter(pk=survivor.pk, campus=merged).update(campus=None)
        Factory.objects.filter(pk=survivor.pk, successor=merged).update(
            successor=None, status=FactoryStatus.UNCONFIRMED
        )
        _repoint(merged, survivor)
        Factory.objects.filter(pk=merged.pk).update(merged_into=survivor, successor=None, campus=None)
    survivor.refresh_from_db()
    merged.refresh_from_db()


def _fold_links(survivor: Factory, merged: Factory) -> None:
    """Standing links of `merged` that `survivor` has already become redirects to those."""
    kept = {_identity(link): link for link in _standing_links(survivor)}
    for link in _standing_links(merged):
        if (same := kept.get(_identity(link))) is not None:
            _fold(link, same)


def _standing_links(factory: Factory) -> list[ProductionLink]:
    return list(ProductionLink.objects.filter(factory=factory).current().standing())


def _identity(link: ProductionLink) -> tuple[object, ...]:
    return tuple(link.serializable_value(name) for name in IDENTITY if name != "factory")


def _fold(link: ProductionLink, kept: ProductionLink) -> None:
    """`link` becomes a redirect to `kept`, which gets its sources and readers, and the wider dates."""
    seen = [day for day in (link.first_seen, kept.first_seen) if day]
    ended = [day for day in (link.last_seen, kept.last_seen) if day]
    ProductionLink.objects.filter(pk=kept.pk).update(
        first_seen=min(seen, default=None), last_seen=max(ended) if len(ended) == 2 else None
    )
    _repoint(link, kept)
    ProductionLink.objects.filter(pk=link.pk).update(merged_into=kept)


def _repoint(old: PublicRecord, new: PublicRecord) -> None:
    """Rows of any app that point at `old` point at `new`, except where `new` has such a row already."""
    for relation in old._meta.related_objects:
        model = relation.related_model
        if hasattr(model, "pgh_tracked_model") or model is FactoryFacet:
            continue
        rows = model._default_manager.filter(**{relation.field.name: old})
        for pk in list(rows.values_list("pk", flat=True)):
            _point_at(model._default_manager.filter(pk=pk), {relation.field.name: new})


def _point_at(row: Any, target: dict[str, PublicRecord]) -> None:
    try:
        with transaction.atomic():
            row.update(**target)
    except IntegrityError:
        pass  # the survivor has this statement, name, source or reader already


def _keep_name(survivor: Factory, merged: Factory) -> None:
    """The merged record's name lives on as another name, with the source that stated it."""
    source = _source_of_name(merged)
    if merged.name != survivor.name and source is not None:
        FactoryName.objects.get_or_create(
            factory=survivor,
            name=merged.name,
            kind=NameKind.ALIAS,
            defaults={
                "name_local": merged.name_local,
                "name_local_lang": merged.name_local_lang,
                "source": source,
                "is_demo": merged.is_demo,
            },
        )


def _source_of_name(factory: Factory) -> "Source | None":
    stated = FactoryStatement.objects.filter(factory=factory, property="name", value=factory.name)
    statement = stated.select_related("source").order_by("stated_on").first()
    if statement is not None:
        return statement.source
    citation = LinkCitation.objects.filter(link__factory=factory).select_related("source").order_by("seen_on").first()
    return citation.source if citation else factory.location_source
