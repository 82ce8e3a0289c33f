"""The list of campaigns."""

from django.utils.translation import gettext_lazy as _

from campaigns.filters.pages import CampaignFilterSet
from campaigns.listing.advocacy import day_cell
from campaigns.listing.research import draft_cell
from campaigns.models import Campaign
from core.listing import IS_DEMO, Column, Facet, Listing, Sort

CAMPAIGNS = Listing(
    name="campaigns",
    title=_("Campaigns"),
    lead=_("What partners ask for, where they can be met, and what came of it."),
    model=Campaign,
    url_name="campaigns:campaign-list",
    queryset=lambda user: Campaign.objects.visible_to(user).for_listing(),
    filterset_class=CampaignFilterSet,
    serializer="campaigns.api.pages.CampaignSerializer",
    columns=(
        Column("name", _("Campaign"), lambda row: row.name, draft_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("slogan", _("Slogan"), lambda row: row.slogan),
        Column("lead", _("Lead partner"), lambda row: str(row.lead)),
        Column("project", _("Project"), lambda row: str(row.project)),
        Column("starts_on", _("Begins on"), lambda row: row.starts_on, day_cell, sort="begin"),
        Column("ends_on", _("Ends on"), lambda row: row.ends_on, day_cell, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("begin", _("Begin"), ("starts_on", "sort_key"), "day"),
        Sort("name", _("Name"), ("sort_key",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="-begin",
    facets=(
        Facet("project", _("Project"), "project__public_id", "project__name"),
        Facet("lead", _("Lead partner"), "lead__public_id", "lead__organisation__name"),
    ),
)
