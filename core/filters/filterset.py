"""The FilterSet of a list: one truth for its page, facets, exports, API and saved searches."""

import copy
import functools
from typing import TYPE_CHECKING, Any

import django_filters
from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.module_loading import import_string
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.filters.filters import SinceDayFilter, TextFilter, WordedFilter

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def _matching(queryset: Any, text: str) -> Any:
    """The rule by which a `Searchable`'s names are found."""
    return queryset.matching_rule(text)


class ListingFilterSet(django_filters.FilterSet):
    """Base of all lists' filters.

    Declare one filter per parameter, of the kinds in `core.filters`; every `AnyOfFilter` is
    offered as `<name>__not` too. Filters read the viewer as `self.user` (in a filter:
    `self.viewer`). A parameter that no filter has and a value that its filter refuses are
    `problems`; the rest still filters. The caller passes no other parameters than filters'.
    """

    q = TextFilter(_matching, label=gettext_lazy("Name contains"))
    updated_after = SinceDayFilter("updated_at", label=gettext_lazy("Changed on or after"))

    def __init__(
        self, data: QueryDict, queryset: QuerySet[Any], *, user: "User | AnonymousUser", **kwargs: Any
    ) -> None:
        self.user = user
        super().__init__(data, queryset, **kwargs)
        self.is_bound = True

    @classmethod
    def get_filters(cls) -> dict[str, WordedFilter]:
        filters: dict[str, WordedFilter] = {}
        for name, filter_ in super().get_filters().items():
            filters[name] = filter_
            if filter_.negatable:
                filters[f"{name}__not"] = _negation(filter_)
        return filters

    @functools.cached_property
    def problems(self) -> dict[str, list[str]]:
        """What is wrong, by parameter."""
        unknown = {
            name: [_("There is no parameter “%(name)s” here.") % {"name": name[:80]}]
            for name in self.data
            if name not in self.filters
        }
        return unknown | {name: [str(text) for text in texts] for name, texts in self.form.errors.items()}

    @functools.cached_property
    def values(self) -> dict[str, Any]:
        """Accepted values by parameter, only of parameters that were given."""
        self.form.errors  # noqa: B018 (reading them validates)
        return {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "", [], {})}

    @functools.cached_property
    def qs(self) -> QuerySet[Any]:
        return self.without()

    def without(self, *names: str) -> QuerySet[Any]:
        """The records by every given filter but those named; for a facet's counts."""
        queryset = self.queryset.all()
        for name, value in self.values.items():
            if name not in names:
                queryset = self.filters[name].filter(queryset, value)
        return queryset


def _negation(filter_: WordedFilter) -> WordedFilter:
    negation = copy.deepcopy(filter_)
    negation.negated = True
    negation.label = format_lazy(gettext_lazy("{label}: not"), label=filter_.label)
    return negation


@functools.cache
def extended(filterset_class: type[ListingFilterSet], listing_name: str) -> type[ListingFilterSet]:
    """The FilterSet with what upper apps add to this list (`settings.FILTER_EXTENSIONS`).

    Each path there names a subclass of `ListingFilterSet` that declares the added filters.
    """
    paths = settings.FILTER_EXTENSIONS.get(listing_name, [])
    extensions = tuple(import_string(path) for path in paths)
    # The list's own filters win over the base's that the additions inherit, such as `q`.
    return type(filterset_class.__name__, (filterset_class, *extensions), {}) if extensions else filterset_class
