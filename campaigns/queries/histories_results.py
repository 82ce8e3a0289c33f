"""History of an indicator: its terms and periods for everyone, updates as far as they were and are approved."""

from typing import TYPE_CHECKING

from django.db.models import Q

from campaigns.enums.results import UpdateState
from campaigns.models import Indicator, IndicatorPeriod, IndicatorUpdate
from campaigns.querysets.results import update_rule
from core.access import access_of
from core.queries.histories import History, Part

if TYPE_CHECKING:
    from core.queries.histories import Viewer

__all__ = ["INDICATOR"]


def version_rule(user: "Viewer") -> Q:
    """Versions of updates that were approved then, of updates that the viewer may see now; one's own in any state."""
    if access_of(user).is_admin:
        return Q()
    return update_rule(user) & (
        Q(state=UpdateState.APPROVED, pgh_obj__in=IndicatorUpdate.objects.approved().values("pk")) | own_rule(user)
    )


def own_rule(user: "Viewer") -> Q:
    """Versions of updates that are not only public: those of the viewer's partners and projects."""
    seen = IndicatorUpdate.objects.concerning(user).values("pk")
    return Q(pgh_obj__in=seen)


INDICATOR = History(
    own=Part(Indicator),
    related=(
        Part(IndicatorPeriod, path="indicator", named_by=("starts_on", "ends_on")),
        Part(IndicatorUpdate, path="period__indicator", named_by=("partner",), rule=version_rule),
    ),
)
