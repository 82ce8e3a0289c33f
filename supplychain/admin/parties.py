"""Brands, companies and product models."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin
from supplychain.models import Brand, Company, ProductModel
from supplychain.queries.histories import BRAND, COMPANY, PRODUCT

PROFILE_SEARCH = ("organisation__search_text", "organisation__short_name", "public_id")


@admin.register(Brand)
class BrandAdmin(RecordAdmin):
    history = BRAND
    list_display = ("name", "public_id", "organisation", "supplier_list_url", "is_demo", "updated_at")
    list_filter = ("is_demo",)
    search_fields = PROFILE_SEARCH
    ordering = ("organisation__sort_key", "pk")
    groups = ((None, ("organisation", "supplier_list_url")),)


@admin.register(Company)
class CompanyAdmin(RecordAdmin):
    history = COMPANY
    list_display = ("name", "public_id", "organisation", "roles", "is_demo", "updated_at")
    list_filter = ("is_demo",)
    search_fields = PROFILE_SEARCH
    ordering = ("organisation__sort_key", "pk")
    groups = ((None, ("organisation", "roles")),)


@admin.register(ProductModel)
class ProductModelAdmin(RecordAdmin):
    history = PRODUCT
    list_display = ("name", "public_id", "brand", "category", "regulatory_model", "is_demo", "updated_at")
    list_filter = ("category", "is_demo")
    search_fields = ("search_text", "regulatory_model", "part_numbers", "public_id", "brand__organisation__search_text")
    ordering = ("sort_key", "pk")
    groups = (
        (_("Names"), ("brand", "name", "name_local", "name_local_lang")),
        (_("What it is"), ("category", "regulatory_model", "part_numbers", "source")),
    )
