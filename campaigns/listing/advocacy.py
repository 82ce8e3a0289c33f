"""The list of policy files."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.enums.advocacy import OutcomeState, PolicyLevel, PolicyStage
from campaigns.filters.advocacy import PolicyFilterSet
from campaigns.listing.research import named
from campaigns.models import PolicyFile
from core.listing import IS_DEMO, Column, Facet, Listing, Sort
from core.listing.cells import record_cell
from core.templatetags.records import day
from procurement.filters import countries


def label_of(choices: Any, code: str | None) -> str | None:
    return str(choices(code).label) if code else None


def day_cell(row: Any, value: Any) -> str:
    return day(value) if value else ""


POLICIES = Listing(
    name="policies",
    title=_("Policy files"),
    lead=_(
        "Laws and rules that the campaign wants to change: what is asked, how far it has come and what was decided."
    ),
    model=PolicyFile,
    url_name="campaigns:policy-list",
    queryset=lambda user: PolicyFile.objects.visible_to(user).for_listing().with_stage_today(),
    filterset_class=PolicyFilterSet,
    serializer="campaigns.api.advocacy.PolicySerializer",
    columns=(
        Column("title", _("Policy file"), lambda row: row.name, record_cell, sort="title"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("level", _("Level"), lambda row: row.get_level_display(), code=lambda row: row.level),
        Column("institution", _("Institution"), lambda row: str(row.institution) if row.institution else None),
        Column(
            "country",
            _("Country"),
            lambda row: str(row.country) if row.country else None,
            code=lambda row: row.country_id,
            default=False,
        ),
        Column("stage", _("Stage"), lambda row: label_of(PolicyStage, row.stage), code=lambda row: row.stage),
        Column("since", _("Since"), lambda row: row.since, day_cell, sort="since"),
        Column("outcome", _("Outcome"), lambda row: label_of(OutcomeState, row.outcome), code=lambda row: row.outcome),
        Column("reference", _("Reference"), lambda row: row.reference, default=False),
        Column("opened_on", _("Opened on"), lambda row: row.opened_on, day_cell, default=False),
        Column("address", _("Address"), lambda row: row.url, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("title", _("Title"), ("sort_key",)),
        Sort("since", _("Since"), ("since",), "day"),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="title",
    facets=(
        Facet("level", _("Level"), options=PolicyLevel.choices),
        Facet("stage", _("Stage"), labels=named(lambda: PolicyStage.choices)),
        Facet("outcome", _("Outcome"), labels=named(lambda: OutcomeState.choices)),
        Facet("country", _("Country"), labels=named(countries)),
        Facet("institution", _("Institution"), "institution__public_id", "institution__name"),
    ),
)
