"""Which activities and updates stand behind a figure: "40 = these 3 activities"."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Count, Sum

from campaigns.models import Activity, IndicatorPeriod, IndicatorUpdate
from campaigns.queries.results.contributions import ZERO, added_in, updates_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

MOST_SHOWN = 100


@dataclass(frozen=True)
class Contribution:
    """An activity and what it adds."""

    activity: Activity
    number: int


@dataclass(frozen=True)
class Explanation:
    """All that a figure is made of. What is not listed (`others` activities that add `rest`) counts all the same."""

    activities: list[Contribution]
    others: int
    rest: int
    updates: list[IndicatorUpdate]

    @property
    def activities_count(self) -> int:
        return len(self.activities) + self.others

    @property
    def from_activities(self) -> int:
        return sum(row.number for row in self.activities) + self.rest

    @property
    def number(self) -> Decimal:
        """What the activities and the numbers of updates add up to."""
        return self.from_activities + sum((row.value for row in self.updates if row.value is not None), ZERO)

    @property
    def numerator(self) -> Decimal:
        return sum((row.numerator for row in self.updates if row.numerator is not None), ZERO)

    @property
    def denominator(self) -> Decimal:
        return sum((row.denominator for row in self.updates if row.denominator is not None), ZERO)


def explain(period: IndicatorPeriod, user: "User | AnonymousUser", most: int = MOST_SHOWN) -> Explanation:
    """What stands behind the figure of a period. What counts is approved, and what is approved everybody sees.

    The `most` activities that add most are listed. Five queries.
    """
    added = added_in(period)
    total = added.aggregate(activities=Count("pk"), number=Sum("number", default=0))
    listed = dict(added.order_by("-number", "activity").values_list("activity", "number")[:most])
    activities = Activity.objects.visible_to(user).for_listing().filter(pk__in=listed).in_bulk()
    contributions = [Contribution(activities[pk], number) for pk, number in listed.items() if pk in activities]
    rest = int(total["number"]) - sum(row.number for row in contributions)
    updates = IndicatorUpdate.objects.visible_to(user).filter(pk__in=updates_of(period.pk))
    found = list(updates.select_related("partner__organisation", "period__indicator").order_by("approved_at", "pk"))
    return Explanation(contributions, total["activities"] - len(contributions), rest, found)
