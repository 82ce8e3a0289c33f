"""Sums of counted outreach by several cuts at once: each question reads the activities, or the counts, one time.

Figures of two measures are never added; a sum is always of one measure. Totals only: the parts are in them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import CharField, Func, QuerySet, Value

from campaigns.models import Activity
from campaigns.models.activities import LAST_DAY

# Columns by which figures are cut; all but the month are those of an activity.
CUTS = {"type": "type", "country": "country_id", "month": "month", "lead": "lead_id"}
TYPES = {"type": "text", "country": "text", "month": "text", "lead": "bigint"}
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
    """By cut and value (None: not known), number of activities, and sums by measure; `WHOLE` has the value ''.

    `by_sex` are the parts that are cut by sex alone, by measure and sex.
    """

    activities: dict[str, dict[Any, int]] = field(default_factory=lambda: defaultdict(dict))
    measures: dict[str, dict[Any, dict[str, Sum]]] = field(default_factory=lambda: defaultdict(dict))

    by_sex: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def number(self) -> int:
        return self.activities[WHOLE].get("", 0)

    def of(self, cut: str, value: Any, measure: str) -> Sum:
        return self.measures[cut].get(value, {}).get(measure, Sum())

    def whole(self, measure: str) -> Sum:
        return self.of(WHOLE, "", measure)


def sums_of(activities: QuerySet[Activity], cuts: Sequence[str] = tuple(CUTS)) -> Sums:
    """One statement, whatever the number of cuts: the activities are chosen once."""
    sums = Sums()
    inner, parameters = _chosen(activities)
    with connection.cursor() as cursor:
        cursor.execute(_statement(inner, cuts), parameters)
        for bits, *values, measure, sex, number, estimated, count in cursor.fetchall():
            if sex is not None:
                sums.by_sex[measure][sex] = int(number)
                continue
            cut, value = _place(cuts, bits, values)
            if measure is None:
                sums.activities[cut][value] = count
            else:
                sums.measures[cut].setdefault(value, {})[measure] = Sum(int(number), int(estimated or 0), count)
    return sums


def _place(cuts: Sequence[str], bits: int, values: Sequence[Any]) -> tuple[str, Any]:
    """The cut that a row is grouped by, and its value; `bits` are those of grouping()."""
    for position, cut in enumerate(cuts):
        # The bit of the one column that is grouped by is 0; the first column has the highest bit.
        if not bits & 1 << (len(cuts) - 1 - position):
            return cut, values[position]
    return WHOLE, ""


def _statement(inner: str, cuts: Sequence[str]) -> str:
    """Rows of (bits of grouping, value of every cut, measure, sex, sum, of which estimated, activities).

    Activities by every cut and as a whole, then the figures of each measure likewise, then its parts by sex.
    """
    columns = [f"chosen.{CUTS[cut]}" for cut in cuts]
    bits = f"grouping({', '.join(columns)})" if columns else "0"
    head = ", ".join([bits, *columns])
    nothing = ", ".join(["0", *(f"NULL::{TYPES[cut]}" for cut in cuts)])
    plain = ", ".join(f"({column})" for column in [*columns, ""])
    measured = ", ".join(f"({column}, counted.measure)" for column in columns) + ", " * bool(columns)
    return f"""
        WITH chosen AS MATERIALIZED ({inner})
        SELECT {head}, NULL, NULL, NULL, NULL, count(*) FROM chosen GROUP BY GROUPING SETS ({plain})
        UNION ALL
        SELECT {head}, counted.measure, NULL, sum(counted.number),
            sum(counted.number) FILTER (WHERE counted.is_estimate), count(*)
        FROM chosen JOIN campaigns_audiencecount AS counted ON counted.activity_id = chosen.id AND {_TOTALS}
        GROUP BY GROUPING SETS ({measured}(counted.measure))
        UNION ALL
        SELECT {nothing}, counted.measure, counted.sex, sum(counted.number), NULL, NULL
        FROM chosen JOIN campaigns_audiencecount AS counted ON counted.activity_id = chosen.id
            AND counted.sex <> '' AND counted.age_band = '' AND counted.country_id IS NULL
        GROUP BY counted.measure, counted.sex"""  # noqa: S608 (our own columns)


def _chosen(activities: QuerySet[Activity]) -> tuple[str, Any]:
    """The activities with what they are cut by, as a statement; months are written once an activity."""
    month = Func(LAST_DAY, Value("YYYY-MM"), function="to_char", output_field=CharField())
    return activities.order_by().values("id", "type", "country_id", "lead_id", month=month).query.sql_with_params()
