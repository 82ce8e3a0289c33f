"""Campaign pages, with what they show."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from campaigns.models import Campaign, CampaignActivity, CampaignPublication, CampaignResource
from campaigns.queries.histories import CAMPAIGN
from core.admin.base import RecordAdmin, RecordInline


class ActivityInline(RecordInline):
    model = CampaignActivity


class PublicationInline(RecordInline):
    model = CampaignPublication


class ResourceInline(RecordInline):
    model = CampaignResource
    fields = ("title", "language", "url")


class OfCampaignAdmin(RecordAdmin):
    """What belongs to a campaign."""

    list_filter = ("is_demo",)
    search_fields = ("campaign__search_text",)
    ordering = ("campaign", "pk")


@admin.register(Campaign)
class CampaignAdmin(RecordAdmin):
    history = CAMPAIGN
    list_display = ("name", "public_id", "lead", "project", "is_published", "is_demo", "updated_at")
    list_filter = ("is_published", "is_demo")
    search_fields = ("search_text", "public_id")
    ordering = ("sort_key", "pk")
    groups = (
        (_("What"), ("name", "slogan", "story", "starts_on", "ends_on")),
        (_("Who"), ("project", "lead")),
        (_("Who may see it"), ("is_published",)),
    )
    inlines = (ActivityInline, PublicationInline, ResourceInline)


@admin.register(CampaignActivity)
class CampaignActivityAdmin(OfCampaignAdmin):
    list_display = ("campaign", "activity", "is_demo")
    list_select_related = ("campaign", "activity")
    groups = ((None, ("campaign", "activity")),)


@admin.register(CampaignPublication)
class CampaignPublicationAdmin(OfCampaignAdmin):
    list_display = ("campaign", "publication", "is_demo")
    list_select_related = ("campaign", "publication")
    groups = ((None, ("campaign", "publication")),)


@admin.register(CampaignResource)
class CampaignResourceAdmin(OfCampaignAdmin):
    list_display = ("title", "campaign", "language", "url", "file_name", "is_demo")
    list_select_related = ("campaign",)
    search_fields = ("title", "campaign__search_text")
    groups = ((None, ("campaign", "title", "language", "url")),)
