"""Administration of campaigns."""

from django.contrib import admin

from campaigns.models import IloConvention, Partner, QuotedTotal
from campaigns.queries.histories import PARTNER
from core.admin.base import RecordAdmin
from core.admin.reference import ReferenceAdmin


@admin.register(Partner)
class PartnerAdmin(RecordAdmin):
    history = PARTNER
    list_display = ("name", "public_id", "area", "source", "is_demo", "updated_at")
    list_select_related = ("organisation", "source")
    list_filter = ("is_demo",)
    search_fields = ("organisation__search_text", "organisation__short_name", "public_id", "area")
    ordering = ("organisation__sort_key", "pk")
    groups = ((None, ("organisation", "area", "source")),)


@admin.register(IloConvention)
class IloConventionAdmin(ReferenceAdmin):
    list_display = ("code", "title", "year", "is_fundamental", "is_governance", "source")
    list_filter = ("is_fundamental", "is_governance")
    search_fields = ("code", "title")
    groups = ((None, ("code", "title", "year", "is_fundamental", "is_governance", "source")),)


@admin.register(QuotedTotal)
class QuotedTotalAdmin(ReferenceAdmin):
    list_display = ("code", "value", "label", "stated_on", "position", "source")
    list_filter = ()
    search_fields = ("code", "label")
    ordering = ("position", "code")
    groups = ((None, ("code", "label", "value", "stated_on", "position", "source")),)
