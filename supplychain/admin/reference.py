"""Reference lists of the supply chain."""

from django.contrib import admin

from core.admin.base import RecordAdmin
from core.admin.reference import ReferenceAdmin
from supplychain.models import MainComponent, Mineral, ProductCategory, Stage


@admin.register(Stage)
class StageAdmin(ReferenceAdmin):
    list_display = ("code", "name", "depth_min", "depth_max", "position", "source")
    ordering = ("position", "code")
    groups = ((None, ("code", "name", "isic", "depth_min", "depth_max", "position", "source")),)


@admin.register(ProductCategory)
class ProductCategoryAdmin(ReferenceAdmin):
    list_display = ("code", "name", "position", "source")
    ordering = ("position", "code")
    groups = ((None, ("code", "name", "position", "source")),)


@admin.register(Mineral)
class MineralAdmin(ReferenceAdmin):
    list_display = ("code", "name", "symbol", "template", "position", "source")
    ordering = ("position", "code")
    groups = ((None, ("code", "name", "symbol", "template", "position", "source")),)


@admin.register(MainComponent)
class MainComponentAdmin(RecordAdmin):
    list_display = ("category", "stage", "source")
    list_select_related = ("category", "stage", "source")
    list_filter = ("category", "stage")
    search_fields = ("category__name", "stage__name")
    ordering = ("category", "stage")
    groups = ((None, ("category", "stage", "source")),)
