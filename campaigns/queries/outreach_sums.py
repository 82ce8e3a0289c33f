"""Sums of counted outreach by several cuts at once: each question reads the activities, or the counts, one time.

Figures of two measures are never added; a sum is always of one measure. Totals only: the parts are in them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from campaigns.models import Activity

# Columns by which figures are cut, as expressions over an activity.
CUTS = {
    "type": "activity.type",
    "country": "activity.country_id",
    "month": "to_char(coalesce(activity.ends_on, activity.starts_on), 'YYYY-MM')",
    "lead": "activity.lead_id::text",
}
WHOLE = "whole"
_TOTALS = "counted.sex = '' AND counted.age_band = '' AND counted.country_id IS NULL"


@dataclass(frozen=True)
class Sum:
    """What was counted of one measure: `estimated` is the part of it that is an estimate."""

    number: int = 0
    estimated: int = 0
    activities: int = 0


@dataclass
class Sums:
    """By cut and value (None: not known), number of activities, and sums by measure; `WHOLE` has the value ''."""

    activities: dict[str, dict[Any, int]] = field(default_factory=lambda: defaultdict(dict))
    measures: dict[str, dict[Any, dict[str, Sum]]] = field(default_factory=lambda: defaultdict(dict))

    def number(self) -> int:
        return self.activities[WHOLE].get("", 0)

    def of(self, cut: str, value: Any, measure: str) -> Sum:
        return self.measures[cut].get(value, {}).get(measure, Sum())

    def whole(self, measure: str) -> Sum:
        return self.of(WHOLE, "", measure)


def sums_of(activities: QuerySet[Activity], cuts: Sequence[str] = tuple(CUTS)) -> Sums:
    """Two statements, whatever the number of cuts."""
    sums = Sums()
    for position, value, number in _grouped(activities, cuts, "count(*)", "", ""):
        sums.activities[_cut(cuts, position)][value] = number
    figures = "counted.measure, sum(counted.number), sum(counted.number) FILTER (WHERE counted.is_estimate), count(*)"
    join = f"JOIN campaigns_audiencecount AS counted ON counted.activity_id = activity.id AND {_TOTALS}"
    for position, value, measure, number, estimated, count in _grouped(
        activities, cuts, figures, join, "counted.measure"
    ):
        by_measure = sums.measures[_cut(cuts, position)].setdefault(value, {})
        by_measure[measure] = Sum(int(number), int(estimated or 0), count)
    return sums


def _cut(cuts: Sequence[str], position: int) -> str:
    return WHOLE if position == len(cuts) else cuts[position]


def _grouped(
    activities: QuerySet[Activity], cuts: Sequence[str], figures: str, join: str, always: str
) -> list[tuple[Any, ...]]:
    """(number of the cut, its value, figures…): every cut by itself, and at last the whole under ''."""
    inner, parameters = activities.order_by().values("pk").query.sql_with_params()
    tail = f", {always}" if always else ""
    columns = [CUTS[cut] for cut in cuts]
    sets = ", ".join(f"({column}{tail})" for column in columns) + f", ({always})"
    # The one cut that a row is grouped by, as its place; grouping() is 0 for it.
    places = " ".join(f"WHEN grouping({column}) = 0 THEN {place}" for place, column in enumerate(columns))
    values = " ".join(f"WHEN grouping({column}) = 0 THEN {column}" for column in columns)
    statement = f"""
        SELECT CASE {places} ELSE {len(cuts)} END, CASE {values} ELSE '' END, {figures}
        FROM campaigns_activity AS activity {join}
        WHERE activity.id IN ({inner}) GROUP BY GROUPING SETS ({sets})"""  # noqa: S608 (our own columns)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def by_sex(activities: QuerySet[Activity]) -> dict[str, dict[str, int]]:
    """Numbers by measure and sex, of the parts that are cut by sex alone. One statement."""
    inner, parameters = activities.order_by().values("pk").query.sql_with_params()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    statement = f"""
        SELECT measure, sex, sum(number) FROM campaigns_audiencecount
        WHERE sex <> '' AND age_band = '' AND country_id IS NULL AND activity_id IN ({inner})
        GROUP BY measure, sex"""  # noqa: S608 (our own statement)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        for measure, sex, number in cursor.fetchall():
            found[measure][sex] = int(number)
    return found
