"""Filters of the core's own lists."""

from django.utils.translation import gettext_lazy as _

from core.enums import Granularity, SourceKind
from core.filters.filters import AnyOfFilter, DayFilter, YesNoFilter
from core.filters.filterset import ListingFilterSet


class SourceFilterSet(ListingFilterSet):
    kind = AnyOfFilter(choices=SourceKind.choices, label=_("Kind"))
    granularity = AnyOfFilter(choices=Granularity.choices, label=_("Granularity"))
    public = YesNoFilter("is_public", label=_("Public"))
    published_after = DayFilter("published_on", lookup_expr="gte", label=_("Published on or after"))
    published_before = DayFilter("published_on", lookup_expr="lte", label=_("Published on or before"))
