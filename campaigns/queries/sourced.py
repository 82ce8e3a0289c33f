"""Records of the campaigns that rest on a source."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.models import Partner
from core.models import Source
from core.sourced import RestsOn

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def partners(source: Source, user: "Viewer") -> QuerySet[Any]:
    return Partner.objects.visible_to(user).for_listing().filter(source=source).by_name()


PARTNERS = RestsOn(_("Partners"), partners)
