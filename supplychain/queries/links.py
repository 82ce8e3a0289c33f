"""Production links as pages show them: with their sources, by stage, confirmed apart from suspected."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from core.access import access_of
from supplychain.enums import Confidence
from supplychain.models import Stage
from supplychain.queries.moments import NOW, Moment

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

SHOWN_SOURCES = 1


@dataclass
class ShownLink:
    """A link with its sources as this viewer may see them, latest first."""

    link: Any
    sources: list[dict[str, Any]] = field(default_factory=list)

    @property
    def latest(self) -> list[dict[str, Any]]:
        return self.sources[:SHOWN_SOURCES]

    @property
    def more(self) -> int:
        return max(len(self.sources) - SHOWN_SOURCES, 0)

    @property
    def seen_on(self) -> datetime.date | None:
        return self.sources[0]["seen_on"] if self.sources else None


@dataclass
class StageLinks:
    """Links of one stage; `stage` is None where the sources do not say what is made."""

    stage: Stage | None
    confirmed: list[ShownLink] = field(default_factory=list)
    suspected: list[ShownLink] = field(default_factory=list)

    @property
    def links(self) -> list[ShownLink]:
        return self.confirmed + self.suspected


def shown_links(
    links: QuerySet[Any], user: "User | AnonymousUser", moment: Moment = NOW, limit: int | None = None
) -> list[ShownLink]:
    """`links` with factory, brand, model, stage and sources; two queries."""
    related = ("factory__country", "brand__organisation", "product_model", "stage")
    ordered = links.select_related(*related).order_by(
        "stage__position", "confidence", "brand__organisation__sort_key", "pk"
    )
    shown = {_id(link): ShownLink(link) for link in (ordered[:limit] if limit else ordered)}
    chosen = links.model._default_manager.filter(pk__in=[one.link.pk for one in shown.values()])
    citations = moment.citations(chosen).select_related("source").order_by("-seen_on", "source_id")
    for citation in citations:
        shown[citation.link_id].sources.append(cited(citation, user))
    return list(shown.values())


def _id(link: Any) -> int:
    """Id of the link itself, whether `link` is it or a snapshot of it."""
    return int(getattr(link, "pgh_obj_id", None) or link.pk)


def cited(citation: Any, user: "User | AnonymousUser") -> dict[str, Any]:
    """A citation as this viewer may see it; of a source that is not public, kind and date only."""
    source, seen_on = citation.source, getattr(citation, "seen_on", None) or getattr(citation, "stated_on", None)
    if source.is_public or access_of(user).sees_restricted:
        return {"source": source, "locator": getattr(citation, "locator", ""), "seen_on": seen_on}
    return {"source": None, "kind": source.get_kind_display(), "seen_on": seen_on}


def by_stage(shown: Iterable[ShownLink]) -> list[StageLinks]:
    """Groups in the order of the chain; links without a stage come last."""
    groups: dict[str | None, StageLinks] = {}
    for one in shown:
        group = groups.setdefault(one.link.stage_id, StageLinks(one.link.stage))
        is_confirmed = one.link.confidence == Confidence.CONFIRMED
        (group.confirmed if is_confirmed else group.suspected).append(one)
    return sorted(groups.values(), key=_position)


def _position(group: StageLinks) -> tuple[bool, int, str]:
    if group.stage is None:
        return True, 0, ""
    return False, group.stage.position, group.stage.code
