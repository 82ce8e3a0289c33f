"""The lists of campaigns."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.enums.projects import PartnerRole
from campaigns.filters.partners import PartnerFilterSet
from campaigns.models import Partner
from core.listing.cells import record_cell
from core.listing.columns import IS_DEMO, Column
from core.listing.facets import Facet
from core.listing.listing import Listing
from core.listing.sorts import Sort
from procurement.filters import countries


def _country_of(row: Any) -> str | None:
    country = row.organisation.country
    return str(country) if country else None


def _source_of(row: Any) -> str | None:
    return row.source.title if row.source and row.source.is_public else None


def _projects_of(row: Any) -> str:
    """Each project with the role there: "Make ICT Fair (Lead partner)"."""
    return "; ".join(f"{part.project} ({part.get_role_display()})" for part in row.participations.all())


def _countries(codes: Any) -> dict[str, Any]:
    return {code: country for code, country in countries() if code in codes}


PARTNERS = Listing(
    name="partners",
    title=_("Partners"),
    lead=_("Organisations that carry the campaign for fair and transparent public purchasing of ICT."),
    model=Partner,
    url_name="campaigns:partner-list",
    queryset=lambda user: Partner.objects.visible_to(user).for_listing(),
    filterset_class=PartnerFilterSet,
    serializer="campaigns.api.partners.PartnerSerializer",
    columns=(
        Column("name", _("Name"), lambda row: row.name, record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("projects", _("Projects"), _projects_of),
        Column("area", _("Area"), lambda row: row.area_shown),
        Column("country", _("Country"), _country_of, code=lambda row: row.organisation.country_id),
        Column("website", _("Website"), lambda row: row.organisation.website, default=False),
        Column("source", _("Source"), _source_of, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("name", _("Name"), ("organisation__sort_key",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="name",
    facets=(
        Facet("country", _("Country"), "organisation__country", labels=_countries),
        Facet("role", _("Role in a project"), "participations__role", options=PartnerRole.choices, several=True),
    ),
)
