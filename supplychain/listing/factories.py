"""The list of factories."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.listing import IS_DEMO, Column, Listing, Sort
from core.listing.cells import record_cell
from core.models import Country
from supplychain.enums import Basis, FactoryStatus
from supplychain.filters import FactoryFilterSet
from supplychain.listing.facets import LinkFacet, RecordFacet, brand_keys, brands_named, stages_named
from supplychain.models import Factory
from supplychain.queries.moments import NOW

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

MOST_NAMES = 4


def factories_for(user: "User | AnonymousUser") -> QuerySet[Any]:
    """Factories with what a row shows: place as far as it is open, visible links, identifiers."""
    return (
        Factory.objects.visible_to(user)
        .with_location_for(user)
        .for_listing()
        .prefetch_related("identifiers")
        .annotate(**NOW.names_behind(user))
    )


def then(row: Any, name: str) -> Any:
    """A column of the row, as it was on the day of the list."""
    return getattr(row, f"{name}_then", getattr(row, name))


def brands_of(row: Any) -> list[dict[str, str]]:
    """Brands of the row's links: public id and name, by name."""
    return sorted(row.linked_brands, key=lambda brand: brand["name"].casefold())


def stages_of(row: Any) -> list[dict[str, str]]:
    """Stages of the row's links: code and English name, by code."""
    return sorted(row.linked_stages, key=lambda stage: stage["id"])


def brand_names(row: Any) -> list[str]:
    return [brand["name"] for brand in brands_of(row)]


def stage_names(row: Any) -> list[str]:
    return [gettext(stage["name"]) for stage in stages_of(row)]


def country_code_of(row: Any) -> str:
    return str(getattr(row, "country_then", row.country_id))


def country_of(row: Any) -> str:
    code = country_code_of(row)
    return str(row.country if code == row.country_id else Country(code=code, name=code))


def status_of(row: Any) -> str:
    return str(FactoryStatus(then(row, "status")).label)


def operator_of(row: Any) -> str | None:
    return getattr(row, "operator_then", row.operator and str(row.operator))


def joined(names: list[str]) -> str:
    """The first names, and how many there are beyond."""
    more = len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES])
    return shown if more <= 0 else gettext("%(names)s and %(number)d more") % {"names": shown, "number": more}


def point_of(row: Any) -> dict[str, Any] | None:
    """GeoJSON geometry; None where there is no point or the viewer may not see it."""
    if not row.shows_location or row.latitude is None:
        return None
    return {"type": "Point", "coordinates": [row.longitude, row.latitude]}


def where(row: Any, name: str) -> Any:
    """A column of the place, None where the viewer may not see it."""
    return getattr(row, name) if row.shows_location else None


FACTORIES = Listing(
    name="factories",
    title=_("Factories"),
    lead=_("Sites where ICT hardware or a part of it is made, with the brands that sources link to them."),
    model=Factory,
    url_name="supplychain:factory-list",
    queryset=factories_for,
    filterset_class=FactoryFilterSet,
    serializer="supplychain.serializers.FactorySerializer",
    columns=(
        Column("name", _("Factory"), lambda row: then(row, "name"), record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("country", _("Country"), country_of, sort="country", code=country_code_of),
        Column("subdivision", _("Region"), lambda row: then(row, "subdivision"), default=False),
        Column("operator", _("Operator"), operator_of),
        Column(
            "stages",
            _("Stages"),
            lambda row: "; ".join(stage_names(row)),
            code=lambda row: "; ".join(stage["id"] for stage in stages_of(row)),
            short=lambda row: joined(stage_names(row)),
        ),
        Column(
            "brands",
            _("Brands"),
            lambda row: "; ".join(brand_names(row)),
            short=lambda row: joined(brand_names(row)),
        ),
        Column("status", _("Status"), status_of, code=lambda row: then(row, "status")),
        Column("address", _("Address"), lambda row: where(row, "address"), default=False),
        Column("latitude", _("Latitude"), lambda row: where(row, "latitude"), default=False, numeric=True),
        Column("longitude", _("Longitude"), lambda row: where(row, "longitude"), default=False, numeric=True),
        Column("workers_min", _("Workers, at least"), lambda row: row.workers_min, default=False, numeric=True),
        Column("workers_max", _("Workers, at most"), lambda row: row.workers_max, default=False, numeric=True),
        Column("updated", _("Last change"), lambda row: row.updated_at.date(), sort="updated", default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("name", _("Name"), ("sort_key",)),
        Sort("country", _("Country"), ("country_id", "sort_key")),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="name",
    facets=(
        RecordFacet(
            "country",
            _("Country"),
            field="country_id",
            labels=lambda codes: {code: str(Country(code=code, name=code)) for code in codes},
        ),
        LinkFacet("stage", _("Stage"), named=stages_named),
        LinkFacet("brand", _("Brand"), named=brands_named, keys=brand_keys),
        LinkFacet("basis", _("Basis"), options=Basis.choices),
        RecordFacet("status", _("Status"), options=FactoryStatus.choices),
    ),
    formats=("csv", "json", "xlsx", "geojson"),
    geometry=point_of,
    empty_text=_("No factory answers to all of this. Take a filter away, or look for a part of the name."),
)
