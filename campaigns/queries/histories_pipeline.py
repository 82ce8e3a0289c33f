"""Histories of contacts with institutions and of pacts."""

from typing import TYPE_CHECKING

from django.db.models import Q

from campaigns.models import Adherence, InstitutionContact
from campaigns.querysets.pipeline import contact_rule
from core.queries.histories import History, Part

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def contact_version_rule(user: "Viewer") -> Q:
    """Versions of contacts: the viewer's partner had it then, and may read it now."""
    return contact_rule(user) & Q(pgh_obj__in=InstitutionContact.objects.visible_to(user).values("pk"))


CONTACT = History(own=Part(InstitutionContact, rule=contact_version_rule), owner="partner__organisation_id")
ADHERENCE = History(own=Part(Adherence), owner="organisation_id")
