"""Organisations, their identifiers, and who acts for them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin, RecordInline
from core.models import Organisation, OrganisationIdentifier
from core.queries.record_histories import ORGANISATION


class IdentifierInline(RecordInline):
    model = OrganisationIdentifier


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    list_display = ("name", "public_id", "country", "city", "parent", "is_demo", "updated_at")
    list_select_related = ("country", "parent")
    list_filter = ("is_demo", "iati_type", ("country", admin.RelatedOnlyFieldListFilter))
    search_fields = ("search_text", "short_name", "public_id", "identifiers__value")
    ordering = ("sort_key", "pk")
    groups = (
        (_("Names"), ("name", "name_local", "name_local_lang", "short_name")),
        (_("Place"), ("country", "city", "website")),
        (_("What it is"), ("iati_type", "parent", "source")),
    )
    inlines = (IdentifierInline,)
    history = ORGANISATION


@admin.register(OrganisationIdentifier)
class OrganisationIdentifierAdmin(RecordAdmin):
    list_display = ("value", "scheme", "organisation", "source", "is_demo")
    list_select_related = ("organisation", "source")
    list_filter = ("scheme", "is_demo")
    search_fields = ("value", "organisation__search_text")
    ordering = ("scheme", "value")
    groups = ((None, ("organisation", "scheme", "value", "source")),)
