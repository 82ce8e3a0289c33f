"""Filters of the core's own lists."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.enums import Granularity, ImportState, JobState, SourceKind
from core.filters.filters import AnyOfFilter, DayFilter, TextFilter, YesNoFilter
from core.filters.filterset import ListingFilterSet


class SourceFilterSet(ListingFilterSet):
    kind = AnyOfFilter(choices=SourceKind.choices, label=_("Kind"))
    granularity = AnyOfFilter(choices=Granularity.choices, label=_("Granularity"))
    public = YesNoFilter("is_public", label=_("Public"))
    published_after = DayFilter("published_on", lookup_expr="gte", label=_("Published on or after"))
    published_before = DayFilter("published_on", lookup_expr="lte", label=_("Published on or before"))


class JobFilterSet(ListingFilterSet):
    q = TextFilter(lambda _queryset, text: Q(title__icontains=text), label=_("Title contains"))
    state = AnyOfFilter(choices=JobState.choices, label=_("State"))


class ImportRunFilterSet(ListingFilterSet):
    q = TextFilter(lambda _queryset, text: Q(file_name__icontains=text), label=_("File contains"))
    state = AnyOfFilter(choices=ImportState.choices, label=_("State"))
