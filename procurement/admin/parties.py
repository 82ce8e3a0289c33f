"""Procurers, suppliers and label schemes."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin
from core.admin.bulk import SetChoice
from core.admin.reference import ReferenceAdmin
from procurement.models import LabelScheme, Procurer, Supplier
from procurement.queries.histories import PROCURER, SUPPLIER

PROFILE_SEARCH = ("organisation__search_text", "organisation__short_name", "public_id")


@admin.register(Procurer)
class ProcurerAdmin(RecordAdmin):
    history = PROCURER
    list_display = ("name", "public_id", "legal_type", "level", "spend_band", "buyer_visibility", "is_demo")
    list_filter = ("buyer_visibility", "level", "spend_band", "legal_type", "is_demo")
    search_fields = PROFILE_SEARCH
    ordering = ("organisation__sort_key", "pk")
    groups = (
        (_("Who"), ("organisation", "legal_type", "level", "established_on")),
        (_("Size"), ("spend_band", "users_served")),
        (_("In their words"), ("profile",)),
        (_("Who may see what they buy"), ("buyer_visibility",)),
    )
    bulk_actions = (
        SetChoice("buyer_visibility", _("Change who may see what the chosen public buyers buy")),
        SetChoice("level", _("Set the level of the chosen public buyers")),
    )


@admin.register(Supplier)
class SupplierAdmin(RecordAdmin):
    history = SUPPLIER
    list_display = ("name", "public_id", "organisation", "is_demo", "updated_at")
    list_filter = ("is_demo",)
    search_fields = PROFILE_SEARCH
    ordering = ("organisation__sort_key", "pk")
    groups = ((None, ("organisation",)),)


@admin.register(LabelScheme)
class LabelSchemeAdmin(ReferenceAdmin):
    list_display = ("code", "name", "owner_name", "label_type", "source")
    list_filter = ("label_type",)
    search_fields = ("code", "name", "owner_name")
    groups = ((None, ("code", "name", "owner_name", "label_type", "website", "source")),)
