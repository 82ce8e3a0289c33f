"""Records of procurement that rest on a source."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.access import access_of
from core.models import Source
from core.sourced import RestsOn
from procurement.enums import PUBLIC_STAGES
from procurement.models import Affiliation, AffiliationEvent, Contract

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def contracts(source: Source, user: "Viewer") -> QuerySet[Any]:
    found = Contract.objects.visible_to(user).for_listing().filter(Q(notice=source) | Q(source=source))
    return found.order_by("-starts_on", "pk")


def affiliations(source: Source, user: "Viewer") -> QuerySet[Any]:
    """Affiliations by a step that cites the source, and that the viewer may see."""
    steps = AffiliationEvent.objects.filter(source=source)
    access = access_of(user)
    if not (access.sees_restricted or access.is_partner):
        own = Q(affiliation__procurer__organisation_id__in=access.procurer_organisations)
        steps = steps.filter(Q(stage__in=PUBLIC_STAGES) | own)
    found = Affiliation.objects.visible_to(user).for_listing().filter(pk__in=steps.values("affiliation"))
    return found.order_by("procurer__organisation__sort_key", "pk")


CONTRACTS = RestsOn(_("Contracts"), contracts)
AFFILIATIONS = RestsOn(_("Affiliations"), affiliations)
