"""Two dates that a question may name: when links were valid, and when the record knew of them."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from core.access import access_of
from core.versions import end_of_day, versions_on
from supplychain.models import Factory, LinkCitation, ProductionLink
from supplychain.querysets import ProductionLinkQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

FACTORY_VERSIONS = Factory.versions.rel.related_model  # type: ignore[attr-defined]
LINK_VERSIONS = ProductionLink.versions.rel.related_model  # type: ignore[attr-defined]
CITATION_VERSIONS = LinkCitation.versions.rel.related_model  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Moment:
    """`as_of`: links valid on that day. `known_on`: what the record said at the end of that day."""

    as_of: datetime.date | None = None
    known_on: datetime.date | None = None

    @property
    def is_now(self) -> bool:
        return self.as_of is None and self.known_on is None

    def links(self, user: "User | AnonymousUser") -> QuerySet[Any]:
        """Standing links that `user` may see: rows of `ProductionLink`, or of its snapshots with `known_on`."""
        links = ProductionLink.objects.visible_to(user).standing() if self.known_on is None else self._links_then(user)
        return links if self.as_of is None else links.filter(*ProductionLinkQuerySet.valid_rules(self.as_of))

    def names_behind(self, user: "User | AnonymousUser") -> dict[str, ArraySubquery]:
        """Annotations of factories: brands and stages of their links, as objects with `id` and `name`."""
        links = self.links(user).filter(factory_id=OuterRef("pk")).order_by()
        brand = JSONObject(id=F("brand__public_id"), name=F("brand__organisation__name"))
        stage = JSONObject(id=F("stage_id"), name=F("stage__name"))
        return {
            "linked_brands": ArraySubquery(links.values_list(brand, flat=True).distinct()),
            "linked_stages": ArraySubquery(links.filter(stage__isnull=False).values_list(stage, flat=True).distinct()),
        }

    def _links_then(self, user: "User | AnonymousUser") -> QuerySet[Any]:
        """A link of the past must be open to the viewer then and now."""
        snapshots = versions_on(LINK_VERSIONS, end_of_day(self._known_on))
        snapshots = snapshots.filter(superseded_by__isnull=True, merged_into__isnull=True)
        if access_of(user).sees_restricted:
            return snapshots
        now = ProductionLink.objects.filter(ProductionLinkQuerySet.visibility_rule(user))
        return snapshots.filter(
            ProductionLinkQuerySet.visibility_rule(user, "pgh_obj_id"), pgh_obj_id__in=now.values("pk")
        )

    def factories_then(self) -> QuerySet[Any]:
        """Snapshots of the factories that stood on record on `known_on`; `pgh_obj_id` is the factory's id."""
        return versions_on(FACTORY_VERSIONS, end_of_day(self._known_on)).filter(merged_into__isnull=True)

    def citations(self, links: QuerySet[Any]) -> QuerySet[Any]:
        """Citations (or their snapshots) of `links`."""
        if self.known_on is None:
            return LinkCitation.objects.filter(link__in=links.values("pk"))
        then = versions_on(CITATION_VERSIONS, end_of_day(self._known_on))
        return then.filter(link_id__in=links.values("pgh_obj_id"))

    @property
    def _known_on(self) -> datetime.date:
        assert self.known_on is not None  # noqa: S101 (asked for by callers that checked)
        return self.known_on


NOW = Moment()
