"""The core's own lists."""

from django.utils.translation import gettext_lazy as _

from core.enums import Granularity, SourceKind
from core.filters.records import SourceFilterSet
from core.listing.columns import Column
from core.listing.facets import Facet
from core.listing.listing import Listing
from core.listing.sorts import Sort
from core.models import Source

SOURCES = Listing(
    name="sources",
    title=_("Sources"),
    lead=_("Documents and pages that the records rest on."),
    model=Source,
    url_name="core:source-list",
    queryset=lambda user: Source.objects.visible_to(user).for_listing(),
    filterset_class=SourceFilterSet,
    serializer="core.api.serializers.SourceSerializer",
    columns=(
        Column("title", _("Title"), lambda row: row.title, "components/listing/record_cell.html", sort="title"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("publisher", _("Publisher"), lambda row: row.publisher_name, sort="publisher"),
        Column("kind", _("Kind"), lambda row: row.get_kind_display()),
        Column("published_on", _("Published on"), lambda row: row.published_on, sort="published"),
        Column("retrieved_on", _("Retrieved on"), lambda row: row.retrieved_on),
        Column("licence", _("Licence"), lambda row: row.licence, default=False),
        Column("url", _("Address"), lambda row: row.url, default=False),
    ),
    sorts=(
        Sort("title", _("Title"), ("title",)),
        Sort("publisher", _("Publisher"), ("publisher_name", "title")),
        Sort("published", _("Date of publication"), ("published_on",)),
        Sort("updated", _("Last change"), ("updated_at",)),
    ),
    default_sort="title",
    facets=(
        Facet("kind", _("Kind"), options=SourceKind.choices),
        Facet("granularity", _("Granularity"), options=Granularity.choices),
    ),
)
