"""Records of the core that rest on a source."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.models import Organisation, OrganisationIdentifier, Source
from core.sourced import RestsOn

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def organisations(source: Source, user: "Viewer") -> QuerySet[Any]:
    numbered = OrganisationIdentifier.objects.filter(source=source).values("organisation")
    cited = Organisation.objects.visible_to(user).filter(Q(source=source) | Q(pk__in=numbered))
    return cited.order_by("sort_key", "pk")


ORGANISATIONS = RestsOn(_("Organisations"), organisations)
