"""Which closed periods a day falls into."""

import datetime
from collections.abc import Iterable

from campaigns.models import Activity, Indicator, IndicatorPeriod


def closed_period(indicators: Iterable[int], day: datetime.date) -> IndicatorPeriod | None:
    """A closed period, of one of the indicators or of one that it adds to, in which `day` lies."""
    above = {pk for pk in indicators if pk}
    level = above
    while level:
        parents = set(Indicator.objects.filter(pk__in=level, parent__isnull=False).values_list("parent", flat=True))
        level = parents - above
        above |= level
    periods = IndicatorPeriod.objects.closed().filter(indicator__in=above, starts_on__lte=day, ends_on__gte=day)
    return periods.select_related("indicator").order_by("pk").first()


def closed_periods_of(activity: Activity) -> IndicatorPeriod | None:
    """The closed period of an indicator that the activity feeds on its last day."""
    return closed_period(activity.indicator_links.values_list("indicator", flat=True), activity.last_day)
