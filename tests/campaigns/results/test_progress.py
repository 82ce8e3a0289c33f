"""Figures of indicators: what counts, what does not, and what stands behind each."""

import datetime
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.models import Activity, Indicator, IndicatorPeriod
from campaigns.queries.results.contributions import Sums
from campaigns.queries.results.cuts import cuts_of
from campaigns.queries.results.explanation import explain
from campaigns.queries.results.progress import (
    Progress,
    over_all,
    period_on,
    progress_in,
    progress_on,
    share_of_way,
)
from campaigns.services.outreach import workflow
from tests.campaigns.results.scene import NOW, activity, actual, consortium, explained, progress_of
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 5, 1)


def test_approving_adds_returning_takes_away_and_deleting_too():
    scene = consortium(counts="trained")
    handed_in = activity(scene, 40, state="submitted", author=scene.author, submitted_by=scene.author)
    assert actual(scene.period) == 0
    workflow.approve(actor=scene.coordinator, activity=handed_in, now=NOW)
    assert actual(scene.period) == 40
    workflow.return_(actor=scene.coordinator, activity=handed_in, comment="Whom did you train?", now=NOW)
    assert actual(scene.period) == 0
    workflow.submit(actor=scene.author, activity=handed_in, now=NOW)
    workflow.approve(actor=scene.coordinator, activity=handed_in, now=NOW)
    workflow.lock(actor=scene.coordinator, activity=handed_in, now=NOW)
    assert actual(scene.period) == 40
    handed_in.delete()
    assert actual(scene.period) == 0


def test_a_change_of_the_count_moves_the_figure_and_other_measures_do_not():
    scene = consortium(counts="trained")
    made = activity(scene, 40, approved=True)
    campaigns.AudienceCountFactory(activity=made, measure="participants", number=99)
    campaigns.AudienceCountFactory(activity=made, measure="trained", number=30, sex="f")
    assert actual(scene.period) == 40
    made.counts.filter(measure="trained", sex="").update(number=41)
    assert actual(scene.period) == 41
    made.counts.filter(measure="trained").delete()
    assert (actual(scene.period), progress_of(scene.period).sums.activities) == (0, 1)


def test_an_activity_counts_on_its_last_day():
    scene = consortium()
    made = activity(scene, None, approved=True, starts_on=scene.period.ends_on)
    assert actual(scene.period) == 1
    later = scene.period.ends_on + datetime.timedelta(days=1)
    Activity.objects.filter(pk=made.pk).update(ends_on=later, declared_done_on=later)
    assert actual(scene.period) == 0


def test_updates_add_to_activities_once_approved():
    scene = consortium(counts="trained")
    activity(scene, 40, approved=True)
    for state in ("draft", "pending", "returned"):
        campaigns.IndicatorUpdateFactory(period=scene.period, state=state)
    assert actual(scene.period) == 40
    campaigns.IndicatorUpdateFactory(period=scene.period, approved=True, value=5)
    assert actual(scene.period) == 45


def test_seventy_five_of_a_hundred_are_seventy_five_per_cent():
    scene = consortium()
    campaigns.IndicatorUpdateFactory(period=scene.period, approved=True, value=75)
    progress = progress_of(scene.period)
    assert (progress.actual, progress.target, progress.share, progress.is_reached) == (75, 100, 75, False)


def test_a_percentage_is_of_all_numerators_and_denominators_never_the_mean():
    scene = consortium(percentage=True)
    part = campaigns.IndicatorFactory(result=scene.indicator.result, parent=scene.indicator, percentage=True)
    period = campaigns.IndicatorPeriodFactory(indicator=part)
    assert progress_of(scene.period).actual is None
    for held, numerator, denominator in ((scene.period, 1, 2), (scene.period, 90, 100), (period, 9, 98)):
        campaigns.IndicatorUpdateFactory(
            period=held, approved=True, value=None, numerator=numerator, denominator=denominator
        )
    assert progress_of(scene.period).actual == 50
    assert round(progress_of(period).actual, 2) == Decimal("9.18")
    explanation = explained(scene.period, AnonymousUser())
    assert (explanation.numerator, explanation.denominator) == (100, 200)


def test_parts_add_to_the_whole_and_an_activity_that_feeds_both_counts_once():
    scene = consortium(counts="trained")
    whole = scene.indicator
    part = campaigns.IndicatorFactory(result=whole.result, parent=whole, counts="trained")
    period = campaigns.IndicatorPeriodFactory(indicator=part)
    both = activity(scene, 40, approved=True)
    campaigns.ActivityIndicatorFactory(activity=both, indicator=part)
    scene.indicator = part
    activity(scene, 2, approved=True)
    campaigns.IndicatorUpdateFactory(period=period, approved=True, value=100)
    assert (actual(scene.period), actual(period)) == (142, 142)
    Indicator.objects.filter(pk=part.pk).update(parent=None)
    assert (actual(scene.period), actual(period)) == (40, 142)


def test_what_an_indicator_counts_can_change():
    scene = consortium(counts="trained")
    activity(scene, 40, approved=True)
    Indicator.objects.filter(pk=scene.indicator.pk).update(counts="activities")
    assert actual(scene.period) == 1
    Indicator.objects.filter(pk=scene.indicator.pk).update(counts="")
    assert actual(scene.period) == 0


def test_words_show_the_latest_approved():
    scene = consortium(qualitative=True)
    for text, moved in (("First", 1), ("Second", 2)):
        campaigns.IndicatorUpdateFactory(
            period=scene.period,
            approved=True,
            value=None,
            narrative=text,
            approved_at=NOW + datetime.timedelta(days=moved),
        )
    campaigns.IndicatorUpdateFactory(period=scene.period, value=None, narrative="Draft")
    progress = progress_of(scene.period)
    assert (progress.narrative, progress.actual, progress.share) == ("Second", None, None)
    alone = progress_in([(scene.indicator, scene.period)], partner=scene.partner.pk)[0]
    assert alone.narrative == ""


def test_of_one_partner_what_it_led_and_reported():
    scene = consortium(counts="trained")
    activity(scene, 40, approved=True)
    campaigns.IndicatorUpdateFactory(period=scene.period, partner=scene.other, approved=True, value=5)
    pair = [(scene.indicator, scene.period)]
    alone = {each: progress_in(pair, each.pk)[0].actual for each in (scene.partner, scene.other, scene.lead)}
    assert list(alone.values()) == [40, 5, 0]


@pytest.mark.parametrize(
    ("baseline", "ascending", "target", "reached", "share"),
    [
        (None, True, 18, 9, 50),
        (20, True, 80, 50, 50),
        (20, True, 80, 10, Decimal("-16.67")),
        (100, False, 40, 70, 50),
        (None, False, 40, 70, None),
        (40, True, 40, 40, None),
        (None, True, None, 3, None),
        (None, True, 10, None, None),
    ],
)
def test_the_share_of_the_way_starts_at_the_baseline(baseline, ascending, target, reached, share):
    decimal = [None if value is None else Decimal(value) for value in (baseline, target, reached)]
    indicator = Indicator(baseline_value=decimal[0], is_ascending=ascending)
    found = share_of_way(indicator, *decimal[1:])
    assert (found if found is None else round(found, 2)) == share


@pytest.mark.parametrize(
    ("ascending", "reached", "met"), [(True, 10, True), (True, 9, False), (False, 10, True), (False, 11, False)]
)
def test_a_target_is_met_from_its_own_side(ascending, reached, met):
    indicator = Indicator(is_ascending=ascending)
    assert Progress(indicator, None, Decimal(10), Sums(number=Decimal(reached))).is_reached is met
    assert Progress(indicator, None, None, Sums()).is_reached is None


def test_the_period_of_a_day_is_the_last_that_began():
    periods = [
        IndicatorPeriod(starts_on=datetime.date(year, 1, 1), ends_on=datetime.date(year, 6, 30))
        for year in (2025, 2026)
    ]
    days = {"2024-01-01": 2025, "2025-03-01": 2025, "2025-12-01": 2025, "2026-01-01": 2026, "2030-01-01": 2026}
    found = {day: period_on(periods, datetime.date.fromisoformat(day)).starts_on.year for day in days}
    assert found == days
    assert period_on([], DAY) is None


def test_over_all_periods_numbers_add_up_and_percentages_are_taken_anew():
    number, percentage = Indicator(), Indicator(unit="percentage")
    rows = [Progress(number, None, Decimal(10), Sums(number=Decimal(each))) for each in (3, 4)]
    assert (over_all(rows).actual, over_all(rows).target) == (7, 20)
    rows = [
        Progress(percentage, None, Decimal(target), Sums(numerator=Decimal(n), denominator=Decimal(d)), words)
        for target, n, d, words in ((50, 1, 2, "Then"), (80, 9, 98, ""))
    ]
    assert (over_all(rows).actual, over_all(rows).target, over_all(rows).narrative) == (10, 80, "Then")


def test_many_indicators_take_the_queries_of_one(django_assert_num_queries):
    scene = consortium()
    campaigns.IndicatorFactory(result=scene.indicator.result)
    more = [campaigns.IndicatorPeriodFactory(indicator__result=scene.indicator.result).indicator for _ in range(2)]
    for indicators in ([scene.indicator], [scene.indicator, *more], list(Indicator.objects.all())):
        with django_assert_num_queries(2):
            assert set(progress_on(indicators, DAY)) >= {scene.indicator.pk}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["approved", "locked", "submitted", "returned"]),
            st.integers(0, 500),
            st.sampled_from([datetime.date(2026, 1, 1), datetime.date(2026, 12, 31), datetime.date(2025, 12, 31)]),
            st.booleans(),
        ),
        max_size=5,
    ),
    st.lists(st.tuples(st.booleans(), st.integers(0, 500)), max_size=3),
    st.sampled_from(["activities", "trained"]),
    st.integers(0, 6),
)
def test_the_figure_is_what_stands_behind_it(activities, updates, counts, most):
    """Sum of the explained = shown = counted from the records themselves."""
    scene = consortium(counts=counts)
    part = campaigns.IndicatorFactory(result=scene.indicator.result, parent=scene.indicator, counts=counts)
    whole, expected = scene.indicator, 0
    for state, number, day, of_part in activities:
        scene.indicator = part if of_part else whole
        activity(scene, number, state=state, starts_on=day)
        if state in ("approved", "locked") and day.year == 2026:
            expected += number if counts == "trained" else 1
    for is_approved, value in updates:
        campaigns.IndicatorUpdateFactory(period=scene.period, approved=is_approved, value=value)
        expected += value if is_approved else 0
    for viewer in (AnonymousUser(), scene.admin):
        found = explained(scene.period, viewer)
        assert found.number == actual(scene.period) == expected
        assert found.activities_count == progress_of(scene.period).sums.activities


def test_what_is_not_listed_is_counted_all_the_same():
    scene = consortium(counts="trained")
    for number in (10, 40, 20):
        activity(scene, number, approved=True)
    found = explain(scene.period, AnonymousUser(), most=1)
    assert [row.number for row in found.activities] == [40]
    assert (found.others, found.rest, found.from_activities, found.activities_count) == (2, 30, 70, 3)


def test_cuts_take_the_fullest_count_of_each_activity():
    scene = consortium(counts="trained")
    china, france = core.CountryFactory(), core.CountryFactory(code="FR")
    made = activity(scene, 40, approved=True, country=france)
    for cut in ({"sex": "f", "number": 25}, {"sex": "m", "number": 10}, {"age_band": "18_24", "number": 5}):
        campaigns.AudienceCountFactory(activity=made, measure="trained", **cut)
    campaigns.AudienceCountFactory(activity=made, measure="trained", sex="f", age_band="25_34", number=3)
    other = activity(scene, 10, approved=True)
    campaigns.AudienceCountFactory(activity=other, measure="trained", sex="f", age_band="18_24", number=4)
    update = campaigns.IndicatorUpdateFactory(period=scene.period, approved=True, value=5)
    campaigns.UpdatePartFactory(update=update, sex="f", number=2)
    campaigns.UpdatePartFactory(update=update, sex="", country=china, number=1)
    cuts = cuts_of(scene.period, progress_of(scene.period).actual)
    assert [(cut.name, dict(cut.numbers), cut.unknown) for cut in cuts] == [
        ("sex", {"f": 31, "m": 10}, 14),
        ("age_band", {"18_24": 9}, 46),
        ("country", {"CN": 1}, 54),
    ]


def test_activities_are_cut_by_where_they_were():
    scene = consortium()
    activity(scene, None, approved=True, country=core.CountryFactory(code="FR"))
    activity(scene, None, approved=True)
    cuts = cuts_of(scene.period, Decimal(2))
    assert [(cut.name, dict(cut.numbers), cut.unknown) for cut in cuts] == [("country", {"FR": 1}, 1)]
