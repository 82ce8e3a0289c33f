"""Contracts and their lines."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin, RecordInline
from procurement.models import Contract, ContractLine
from procurement.queries.histories import CONTRACT


class LineInline(RecordInline):
    model = ContractLine
    fields = ("number", "brand", "product_model", "category", "description", "quantity", "value_amount", "currency")


@admin.register(Contract)
class ContractAdmin(RecordAdmin):
    history = CONTRACT
    list_display = ("title", "public_id", "buyer", "supplier", "starts_on", "ends_on", "value_amount", "currency")
    list_filter = ("buyer__buyer_visibility", "is_demo")
    search_fields = ("title", "reference", "public_id", "buyer__organisation__search_text")
    date_hierarchy = "starts_on"
    ordering = ("-starts_on", "pk")
    groups = (
        (_("Parties"), ("buyer", "supplier")),
        (_("What"), ("title", "reference")),
        (_("When"), ("signed_on", "starts_on", "ends_on")),
        (_("Value"), ("value_amount", "currency")),
        (_("Sources"), ("notice", "source")),
    )
    inlines = (LineInline,)


@admin.register(ContractLine)
class ContractLineAdmin(RecordAdmin):
    list_display = ("number", "contract", "brand", "product_model", "category", "quantity", "value_amount", "is_demo")
    list_select_related = ("contract", "brand__organisation", "product_model", "category")
    list_filter = ("category", "is_demo")
    search_fields = (
        "contract__title",
        "contract__public_id",
        "description",
        "product_model__search_text",
        "brand__organisation__search_text",
    )
    ordering = ("-contract", "number")
    groups = (
        (_("What"), ("contract", "number", "brand", "product_model", "category", "description")),
        (_("How much"), ("quantity", "value_amount", "currency")),
        (_("When"), ("period_from", "period_to")),
    )
