"""What a campaign's page shows: activities, figures by measure, photos. Only what is public, for everyone alike."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Count, QuerySet, Sum

from campaigns.enums.outreach import AudienceMeasure
from campaigns.models import Activity, AudienceCount, Campaign, EvidenceFile, Publication
from campaigns.querysets.outreach import public_rule

if TYPE_CHECKING:
    from core.queries.histories import Viewer

IMAGES = ("image/jpeg", "image/png", "image/webp", "image/gif")


@dataclass(frozen=True)
class Figure:
    """What was counted in approved activities, of one measure. Figures of two measures are never added up."""

    measure: str
    label: str
    number: int
    activities: int
    has_estimates: bool


def public_activities(campaign: Campaign) -> QuerySet[Activity]:
    """Activities of the campaign that everyone sees: announced and approved ones."""
    rows = Activity.objects.current().filter(public_rule(), campaign_links__campaign=campaign)
    return rows.select_related("country", "lead__organisation").order_by("starts_on", "pk")


def figures_of(campaign: Campaign) -> list[Figure]:
    """One figure a measure, from approved activities alone and from their totals alone. One query."""
    totals = AudienceCount.objects.filter(
        activity__in=Activity.objects.counted().filter(campaign_links__campaign=campaign),
        sex="",
        age_band="",
        country__isnull=True,
    )
    rows = totals.values("measure").annotate(
        sum=Sum("number"), activities=Count("activity", distinct=True), estimates=BoolOr("is_estimate")
    )
    by_measure = {row["measure"]: row for row in rows}
    return [
        Figure(measure.value, str(measure.label), row["sum"], row["activities"], row["estimates"])
        for measure in AudienceMeasure
        if (row := by_measure.get(measure.value))
    ]


def photos_of(campaign: Campaign) -> QuerySet[EvidenceFile]:
    """Published photos of its public activities; a file with people who were not asked is never published."""
    shown = public_activities(campaign).order_by().values("pk")
    rows = EvidenceFile.objects.filter(activity__in=shown, is_published=True, content_type__in=IMAGES)
    return rows.order_by("activity__starts_on", "pk")


def publications_of(campaign: Campaign, user: "Viewer") -> QuerySet[Publication]:
    return Publication.objects.visible_to(user).filter(campaign_links__campaign=campaign).latest_first()


def offered_activities(campaign: Campaign) -> QuerySet[Activity]:
    """Activities that its partner may put on its page: those of its project that it leads or joined."""
    rows = Activity.objects.current().filter(project=campaign.project_id).of_partner(campaign.lead_id)
    return rows.order_by("-starts_on", "pk")
