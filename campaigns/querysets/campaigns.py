"""Chainable questions about campaign pages: drafts are for the lead partner, the coordinator, administrators."""

from typing import TYPE_CHECKING, Self

from campaigns.querysets.research import drafted_rule
from core.querysets import RecordQuerySet, SearchableQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


class CampaignQuerySet(SearchableQuerySet):
    """Campaigns are public once they are published."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.current().filter(drafted_rule(user, "", "lead"))

    def for_listing(self) -> Self:
        return self.select_related("lead__organisation", "project")


class OfCampaignQuerySet(RecordQuerySet):
    """Rows that belong to a campaign are seen with it."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(drafted_rule(user, "campaign__", "lead"), campaign__merged_into__isnull=True)
