"""The page of a factory."""

from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from core.filters.fields import DayField
from core.listing import Selection
from core.models import PublicRecord
from core.views.listing import ListingView
from supplychain.listing import FACTORIES
from supplychain.models import Factory
from supplychain.queries.facts import FactoryRecord, factory_record, facts_of, identifiers, other_names, statements_of
from supplychain.queries.links import by_stage, shown_links
from supplychain.queries.moments import Moment
from supplychain.views.records import SupplyChainView, address

# A page that a person reads; what goes beyond is in the list of links.
SHOWN_LINKS = 300


class FactoryListView(ListingView):
    """The list, which says whether it is of another day."""

    listing = FACTORIES
    template_name = "supplychain/factory_list.html"

    def context(self, selection: Selection) -> dict[str, Any]:
        moment = selection.filterset.moment
        return super().context(selection) | {"moment": moment, "address": self.listing.get_absolute_url()}


class FactoryView(SupplyChainView):
    """`as_of=` shows the links valid on a day, `known_on=` the page as the record stood on a day."""

    model = Factory
    template_name = "supplychain/factory_detail.html"
    page = "factory"
    list_name = "factories"

    def queryset(self, request: HttpRequest) -> Any:
        related = ("operator__organisation__parent", "successor", "campus", "country", "location_source")
        return super().queryset(request).with_location_for(request.user).select_related(*related)

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        assert isinstance(record, Factory)  # noqa: S101 (the model of this view)
        moment, problems = moment_of(request.GET)
        shown = factory_record(record, request.user, moment)
        context = {"moment": moment, "problems": problems, "shown": shown, "address": request.path}
        if shown is None:
            return context
        return context | _of_record(request, record, shown, moment)


def moment_of(parameters: QueryDict) -> tuple[Moment, dict[str, list[str]]]:
    """The two days that an address asks for, and what was wrong with them by parameter."""
    days: dict[str, Any] = {}
    problems: dict[str, list[str]] = {}
    for name in ("as_of", "known_on"):
        try:
            days[name] = DayField(required=False).clean(parameters.get(name, "").strip())
        except forms.ValidationError as error:
            problems[name] = error.messages
    return Moment(**days), problems


def _of_record(request: HttpRequest, factory: Factory, shown: FactoryRecord, moment: Moment) -> dict[str, Any]:
    links = moment.links(request.user).filter(factory=factory)
    found = shown_links(links, request.user, moment, SHOWN_LINKS + 1)
    statements = statements_of(factory, shown, request.user, moment)
    return {
        "facts": facts_of(shown, statements),
        "names": other_names(factory, request.user, moment),
        "identifiers": identifiers(factory, request.user, moment),
        "name_sources": [one.cited for one in statements.get("name", []) if one.value == shown.row.name],
        "stages": by_stage(found[:SHOWN_LINKS]),
        "has_more_links": len(found) > SHOWN_LINKS,
        "links_url": f"{address('supplychain:link-list')}?factory={factory.public_id}",
        "campus_sites": factory.campus_sites.visible_to(request.user).order_by("sort_key", "pk"),
        "predecessors": factory.predecessors.visible_to(request.user).order_by("sort_key", "pk"),
    }
