"""The lists of contacts with institutions and of pacts."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.enums.pipeline import AdherenceKind, ContactKind, ContactStatus
from campaigns.filters.pipeline import AdherenceFilterSet, ContactFilterSet
from campaigns.models import Adherence, InstitutionContact
from core.listing.cells import record_cell
from core.listing.columns import IS_DEMO, Column
from core.listing.facets import Facet
from core.listing.listing import Listing
from core.listing.sorts import Sort
from procurement.filters import countries
from procurement.listing import UPDATED, country_of, named


def _source_of(row: Any) -> str | None:
    return row.source.title if row.source and row.source.is_public else None


CONTACTS = Listing(
    name="contacts",
    title=_("Contacts with institutions"),
    lead=_(
        "Who spoke with which institution, and what comes next. You see those of your own organisation and projects."
    ),
    model=InstitutionContact,
    url_name="campaigns:contact-list",
    queryset=lambda user: InstitutionContact.objects.visible_to(user).for_listing(),
    filterset_class=ContactFilterSet,
    serializer="campaigns.api.pipeline.ContactSerializer",
    columns=(
        Column("subject", _("Subject"), lambda row: row.subject, record_cell),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("procurer", _("Institution"), lambda row: row.procurer.name, sort="procurer"),
        Column("body", _("About affiliation with"), lambda row: row.body and row.body.name, default=False),
        Column("held_on", _("Date"), lambda row: row.held_on, sort="held"),
        Column("kind", _("Kind"), lambda row: row.get_kind_display(), code=lambda row: row.kind),
        Column("status", _("State"), lambda row: row.get_status_display(), code=lambda row: row.status),
        Column("partner", _("Partner"), lambda row: row.partner.name),
        Column("owner", _("In charge"), lambda row: str(row.owner) if row.owner else None, default=False),
        Column("next_step", _("Next step"), lambda row: row.next_step if not row.next_step_done_on else None),
        Column("next_step_on", _("Next step by"), lambda row: row.next_step_on, sort="next"),
        Column(
            "next_step_owner",
            _("Next step by whom"),
            lambda row: str(row.next_step_owner) if row.next_step_owner else None,
            default=False,
        ),
        IS_DEMO,
    ),
    sorts=(
        Sort("held", _("Date"), ("held_on",), "day"),
        Sort("next", _("Next step by"), ("next_step_on",), "day"),
        Sort("procurer", _("Institution"), ("procurer__organisation__sort_key",)),
        UPDATED,
    ),
    default_sort="-held",
    facets=(
        Facet("status", _("State"), options=ContactStatus.choices),
        Facet("kind", _("Kind of contact"), options=ContactKind.choices),
        Facet("body", _("About affiliation with"), "body__public_id", "body__name"),
        Facet("partner", _("Partner"), "partner__public_id", "partner__organisation__name"),
    ),
)

ADHERENCES = Listing(
    name="adherences",
    title=_("Participants and supporters of pacts"),
    lead=_("Public buyers take part in a pact. Producers, sellers and NGOs can only support one."),
    model=Adherence,
    url_name="campaigns:adherence-list",
    queryset=lambda user: Adherence.objects.visible_to(user).for_listing(),
    filterset_class=AdherenceFilterSet,
    serializer="campaigns.api.pipeline.AdherenceSerializer",
    columns=(
        Column("organisation", _("Organisation"), lambda row: row.organisation.name, record_cell, sort="organisation"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("body", _("Pact"), lambda row: row.body.name, sort="body"),
        Column("kind", _("Part"), lambda row: row.get_kind_display(), code=lambda row: row.kind),
        Column(
            "country",
            _("Country"),
            lambda row: country_of(row.organisation),
            code=lambda row: row.organisation.country_id,
        ),
        Column("joined_on", _("Joined on"), lambda row: row.joined_on, sort="joined"),
        Column("left_on", _("Left on"), lambda row: row.left_on),
        Column("source", _("Source"), _source_of, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("organisation", _("Organisation"), ("organisation__sort_key",)),
        Sort("body", _("Pact"), ("body__sort_key", "organisation__sort_key")),
        Sort("joined", _("Joined on"), ("joined_on",), "day"),
        UPDATED,
    ),
    default_sort="organisation",
    facets=(
        Facet("body", _("Pact"), "body__public_id", "body__name"),
        Facet("kind", _("Part"), options=AdherenceKind.choices),
        Facet("country", _("Country"), "organisation__country", labels=named(countries)),
    ),
)
