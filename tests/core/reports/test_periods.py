"""Periods that people name."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reports.periods import Period, PeriodName, period_named

TODAY = datetime.date(2026, 2, 14)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        (PeriodName.THIS_MONTH, "2026-02-01", "2026-02-28"),
        (PeriodName.LAST_MONTH, "2026-01-01", "2026-01-31"),
        (PeriodName.THIS_QUARTER, "2026-01-01", "2026-03-31"),
        (PeriodName.LAST_QUARTER, "2025-10-01", "2025-12-31"),
        (PeriodName.THIS_YEAR, "2026-01-01", "2026-12-31"),
        (PeriodName.LAST_YEAR, "2025-01-01", "2025-12-31"),
        (PeriodName.TWELVE_MONTHS, "2025-02-01", "2026-01-31"),
    ],
)
def test_a_name_means_whole_months(name, first, last):
    assert period_named(name, TODAY) == Period(day(first), day(last))


def test_everything_ends_today_and_has_nothing_before():
    period = period_named(PeriodName.ALL, TODAY)
    assert period == Period(None, TODAY)
    assert period.before is None
    assert period.holds(day("1990-01-01"))
    assert not period.holds(day("2026-02-15"))


def test_the_period_before_has_the_same_months_or_days():
    assert Period(day("2026-01-01"), day("2026-03-31")).before == Period(day("2025-10-01"), day("2025-12-31"))
    assert Period(day("2026-03-05"), day("2026-03-14")).before == Period(day("2026-02-23"), day("2026-03-04"))


@given(
    name=st.sampled_from([name for name in PeriodName if name not in (PeriodName.DAYS, PeriodName.ALL)]),
    today=st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 12, 31)),
)
def test_former_periods_touch_and_do_not_overlap(name, today):
    period = period_named(name, today)
    assert period.first <= period.last
    assert period.before.last + datetime.timedelta(days=1) == period.first
