"""Indicators that rest on a source."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.models import Indicator
from core.models import Source
from core.sourced import RestsOn

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def indicators(source: Source, user: "Viewer") -> QuerySet[Any]:
    return Indicator.objects.visible_to(user).for_listing().filter(source=source).in_order()


INDICATORS = RestsOn(_("Indicators"), indicators)
