"""Making campaign pages, and showing them to everyone."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from campaigns.models import (
    Activity,
    Campaign,
    CampaignActivity,
    CampaignPublication,
    Partner,
    Project,
    Publication,
)
from campaigns.services.working import check_may, check_records_for
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

PLAIN = ("name", "slogan", "story", "starts_on", "ends_on")


@dataclass(frozen=True)
class CampaignEntry:
    """What a partner tells of a campaign."""

    name: str
    lead: Partner | None = None
    project: Project | None = None
    slogan: str = ""
    story: str = ""
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    activities: tuple[Activity, ...] = ()
    publications: tuple[Publication, ...] = ()
    is_demo: bool = False


@transaction.atomic
def record_campaign(*, actor: "User | None", reason: str, entry: CampaignEntry) -> Campaign:
    """A new campaign page, as a draft."""
    check_records_for(actor, entry.lead, entry.project, "lead")
    campaign = Campaign(lead=entry.lead, project=entry.project, is_demo=entry.is_demo)
    with change(actor=actor, reason=reason):
        return _save(campaign, entry)


@transaction.atomic
def change_campaign(*, actor: "User | None", reason: str, campaign: Campaign, entry: CampaignEntry) -> Campaign:
    """Tells the campaign anew; its partner and project stay."""
    check_may(actor, "change", campaign)
    with change(actor=actor, reason=reason):
        return _save(campaign, entry)


@transaction.atomic
def publish_campaign(*, actor: "User | None", reason: str, campaign: Campaign, is_published: bool = True) -> Campaign:
    """Shows the page to everyone, or takes it back; by the coordinator of its project or an administrator."""
    check_may(actor, "publish", campaign)
    with change(actor=actor, reason=reason):
        campaign.is_published = is_published
        return save_checked(campaign)


def _save(campaign: Campaign, entry: CampaignEntry) -> Campaign:
    for name in PLAIN:
        setattr(campaign, name, getattr(entry, name))
    save_checked(campaign)
    _keep_activities(campaign, {activity.pk for activity in entry.activities})
    _keep_publications(campaign, {publication.pk for publication in entry.publications})
    return campaign


def _keep_activities(campaign: Campaign, wanted: set[int]) -> None:
    campaign.activity_links.exclude(activity__in=wanted).delete()
    there = set(campaign.activity_links.values_list("activity", flat=True))
    CampaignActivity.objects.bulk_create(
        CampaignActivity(campaign=campaign, activity_id=pk, is_demo=campaign.is_demo) for pk in sorted(wanted - there)
    )


def _keep_publications(campaign: Campaign, wanted: set[int]) -> None:
    campaign.publication_links.exclude(publication__in=wanted).delete()
    there = set(campaign.publication_links.values_list("publication", flat=True))
    CampaignPublication.objects.bulk_create(
        CampaignPublication(campaign=campaign, publication_id=pk, is_demo=campaign.is_demo)
        for pk in sorted(wanted - there)
    )
