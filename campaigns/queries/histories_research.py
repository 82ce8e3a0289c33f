"""Histories of publications, policy files and campaign pages.

What was written while a record was a draft, and changed before it was published, stays with those who worked on it.
"""

from typing import TYPE_CHECKING

from django.db.models import Q

from campaigns.models import (
    AdvocacyAction,
    Campaign,
    CampaignActivity,
    CampaignPublication,
    CampaignResource,
    PolicyFile,
    PolicyOutcome,
    PolicyRecommendation,
    PolicyStep,
    Position,
    Publication,
    PublicationParty,
    PublicationSubject,
)
from campaigns.querysets.advocacy import action_rule
from campaigns.querysets.research import drafted_rule
from core.access import access_of
from core.queries.histories import History, Part

if TYPE_CHECKING:
    from core.queries.histories import Viewer

__all__ = ["CAMPAIGN", "POLICY", "PUBLICATION"]


class PublishedThen:
    """Versions from after the publication; all of them for those who work on the record."""

    def __init__(self, partner: str) -> None:
        self.partner = partner

    def __call__(self, user: "Viewer") -> Q:
        return drafted_rule(user, "", self.partner)


class StandsNow:
    """Versions of rows that are still there; all of them for those who work on the record.

    A company that was named by mistake in a draft, and taken out, must not come to light with the publication.
    """

    def __init__(self, model: type, path: str, partner: str) -> None:
        self.model, self.path, self.partner = model, path, partner

    def __call__(self, user: "Viewer") -> Q:
        access = access_of(user)
        if access.is_admin:
            return Q()
        standing = Q(pgh_obj__in=self.model._default_manager.values("pk"))  # type: ignore[attr-defined]
        if not access.partner_organisations:
            return standing
        return standing | Q(**{f"{self.path}__{self.partner}__organisation_id__in": access.partner_organisations})


def position_rule(user: "Viewer") -> Q:
    """Positions that were public then, and are now; all for partners and administrators."""
    access = access_of(user)
    if access.is_admin or access.is_partner:
        return Q()
    return Q(is_public=True, pgh_obj__in=Position.objects.visible_to(user).values("pk"))


def history_of_actions(user: "Viewer") -> Q:
    """Actions that the viewer might read then, and may now."""
    if access_of(user).is_admin:
        return Q()
    return action_rule(user) & Q(pgh_obj__in=AdvocacyAction.objects.visible_to(user).values("pk"))


def _of_publication(model: type, named_by: tuple[str, ...]) -> Part:
    return Part(model, path="publication", named_by=named_by, rule=StandsNow(model, "publication", "partner"))


def _of_campaign(model: type, named_by: tuple[str, ...]) -> Part:
    return Part(model, path="campaign", named_by=named_by, rule=StandsNow(model, "campaign", "lead"))


PUBLICATION = History(
    own=Part(Publication, rule=PublishedThen("partner")),
    related=(
        _of_publication(PublicationParty, ("organisation", "role")),
        _of_publication(PublicationSubject, ("country", "mineral", "stage", "brand", "factory")),
    ),
)
POLICY = History(
    own=Part(PolicyFile),
    related=(
        Part(PolicyStep, path="policy_file", named_by=("stage", "happened_on")),
        Part(PolicyRecommendation, path="policy_file", named_by=("ask",)),
        Part(PolicyOutcome, path="policy_file", named_by=("state", "decided_on")),
        Part(Position, path="policy_file", named_by=("organisation", "agreed_on"), rule=position_rule),
        Part(AdvocacyAction, path="policy_file", named_by=("kind", "happened_on"), rule=history_of_actions),
    ),
)
CAMPAIGN = History(
    own=Part(Campaign, rule=PublishedThen("lead")),
    related=(
        _of_campaign(CampaignActivity, ("activity",)),
        _of_campaign(CampaignPublication, ("publication",)),
        _of_campaign(CampaignResource, ("title",)),
    ),
)
