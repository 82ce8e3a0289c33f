"""What campaigns add to the list of affiliations: the next step, by whom and when."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.models import InstitutionContact
from campaigns.queries.next_steps import with_next_step
from campaigns.querysets.pipeline import knows_contacts
from core.listing.cells import link_cell
from core.listing.columns import Column
from core.listing.extensions import ListExtension


def _step_cell(row: Any, value: Any) -> str:
    """Leads to the contact that says so."""
    contact = InstitutionContact(public_id=row.next_contact) if row.next_contact else None
    return link_cell(contact, value)


NEXT_STEPS = ListExtension(
    columns=(
        Column("next_step", _("Next step"), lambda row: row.next_step, _step_cell),
        Column("next_step_on", _("Next step by"), lambda row: row.next_step_on),
        Column("owner", _("Next step by whom"), lambda row: row.next_step_owner_name),
    ),
    shown_to=knows_contacts,
    read=with_next_step,
)
