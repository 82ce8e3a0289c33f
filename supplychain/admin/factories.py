"""Factories with their names, identifiers and statements."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin, RecordInline
from core.admin.bulk import SetChoice
from supplychain.admin.merging import MergeFactories
from supplychain.models import (
    FacetTally,
    Factory,
    FactoryFacet,
    FactoryIdentifier,
    FactoryName,
    FactoryStatement,
    LinkFacet,
)
from supplychain.queries.histories import FACTORY


class NameInline(RecordInline):
    model = FactoryName


class IdentifierInline(RecordInline):
    model = FactoryIdentifier


class StatementInline(RecordInline):
    model = FactoryStatement


@admin.register(Factory)
class FactoryAdmin(RecordAdmin):
    history = FACTORY
    list_display = ("name", "public_id", "country", "locality", "operator", "status", "is_demo", "updated_at")
    list_filter = ("status", "is_demo", "point_precision", ("country", admin.RelatedOnlyFieldListFilter))
    search_fields = ("search_text", "public_id", "address", "identifiers__value", "other_names__search_text")
    ordering = ("sort_key", "pk")
    groups = (
        (_("Names"), ("name", "name_local", "name_local_lang")),
        (_("Address"), ("country", "subdivision", "locality", "postal_code", "street", "address")),
        (_("Point"), ("latitude", "longitude", "point_precision", "point_source", "location_source")),
        (_("Operation"), ("operator", "status", "successor", "campus")),
        (_("Workers"), ("workers_min", "workers_max", "workers_on")),
    )
    inlines = (NameInline, IdentifierInline, StatementInline)
    bulk_actions = (SetChoice("status", _("Set the status of the chosen factories")), MergeFactories())


class PartOfFactoryAdmin(RecordAdmin):
    list_select_related = ("factory", "source")


@admin.register(FactoryName)
class FactoryNameAdmin(PartOfFactoryAdmin):
    list_display = ("name", "kind", "factory", "source", "is_demo")
    list_filter = ("kind", "is_demo")
    search_fields = ("search_text", "factory__search_text")
    ordering = ("sort_key", "pk")
    groups = ((None, ("factory", "name", "kind", "name_local_lang", "source")),)


@admin.register(FactoryIdentifier)
class FactoryIdentifierAdmin(PartOfFactoryAdmin):
    list_display = ("value", "scheme", "factory", "source", "is_demo")
    list_filter = ("scheme", "is_demo")
    search_fields = ("value", "factory__search_text")
    ordering = ("scheme", "value")
    groups = ((None, ("factory", "scheme", "value", "source")),)


@admin.register(FactoryStatement)
class FactoryStatementAdmin(PartOfFactoryAdmin):
    list_display = ("value", "property", "factory", "source", "stated_on", "is_demo")
    list_filter = ("property", "is_demo")
    search_fields = ("value", "factory__search_text")
    date_hierarchy = "stated_on"
    ordering = ("-stated_on", "pk")
    groups = ((None, ("factory", "property", "value", "language", "source", "locator", "stated_on")),)


@admin.register(FactoryFacet)
class FactoryFacetAdmin(RecordAdmin):
    """Derived from links; nobody types it."""

    allows = frozenset({"view"})
    list_display = ("dimension", "value", "factory", "level")
    list_select_related = ("factory",)
    list_filter = ("dimension", "level")
    search_fields = ("value", "factory__search_text")
    ordering = ("dimension", "value", "pk")
    groups = ((None, ("factory", "dimension", "value", "level")),)


@admin.register(LinkFacet)
class LinkFacetAdmin(RecordAdmin):
    """Copied from links and their factories by the database; nobody types it."""

    allows = frozenset({"view"})
    list_display = ("factory", "country", "brand", "stage", "basis", "level")
    list_select_related = ("factory", "country", "brand__organisation", "stage")
    list_filter = ("level", "basis")
    search_fields = ("factory__search_text",)
    ordering = ("pk",)
    groups = ((None, ("link", "factory", "country", "brand", "stage", "basis", "level")),)


@admin.register(FacetTally)
class FacetTallyAdmin(RecordAdmin):
    """Kept by the database as links and factories change; nobody types it."""

    allows = frozenset({"view"})
    list_display = ("counted", "dimension", "value", "country", "level", "number")
    list_filter = ("counted", "dimension", "level")
    search_fields = ("value", "country")
    ordering = ("counted", "dimension", "value", "pk")
    groups = ((None, ("counted", "dimension", "value", "country", "level", "number")),)
