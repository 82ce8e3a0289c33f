"""The controls of a list's filter form: facets with counts, choices, plain fields."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.filters.filters import AnyOfFilter
from core.listing.facets import FacetValue

if TYPE_CHECKING:
    from django.forms import BoundField

    from core.listing.selection import Selection

SHOWN_FIRST = 8


@dataclass(frozen=True)
class Control:
    """One filter in the form.

    With `options` it is a group of checkboxes (counts are None where they are not counted), else
    `bound` is the form's field. `kept` are values that go along unseen: chips show them.
    """

    name: str
    label: str
    options: list[FacetValue] = field(default_factory=list)
    bound: "BoundField | None" = None
    kept: list[str] = field(default_factory=list)
    took_too_long: bool = False

    @property
    def first(self) -> list[FacetValue]:
        """Shown at once: the chosen ones, then the most frequent."""
        chosen = [option for option in self.options if option.chosen]
        others = [option for option in self.options if not option.chosen and option.count != 0]
        return chosen + others[: max(0, SHOWN_FIRST - len(chosen))]

    @property
    def rest(self) -> list[FacetValue]:
        first = set(self.first)
        return [option for option in self.options if option not in first]


def controls_of(selection: "Selection") -> Iterator[Control]:
    """Controls in the order of the filters; facets stand where their filters do."""
    facets = {shown.facet.filter_name: shown for shown in selection.facets}
    # When a record was changed is the last thing that most people ask.
    filters = sorted(selection.filterset.filters.items(), key=lambda item: item[0] == "updated_after")
    for name, filter_ in filters:
        label = str(filter_.label or name)
        if name in facets:
            shown = facets[name]
            kept = [] if shown.values is not None else selection.chosen(name)
            yield Control(name, str(shown.facet.label), shown.values or [], None, kept, shown.values is None)
        elif isinstance(filter_, AnyOfFilter):
            yield _choices(selection, name, label, filter_)
        else:
            yield Control(name, label, bound=selection.filterset.form[name])


def _choices(selection: "Selection", name: str, label: str, filter_: AnyOfFilter) -> Control:
    chosen = selection.chosen(name)
    if filter_.negated or not filter_.pairs():
        return Control(name, label, kept=chosen)
    options = [FacetValue(value, text, None, value in chosen) for value, text in filter_.pairs().items()]
    return Control(name, label, options)
