"""What campaigns add to the list of affiliations: the next step, by whom and when."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from campaigns.models import InstitutionContact
from campaigns.queries.next_steps import with_next_step
from campaigns.querysets.pipeline import knows_contacts
from core.listing.cells import link_cell
from core.listing.columns import Column
from core.listing.extensions import ListExtension
from core.templatetags.records import day


def _step_cell(row: Any, value: Any) -> str:
    """Leads to the contact that says so; below it by when and by whom, so that one column is enough on the page."""
    if not row.next_contact:
        return ""
    step = link_cell(InstitutionContact(public_id=row.next_contact), value)
    when = day(row.next_step_on) if row.next_step_on else ""
    told = " · ".join(filter(None, (when, row.next_step_owner_name)))
    return format_html('{}<br><span class="muted small">{}</span>', step, told) if told else step


NEXT_STEPS = ListExtension(
    columns=(
        Column("next_step", _("Next step"), lambda row: row.next_step, _step_cell),
        Column("next_step_on", _("Next step by"), lambda row: row.next_step_on, default=False),
        Column("owner", _("Next step by whom"), lambda row: row.next_step_owner_name, default=False),
    ),
    shown_to=knows_contacts,
    read=with_next_step,
)
