"""Filters of the campaigns' lists."""

from django.utils.translation import gettext_lazy as _

from campaigns.enums import PartnerRole
from core.filters import AnyOfFilter, ListingFilterSet
from procurement.filters import countries


class PartnerFilterSet(ListingFilterSet):
    country = AnyOfFilter("organisation__country", choices=countries, label=_("Country"))
    role = AnyOfFilter("role", choices=PartnerRole.choices, label=_("Role"))
