"""Periods as people name them: "last quarter" means another span each time a report is made."""

import datetime
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

DAY = datetime.timedelta(days=1)


class PeriodName(TextChoices):
    """Relative to the day on which the report is made, except the last two."""

    THIS_MONTH = "this-month", _("This month")
    LAST_MONTH = "last-month", _("Last month")
    THIS_QUARTER = "this-quarter", _("This quarter")
    LAST_QUARTER = "last-quarter", _("Last quarter")
    THIS_YEAR = "this-year", _("This year")
    LAST_YEAR = "last-year", _("Last year")
    TWELVE_MONTHS = "twelve-months", _("The last twelve months")
    ALL = "all", _("Everything up to today")
    DAYS = "days", _("From day to day")


@dataclass(frozen=True)
class Period:
    """Both days included; without `first` everything up to `last`."""

    first: datetime.date | None
    last: datetime.date

    @property
    def before(self) -> "Period | None":
        """The period of the same length (in months, where it is whole months) that ends where this one begins."""
        if self.first is None:
            return None
        last = self.first - DAY
        if self.first.day == 1 and (self.last + DAY).day == 1:
            months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
            return Period(months_before(self.first, months), last)
        return Period(last - (self.last - self.first), last)

    def holds(self, day: datetime.date) -> bool:
        return day <= self.last and (self.first is None or day >= self.first)


def period_named(name: str, today: datetime.date) -> Period:
    """The span that `name` (not `days`) means on `today`."""
    month = today.replace(day=1)
    quarter = today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
    year = today.replace(month=1, day=1)
    starts = {
        PeriodName.THIS_MONTH: (month, 1),
        PeriodName.LAST_MONTH: (months_before(month, 1), 1),
        PeriodName.THIS_QUARTER: (quarter, 3),
        PeriodName.LAST_QUARTER: (months_before(quarter, 3), 3),
        PeriodName.THIS_YEAR: (year, 12),
        PeriodName.LAST_YEAR: (months_before(year, 12), 12),
        PeriodName.TWELVE_MONTHS: (months_before(month, 12), 12),
    }
    if name == PeriodName.ALL:
        return Period(None, today)
    first, months = starts[PeriodName(name)]
    return Period(first, months_before(first, -months) - DAY)


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The first of the month so many months before that of `day` (after it, where negative)."""
    number = day.year * 12 + day.month - 1 - months
    return datetime.date(number // 12, number % 12 + 1, 1)
