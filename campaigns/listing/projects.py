"""The list of projects."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.enums.projects import PartnerRole
from campaigns.filters.projects import ProjectFilterSet
from campaigns.models import Project
from core.listing.cells import link_cell, record_cell
from core.listing.columns import IS_DEMO, Column
from core.listing.listing import Listing
from core.listing.sorts import Sort
from core.templatetags.records import day


def lead_of(row: Any) -> Any:
    """The coordinator; ask it of rows with their participations."""
    return next((part.partner for part in row.participations.all() if part.role == PartnerRole.LEAD), None)


def _day_cell(row: Any, value: Any) -> str:
    return day(value) if value else ""


PROJECTS = Listing(
    name="projects",
    title=_("Projects"),
    lead=_("What partners do together for a time. The figures of a follow-up project start at nothing."),
    model=Project,
    url_name="campaigns:project-list",
    queryset=lambda user: Project.objects.visible_to(user).for_listing(),
    filterset_class=ProjectFilterSet,
    serializer="campaigns.api.projects.ProjectSerializer",
    columns=(
        Column("name", _("Name"), lambda row: row.name, record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("code", _("Code"), lambda row: row.code, default=False),
        Column(
            "lead",
            _("Lead partner"),
            lambda row: str(lead_of(row)) if lead_of(row) else None,
            lambda row, value: link_cell(lead_of(row), value),
            code=lambda row: lead_of(row).public_id if lead_of(row) else None,
        ),
        Column("partners", _("Partners"), lambda row: len(row.participations.all()), numeric=True),
        Column("starts_on", _("Begins on"), lambda row: row.starts_on, _day_cell, sort="day"),
        Column("ends_on", _("Ends on"), lambda row: row.ends_on, _day_cell),
        Column("funder", _("Funder"), lambda row: str(row.funder) if row.funder else None),
        Column("grant_reference", _("Grant reference"), lambda row: row.grant_reference or None, default=False),
        Column("website", _("Website"), lambda row: row.website or None, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("day", _("Begin"), ("starts_on",), "day"),
        Sort("name", _("Name"), ("sort_key",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="-day",
)
