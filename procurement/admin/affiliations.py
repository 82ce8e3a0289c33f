"""Affiliations and their dated events."""

from django.contrib import admin

from core.admin.base import RecordAdmin, RecordInline
from procurement.models import Affiliation, AffiliationEvent
from procurement.queries.histories import AFFILIATION


class EventInline(RecordInline):
    model = AffiliationEvent


@admin.register(Affiliation)
class AffiliationAdmin(RecordAdmin):
    history = AFFILIATION
    list_display = ("procurer", "public_id", "body", "basis_of_count", "is_demo", "updated_at")
    list_filter = ("is_demo", ("body", admin.RelatedOnlyFieldListFilter))
    search_fields = ("public_id", "procurer__organisation__search_text", "body__search_text")
    ordering = ("procurer__organisation__sort_key", "pk")
    groups = ((None, ("procurer", "body", "basis_of_count")),)
    inlines = (EventInline,)


@admin.register(AffiliationEvent)
class AffiliationEventAdmin(RecordAdmin):
    list_display = ("affiliation", "stage", "happened_on", "route", "via", "source", "is_demo")
    list_select_related = ("affiliation__procurer__organisation", "affiliation__body", "via", "source")
    list_filter = ("stage", "route", "is_demo")
    search_fields = ("affiliation__procurer__organisation__search_text", "affiliation__body__search_text")
    date_hierarchy = "happened_on"
    ordering = ("-happened_on", "pk")
    groups = ((None, ("affiliation", "stage", "happened_on", "route", "via", "source", "note")),)
