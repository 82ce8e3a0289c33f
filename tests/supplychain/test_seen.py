"""First and last seen follow from the lists, in whatever order they are read."""

import datetime
import random

from hypothesis import given
from hypothesis import strategies as st

from supplychain.seen import Mention, list_days, seen_dates


def day(year: int) -> datetime.date:
    return datetime.date(year, 1, 1)


def mention(year: int, granularity: str = "site", publisher: str = "Brand") -> Mention:
    return Mention(publisher, granularity, day(year))


def test_what_the_latest_list_names_has_no_end() -> None:
    lists = list_days([mention(2014), mention(2016)])
    assert seen_dates([mention(2014), mention(2016)], lists) == (day(2014), None)
    assert seen_dates([mention(2016)], lists) == (day(2016), None)


def test_the_first_later_list_that_leaves_it_out_ends_it() -> None:
    lists = list_days(map(mention, (2014, 2015, 2016)))
    assert seen_dates([mention(2014)], lists) == (day(2014), day(2015))


def test_a_gap_that_a_later_list_closes_is_no_end() -> None:
    lists = list_days(map(mention, (2014, 2015, 2016)))
    assert seen_dates([mention(2014), mention(2016)], lists) == (day(2014), None)


def test_lists_of_another_granularity_or_publisher_end_nothing() -> None:
    lists = list_days([mention(2014), mention(2020, "region"), mention(2021, "site", "Other")])
    assert seen_dates([mention(2014)], lists) == (day(2014), None)


def test_a_list_without_granularity_ends_nothing() -> None:
    lists = list_days([mention(2014, ""), mention(2015, "")])
    assert seen_dates([mention(2014, "")], lists) == (day(2014), None)


def test_one_group_that_still_names_it_keeps_it_open() -> None:
    lists = list_days([mention(2014), mention(2015), mention(2014, "site", "Other"), mention(2016, "site", "Other")])
    both = [mention(2014), mention(2014, "site", "Other")]
    assert seen_dates(both, lists) == (day(2014), day(2016))
    assert seen_dates([mention(2014), mention(2016, "site", "Other")], lists) == (day(2014), None)


@given(st.lists(st.integers(2000, 2030), min_size=1, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_lists_does_not_matter(years: list[int], chance: random.Random) -> None:
    named = [mention(year) for year in years if chance.random() < 0.6] or [mention(years[0])]
    lists = list_days(map(mention, years))
    shuffled = chance.sample(named, len(named))
    first, last = seen_dates(named, lists)
    assert seen_dates(shuffled, lists) == (first, last)
    assert first == min(item.day for item in named)
    assert last is None or last > max(item.day for item in named)
