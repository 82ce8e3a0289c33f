"""Records of the campaigns that rest on a source."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.models import Partner, PolicyFile, PolicyOutcome, PolicyRecommendation, PolicyStep, Publication
from core.models import Source
from core.sourced import RestsOn

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def partners(source: Source, user: "Viewer") -> QuerySet[Any]:
    return Partner.objects.visible_to(user).for_listing().filter(source=source).by_name()


def publications(source: Source, user: "Viewer") -> QuerySet[Any]:
    return Publication.objects.visible_to(user).filter(source=source).latest_first()


def policies(source: Source, user: "Viewer") -> QuerySet[Any]:
    """Policy files that cite the source themselves, by a recommendation, a step or a decision."""
    by_part = Q(source=source)
    for model in (PolicyRecommendation, PolicyStep, PolicyOutcome):
        by_part |= Q(pk__in=model.objects.visible_to(user).filter(source=source).values("policy_file"))
    return PolicyFile.objects.visible_to(user).filter(by_part).order_by("sort_key", "pk")


PARTNERS = RestsOn(_("Partners"), partners)
PUBLICATIONS = RestsOn(_("Publications"), publications)
POLICIES = RestsOn(_("Policy files"), policies)
