"""The list of activities. Each measure is a column of its own; no column adds two measures."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import ActivityState, ActivityType, AudienceGroup, AudienceMeasure
from campaigns.filters.outreach import ActivityFilterSet
from campaigns.models import Activity, Partner, Project
from core.languages import language_name
from core.listing.cells import link_cell, record_cell
from core.listing.columns import IS_DEMO, Column
from core.listing.facets import Facet
from core.listing.listing import Listing
from core.listing.sorts import Sort
from core.templatetags.records import day
from procurement.filters import countries

SHOWN_MEASURES = (AudienceMeasure.PARTICIPANTS, AudienceMeasure.MEDIA_CONTACTS)


def measure_column(measure: AudienceMeasure) -> Column:
    """The total of one measure; empty where it was not counted."""

    def total(row: Any) -> int | None:
        return next((count.number for count in row.totals if count.measure == measure), None)

    return Column(measure.value, measure.label, total, default=measure in SHOWN_MEASURES, numeric=True)


def _joined(row: Any) -> str:
    return "; ".join(map(str, row.partners_who_joined))


def _country(row: Any) -> str | None:
    return str(row.country) if row.country else None


def _names_of(model: Any) -> Any:
    def labels(public_ids: Any) -> dict[str, str]:
        found = model.objects.filter(public_id__in=public_ids)
        rows = found.select_related("organisation") if model is Partner else found
        return {row.public_id: str(row) for row in rows}

    return labels


def _coded(name: str, label: Any, **kwargs: Any) -> Column:
    """A column of a code list: words on the page, the code in files for programs."""
    return Column(
        name,
        label,
        lambda row: getattr(row, f"get_{name}_display")() or None,
        code=lambda row: getattr(row, name) or None,
        **kwargs,
    )


def _language_of(row: Any) -> str | None:
    return language_name(row.language) if row.language else None


ACTIVITIES = Listing(
    name="activities",
    title=_("Outreach"),
    lead=_(
        "What partners did with whom. Everyone sees what was approved; figures of different kinds are never added up."
    ),
    model=Activity,
    url_name="campaigns:activity-list",
    queryset=lambda user: Activity.objects.visible_to(user).for_listing(),
    filterset_class=ActivityFilterSet,
    serializer="campaigns.api.outreach.ActivitySerializer",
    columns=(
        Column("name", _("Title"), lambda row: row.name, record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        _coded("type", _("Kind of activity")),
        Column("starts_on", _("First day"), lambda row: row.starts_on, lambda row, value: day(value), sort="day"),
        Column("ends_on", _("Last day"), lambda row: row.ends_on, default=False),
        _coded("state", _("State")),
        Column(
            "lead",
            _("Lead partner"),
            lambda row: str(row.lead),
            lambda row, value: link_cell(row.lead, value),
            code=lambda row: row.lead.public_id,
        ),
        Column("co_partners", _("Co-partners"), _joined),
        Column(
            "project",
            _("Project"),
            lambda row: str(row.project),
            lambda row, value: link_cell(row.project, value),
            default=False,
            code=lambda row: row.project.public_id,
        ),
        Column(
            "work_package",
            _("Work package"),
            lambda row: row.work_package.code if row.work_package else None,
            default=False,
        ),
        Column("country", _("Country"), _country, code=lambda row: row.country_id),
        Column("city", _("Town"), lambda row: row.city or None, default=False),
        Column("is_online", _("Online"), lambda row: row.is_online, default=False),
        Column(
            "language",
            _("Language"),
            lambda row: language_name(row.language) if row.language else None,
            code=lambda row: row.language or None,
            default=False,
        ),
        _coded("audience_group", _("Audience"), default=False),
        *map(measure_column, AudienceMeasure),
        IS_DEMO,
    ),
    sorts=(
        Sort("day", _("First day"), ("starts_on",), "day"),
        Sort("name", _("Title"), ("sort_key",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="-day",
    facets=(
        Facet("state", _("State"), options=ActivityState.choices),
        Facet("type", _("Kind of activity"), options=ActivityType.choices),
        Facet("project", _("Project"), "project__public_id", labels=_names_of(Project)),
        Facet("lead", _("Lead partner"), "lead__public_id", labels=_names_of(Partner)),
        Facet("country", _("Country"), labels=lambda codes: {code: c for code, c in countries() if code in codes}),
        Facet("audience", _("Audience"), "audience_group", options=AudienceGroup.choices),
        Facet("language", _("Language"), labels=lambda tags: {tag: language_name(tag) for tag in tags}),
    ),
    empty_text=_("Nothing on record fits. Take away a filter."),
)
