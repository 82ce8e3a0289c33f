"""The list of indicators, each with its target and what was reached in the period of a day."""

from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.enums.results import ResultType
from campaigns.filters.results import IndicatorFilterSet
from campaigns.models import Indicator
from campaigns.queries.results.listed import with_progress
from core.listing.cells import record_cell
from core.listing.columns import IS_DEMO, Column
from core.listing.facets import Facet
from core.listing.listing import Listing
from core.listing.sorts import Sort


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else round(value, 2).normalize() + 0


def _target(row: Any) -> Decimal | None:
    return _rounded(row.progress.target) if row.progress else None


def _actual(row: Any) -> Any:
    """The figure, or the latest words."""
    if row.progress is None:
        return None
    return (row.progress.narrative or None) if row.is_qualitative else _rounded(row.progress.actual)


def _share(row: Any) -> Decimal | None:
    return _rounded(row.progress.share) if row.progress else None


def _period(row: Any, day: str) -> Any:
    return getattr(row.progress.period, day) if row.progress else None


def _partner(row: Any) -> str | None:
    return str(row.partner) if row.partner else None


INDICATORS = Listing(
    name="indicators",
    title=_("Indicators"),
    lead=_("What projects want to achieve, and how far they are: counted from approved activities and updates alone."),
    model=Indicator,
    url_name="campaigns:indicator-list",
    queryset=lambda user: with_progress(Indicator.objects.visible_to(user).for_listing(), timezone.localdate()),
    filterset_class=IndicatorFilterSet,
    serializer="campaigns.api.results.IndicatorSerializer",
    columns=(
        Column("name", _("Indicator"), lambda row: row.name, record_cell, sort="name"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("code", _("Code"), lambda row: row.code, default=False),
        Column("project", _("Project"), lambda row: str(row.project)),
        Column("result", _("Result"), lambda row: str(row.result), default=False),
        Column(
            "type", _("Type of result"), lambda row: row.result.get_type_display(), code=lambda row: row.result.type
        ),
        Column("partner", _("Partner"), _partner),
        Column("unit", _("Unit"), lambda row: row.get_unit_display(), code=lambda row: row.unit, default=False),
        Column("baseline", _("Baseline"), lambda row: _rounded(row.baseline_value), numeric=True, default=False),
        Column("starts_on", _("Period from"), lambda row: _period(row, "starts_on")),
        Column("ends_on", _("Period to"), lambda row: _period(row, "ends_on")),
        Column("target", _("Target"), _target, numeric=True),
        Column("actual", _("Reached"), _actual, numeric=True),
        Column("share", _("Per cent of the way"), _share, numeric=True),
        IS_DEMO,
    ),
    sorts=(
        Sort("position", _("Order of the logframe"), ("result__project", "result__position", "position")),
        Sort("name", _("Name"), ("sort_key",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="position",
    facets=(
        Facet("project", _("Project"), "result__project__public_id", label_field="result__project__name"),
        Facet("type", _("Type of result"), "result__type", options=ResultType.choices),
        Facet("partner", _("Partner"), "partner__public_id", label_field="partner__organisation__name"),
    ),
)
