from core.filters.filters import (
    AnyOfFilter,
    DayFilter,
    RecordsFilter,
    SinceDayFilter,
    TextFilter,
    WordedFilter,
    YesNoFilter,
)
from core.filters.filterset import ListingFilterSet

__all__ = [
    "AnyOfFilter",
    "DayFilter",
    "ListingFilterSet",
    "RecordsFilter",
    "SinceDayFilter",
    "TextFilter",
    "WordedFilter",
    "YesNoFilter",
]
