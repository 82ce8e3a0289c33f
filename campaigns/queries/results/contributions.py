"""What adds to an indicator in a period: approved activities by their last day, approved updates, and its parts.

An indicator's family is the indicator with its parts and their parts. An activity counts once in a family, however
many of its members it feeds: the triggers of `IndicatorContribution` see to that. An update counts in a period in
which its own period ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from campaigns.models import IndicatorContribution, IndicatorPeriod

ZERO = Decimal(0)

FAMILY = """
WITH RECURSIVE asked AS (
    SELECT id, indicator_id, starts_on, ends_on FROM campaigns_indicatorperiod WHERE id = ANY(%(periods)s)
), family AS (
    SELECT DISTINCT indicator_id AS root, indicator_id AS id FROM asked
    UNION SELECT family.root, part.id FROM campaigns_indicator AS part JOIN family ON part.parent_id = family.id
    WHERE part.merged_into_id IS NULL
), told AS (
    SELECT asked.id AS period, update.* FROM asked JOIN family ON family.root = asked.indicator_id
    JOIN campaigns_indicatorperiod AS own ON own.indicator_id = family.id
        AND own.ends_on BETWEEN asked.starts_on AND asked.ends_on
    JOIN campaigns_indicatorupdate AS update ON update.period_id = own.id
    WHERE update.state = 'approved'
)
"""
_SUMS = (
    FAMILY
    + """
SELECT asked.id, added.partner_id, count(*), sum(added.number), NULL, NULL, 0
FROM asked JOIN campaigns_indicatorcontribution AS added ON added.indicator_id = asked.indicator_id
    AND added.counted_on BETWEEN asked.starts_on AND asked.ends_on
GROUP BY asked.id, added.partner_id
UNION ALL
SELECT period, partner_id, 0, sum(value), sum(numerator), sum(denominator), count(*) FROM told
GROUP BY period, partner_id
"""
)
_UPDATES = f"{FAMILY} SELECT id FROM told ORDER BY id"  # noqa: S608 (nothing in it was typed)


@dataclass(frozen=True)
class Sums:
    """What approved activities and updates say, before it becomes a figure. Sums add up, percentages do not."""

    activities: int = 0
    number: Decimal = ZERO
    numerator: Decimal = ZERO
    denominator: Decimal = ZERO
    updates: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.activities + other.activities,
            self.number + other.number,
            self.numerator + other.numerator,
            self.denominator + other.denominator,
            self.updates + other.updates,
        )


def sums_by_partner(periods: Iterable[int]) -> dict[int, dict[int, Sums]]:
    """Sums by period, then by partner: the lead partner of an activity, the one that made an update. One query."""
    found: dict[int, dict[int, Sums]] = {}
    for period, partner, activities, number, numerator, denominator, updates in _rows(_SUMS, periods):
        sums = Sums(activities, number or ZERO, numerator or ZERO, denominator or ZERO, updates)
        partners = found.setdefault(period, {})
        partners[partner] = partners.get(partner, Sums()) + sums
    return found


def added_in(period: IndicatorPeriod) -> QuerySet[IndicatorContribution]:
    """What approved activities add in a period, one row for each."""
    days = (period.starts_on, period.ends_on)
    return IndicatorContribution.objects.filter(indicator=period.indicator_id, counted_on__range=days)


def updates_of(period: int) -> list[int]:
    """The approved updates behind the figure of a period."""
    return [pk for (pk,) in _rows(_UPDATES, [period])]


def _rows(statement: str, periods: Iterable[int]) -> Sequence[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"periods": list(periods)})
        return cursor.fetchall()
