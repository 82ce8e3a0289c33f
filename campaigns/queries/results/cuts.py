"""A figure by sex, by age and by country, as far as it was counted so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from campaigns.enums.outreach import AgeBand, Sex
from campaigns.models import IndicatorPeriod
from campaigns.queries.results.contributions import FAMILY
from core.models import Country

# Of an activity that was cut in several ways that name the dimension, the way that tells most counts, and only that.
_CUTS = f"""{FAMILY}
, fed AS (
    SELECT asked.id AS period, added.activity_id, indicator.counts FROM asked
    JOIN campaigns_indicator AS indicator ON indicator.id = asked.indicator_id
    JOIN campaigns_indicatorcontribution AS added ON added.indicator_id = asked.indicator_id
        AND added.counted_on BETWEEN asked.starts_on AND asked.ends_on
        AND (%(partner)s::bigint IS NULL OR added.partner_id = %(partner)s)
), parts AS (
    SELECT fed.period, 'a' || part.activity_id AS of, part.sex, part.age_band,
        coalesce(part.country_id, '') AS country, part.number
    FROM fed JOIN campaigns_audiencecount AS part ON part.activity_id = fed.activity_id AND part.measure = fed.counts
    UNION ALL
    SELECT told.period, 'u' || part.update_id, part.sex, part.age_band, coalesce(part.country_id, ''), part.number
    FROM told JOIN campaigns_updatepart AS part ON part.update_id = told.id
    WHERE %(partner)s::bigint IS NULL OR told.partner_id = %(partner)s
    UNION ALL
    SELECT fed.period, 'a' || activity.id, '', '', activity.country_id, 1
    FROM fed JOIN campaigns_activity AS activity ON activity.id = fed.activity_id
    WHERE fed.counts = 'activities' AND activity.country_id IS NOT NULL
), ways AS (
    SELECT period, dimension, value, of, (sex <> '', age_band <> '', country <> '')::text AS way,
        sum(number) AS number,
        sum(sum(number)) OVER (
            PARTITION BY period, dimension, of, (sex <> '', age_band <> '', country <> '')::text
        ) AS told
    FROM parts CROSS JOIN LATERAL (VALUES ('sex', sex), ('age_band', age_band), ('country', country))
        AS cut (dimension, value)
    WHERE value <> '' GROUP BY period, dimension, value, of, way
), ranked AS (
    SELECT *, dense_rank() OVER (PARTITION BY period, dimension, of ORDER BY told DESC, way) AS rank FROM ways
)
SELECT period, dimension, value, sum(number) FROM ranked WHERE rank = 1 GROUP BY period, dimension, value
"""  # noqa: S608 (nothing in it was typed)
NAMES = ("sex", "age_band", "country")


@dataclass(frozen=True)
class Cut:
    """A figure by one dimension. `numbers` by code; the rest of the figure is `unknown`."""

    name: str
    numbers: dict[str, Decimal]
    labels: dict[str, Any]
    unknown: Decimal

    @property
    def rows(self) -> Iterator[tuple[Any, Decimal]]:
        for code, number in self.numbers.items():
            yield self.labels.get(code, code), number


Parts = dict[str, dict[str, Decimal]]


def parts_in(periods: Iterable[int], partner: int | None = None) -> dict[int, Parts]:
    """Numbers by period, dimension and code; with `partner` of what it alone added. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_CUTS, {"periods": list(periods), "partner": partner})
        rows = cursor.fetchall()
    found: dict[int, Parts] = {}
    for period, name, code, number in rows:
        found.setdefault(period, {}).setdefault(name, {})[code] = Decimal(number)
    return found


def cuts_of(period: IndicatorPeriod, total: Decimal | None) -> list[Cut]:
    """The figure `total` of a period (of a percentage its numerators) by each dimension that was counted at all."""
    found = parts_in([period.pk]).get(period.pk, {})
    return [_cut(name, found[name], total or Decimal(0)) for name in NAMES if name in found]


def _cut(name: str, numbers: dict[str, Decimal], total: Decimal) -> Cut:
    if name == "country":
        labels: dict[str, Any] = {country.code: country for country in Country.objects.filter(pk__in=numbers)}
        order = sorted(numbers, key=lambda code: (-numbers[code], code))
    else:
        labels = dict((Sex if name == "sex" else AgeBand).choices)
        order = [code for code in labels if code in numbers]
    known = {code: numbers[code] for code in order}
    return Cut(name, known, labels, total - sum(known.values(), Decimal(0)))
