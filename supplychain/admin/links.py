"""Production links and supply relations with their sources and readers."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin, RecordInline
from core.admin.bulk import SetChoice
from supplychain.models import LinkCitation, LinkReader, ProductionLink, RelationCitation, SupplyRelation
from supplychain.queries.histories import LINK


class CitationInline(RecordInline):
    model = LinkCitation


class ReaderInline(RecordInline):
    model = LinkReader


class RelationCitationInline(RecordInline):
    model = RelationCitation


@admin.register(ProductionLink)
class ProductionLinkAdmin(RecordAdmin):
    history = LINK
    list_display = (
        "factory",
        "public_id",
        "brand",
        "product_model",
        "stage",
        "basis",
        "confidence",
        "audience",
        "first_seen",
        "last_seen",
        "is_demo",
    )
    list_filter = ("audience", "basis", "confidence", "stage", "role", "is_demo")
    search_fields = (
        "public_id",
        "factory__search_text",
        "brand__organisation__search_text",
        "product_model__search_text",
    )
    date_hierarchy = "first_seen"
    ordering = ("-updated_at", "pk")
    groups = (
        (_("Who makes what"), ("factory", "brand", "product_model", "stage", "component", "role")),
        (_("How sure"), ("basis", "confidence", "superseded_by")),
        (_("When"), ("valid_from", "valid_to", "first_seen", "last_seen")),
        (_("How much"), ("share_min", "share_max")),
        (_("Who may see it"), ("audience",)),
    )
    readonly_fields = ("confidence",)
    inlines = (CitationInline, ReaderInline)
    bulk_actions = (SetChoice("audience", _("Change who may see the chosen links")),)


@admin.register(LinkCitation)
class LinkCitationAdmin(RecordAdmin):
    list_display = ("link", "source", "locator", "seen_on", "is_demo")
    list_select_related = ("link__factory", "link__product_model", "link__brand__organisation", "source")
    list_filter = ("is_demo",)
    search_fields = ("source__title", "link__public_id", "link__factory__search_text", "locator")
    date_hierarchy = "seen_on"
    ordering = ("-seen_on", "pk")
    groups = ((None, ("link", "source", "locator", "seen_on")),)


@admin.register(LinkReader)
class LinkReaderAdmin(RecordAdmin):
    list_display = ("link", "organisation", "is_demo")
    list_select_related = ("link__factory", "link__product_model", "link__brand__organisation", "organisation")
    list_filter = ("is_demo",)
    search_fields = ("organisation__search_text", "link__public_id", "link__factory__search_text")
    ordering = ("link", "pk")
    groups = ((None, ("link", "organisation")),)


@admin.register(SupplyRelation)
class SupplyRelationAdmin(RecordAdmin):
    list_display = ("company", "brand", "country", "region", "first_seen", "last_seen", "is_demo")
    list_select_related = ("company__organisation", "brand__organisation", "country")
    list_filter = ("is_demo", ("country", admin.RelatedOnlyFieldListFilter))
    search_fields = ("company__organisation__search_text", "brand__organisation__search_text", "region")
    date_hierarchy = "first_seen"
    ordering = ("-first_seen", "pk")
    groups = ((None, ("brand", "company", "country", "region", "first_seen", "last_seen")),)
    inlines = (RelationCitationInline,)


@admin.register(RelationCitation)
class RelationCitationAdmin(RecordAdmin):
    list_display = ("relation", "source", "locator", "seen_on", "is_demo")
    list_select_related = ("relation__company__organisation", "relation__brand__organisation", "source")
    list_filter = ("is_demo",)
    search_fields = ("source__title", "relation__company__organisation__search_text", "locator")
    date_hierarchy = "seen_on"
    ordering = ("-seen_on", "pk")
    groups = ((None, ("relation", "source", "locator", "seen_on")),)
