"""The list of groups."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.enums.groups import GroupKind
from campaigns.filters.groups import GroupFilterSet
from campaigns.models import WorkingGroup
from core.listing.cells import record_cell
from core.listing.columns import IS_DEMO, Column
from core.listing.facets import Facet
from core.listing.listing import Listing
from core.listing.sorts import Sort


def _convener_of(row: Any) -> str | None:
    return row.convener.name if row.convener else None


GROUPS = Listing(
    name="groups",
    title=_("Groups"),
    lead=_("Where public buyers work together: working groups and buyer groups, who is in them and what they did."),
    model=WorkingGroup,
    url_name="campaigns:group-list",
    queryset=lambda user: WorkingGroup.objects.visible_to(user).for_listing(),
    filterset_class=GroupFilterSet,
    serializer="campaigns.api.groups.GroupSerializer",
    columns=(
        Column("name", _("Name"), lambda row: row.name, record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("kind", _("Kind"), lambda row: row.get_kind_display(), code=lambda row: row.kind),
        Column("members", _("Members on record"), lambda row: row.members_count, numeric=True),
        Column("countries", _("Countries"), lambda row: row.countries_count, numeric=True),
        Column("convener", _("Convened by"), _convener_of),
        Column("since", _("Since"), lambda row: row.starts_on),
        IS_DEMO,
    ),
    sorts=(
        Sort("name", _("Name"), ("sort_key",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="name",
    facets=(Facet("kind", _("Kind"), options=GroupKind.choices),),
)
