"""Reference lists of the core."""

from django.contrib import admin

from core.admin.base import RecordAdmin
from core.models import Country, Currency


class ReferenceAdmin(RecordAdmin):
    """A list of codes. The code stays once it is given: other records rest on it."""

    list_select_related = ("source",)
    list_filter = (("source", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("code", "name")
    ordering = ("code",)

    def get_readonly_fields(self, request, obj=None):
        given = super().get_readonly_fields(request, obj)
        return [*given, "code"] if obj is not None else given


@admin.register(Country)
class CountryAdmin(ReferenceAdmin):
    list_display = ("code", "alpha3", "name", "source")
    groups = ((None, ("code", "alpha3", "name", "source")),)


@admin.register(Currency)
class CurrencyAdmin(ReferenceAdmin):
    list_display = ("code", "name", "source")
    groups = ((None, ("code", "name", "source")),)
