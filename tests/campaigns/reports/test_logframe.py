"""The logframe report: figures as the indicators' pages have them, and nobody else's drafts."""

import datetime

import pytest

from campaigns.models import Indicator, Result
from campaigns.reports.logframe import LOGFRAME
from tests.campaigns.reports.making import (
    assert_every_format,
    assert_same_rows,
    figures,
    made,
    queries_for,
    table,
    written,
)
from tests.campaigns.results.scene import activity, consortium
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db
YEAR = {"period": "this-year"}
LAST_YEAR = {"starts_on": datetime.date(2025, 1, 1), "ends_on": datetime.date(2025, 12, 31)}


@pytest.fixture
def scene():
    made = consortium(counts="trained", baseline_value=20, code="1.1", name="People trained")
    Result.objects.update(assumptions="Buyers have the time.")
    Indicator.objects.update(means_of_verification="Lists of participants")
    trained = activity(made, 60, approved=True)
    campaigns.AudienceCountFactory(activity=trained, measure="trained", number=35, sex="f")
    campaigns.IndicatorPeriodFactory(indicator=made.indicator, target=50, **LAST_YEAR)
    activity(made, 10, approved=True, starts_on=datetime.date(2025, 3, 1))
    return made


def row_of(document):
    (row,) = table(document, "logframe")
    return row


def test_a_row_says_what_was_aimed_at_and_reached_and_how_that_is_known(scene):
    row = row_of(made(LOGFRAME, project=scene.project, **YEAR))
    assert (row["baseline"], row["target"], row["reached"], row["share"]) == (20, 100, 60, 50)
    # 60 + 10 of 100 + 50, from 20 on.
    assert (row["project_target"], row["project_reached"]) == (150, 70)
    assert float(row["project_share"]) == pytest.approx(38.5)
    assert (row["indicator"], row["level"]) == ("1.1 People trained", "Output")
    assert (row["means_of_verification"], row["assumptions"]) == ("Lists of participants", "Buyers have the time.")


def test_periods_that_touch_the_days_are_reported_and_later_ones_are_not_told(scene):
    last_year = row_of(made(LOGFRAME, project=scene.project, period="last-year"))
    assert (last_year["target"], last_year["reached"], last_year["project_reached"]) == (50, 10, 10)
    assert last_year["project_target"] == 150
    both = row_of(made(LOGFRAME, project=scene.project, period="all"))
    assert (both["target"], both["reached"]) == (150, 70)


def test_a_percentage_is_all_numerators_over_all_denominators():
    scene = consortium(percentage=True)
    for partner, numerator, denominator in ((scene.partner, 1, 2), (scene.other, 90, 100)):
        campaigns.IndicatorUpdateFactory(
            period=scene.period,
            partner=partner,
            value=None,
            numerator=numerator,
            denominator=denominator,
            approved=True,
        )
    document = made(LOGFRAME, project=scene.project, **YEAR)
    assert float(row_of(document)["reached"]) == pytest.approx(89.22)
    assert {row["reached"] for row in table(document, "partners")} == {50, 90}
    alone = made(LOGFRAME, project=scene.project, partner=scene.partner, **YEAR)
    assert row_of(alone)["reached"] == 50
    assert "alone added" in alone.warnings[0]


def test_figures_are_told_by_partner_sex_age_and_country(scene):
    campaigns.UpdatePartFactory(
        update=campaigns.IndicatorUpdateFactory(period=scene.period, partner=scene.other, value=4, approved=True),
        sex="",
        country=core.CountryFactory(code="FR"),
        number=3,
    )
    document = made(LOGFRAME, project=scene.project, **YEAR)
    assert {(row["partner"], row["reached"]) for row in table(document, "partners")} == {
        (scene.partner.organisation.name, 60),
        (scene.other.organisation.name, 4),
    }
    assert [(row["cut"], row["part"], row["number"]) for row in table(document, "parts")] == [
        ("Sex", "Women", 35),
        ("Sex", "not stated", 29),
        ("Country", "France", 3),
        ("Country", "not stated", 61),
    ]
    alone = made(LOGFRAME, project=scene.project, partner=scene.other, **YEAR)
    assert [row["part"] for row in table(alone, "parts")] == ["France", "not stated"]


def test_words_stand_in_the_comment_and_not_in_the_figure():
    scene = consortium(qualitative=True)
    campaigns.IndicatorUpdateFactory(period=scene.period, value=None, narrative="Buyers ask more", approved=True)
    row = row_of(made(LOGFRAME, project=scene.project, **YEAR))
    assert (row["reached"], row["unit"], row["comment"]) == (None, "In words", "Buyers ask more")


def test_updates_that_wait_are_counted_for_those_alone_whom_they_concern(scene):
    campaigns.IndicatorUpdateFactory(period=scene.period, partner=scene.partner, value=7)
    for user, told in ((None, 0), (scene.stranger, 0), (scene.author, 1), (scene.coordinator, 1), (scene.admin, 1)):
        document = made(LOGFRAME, user, project=scene.project, **YEAR)
        assert row_of(document)["reached"] == 60
        assert len(document.warnings) == told, user


def test_a_project_without_indicators_and_days_without_periods_say_so(scene):
    empty = made(LOGFRAME, project=campaigns.ProjectFactory(), **YEAR)
    assert "No indicators are on record" in empty.warnings[0]
    assert_every_format(LOGFRAME, empty)
    early = made(LOGFRAME, project=scene.project, period="days", since="2020-01-01", until="2020-12-31")
    assert "nothing to report" in early.warnings[0]
    assert (row_of(early)["baseline"], row_of(early)["target"]) == (20, None)


def test_a_zero_is_not_taken_for_what_was_done():
    document = made(LOGFRAME, project=consortium(counts="trained").project, **YEAR)
    assert row_of(document)["reached"] == 0
    assert "not what was done" in document.warnings[0]
    assert list(document.charts()) == []


def test_every_format_says_the_same(scene):
    document = made(LOGFRAME, project=scene.project, **YEAR)
    assert_every_format(LOGFRAME, document)
    assert_same_rows(document, "logframe")
    assert figures(document) == {"Indicators": 1, "Target met": 0, "Target not met yet": 1}
    page = written(document, "html").decode()
    assert "People trained" in page
    assert "50 (60 of 100)" in page


def test_sources_are_cited_as_far_as_the_reader_may_see_them(scene):
    Indicator.objects.update(source=core.SourceFactory(private=True, title="Internal plan"))
    Result.objects.update(source=core.SourceFactory(title="Grant agreement"))
    assert [each.title for each in made(LOGFRAME, project=scene.project, **YEAR).sources] == ["Grant agreement"]
    assert len(made(LOGFRAME, scene.admin, project=scene.project, **YEAR).sources) == 2


def test_it_takes_the_same_queries_for_one_and_three_indicators(scene):
    one = queries_for(LOGFRAME, scene.author, project=scene.project, **YEAR)
    for _number in range(2):
        more = campaigns.IndicatorFactory(result=scene.indicator.result, counts="trained", partner=scene.other)
        campaigns.IndicatorPeriodFactory(indicator=more)
        campaigns.ActivityIndicatorFactory(activity=activity(scene, 5, approved=True), indicator=more)
    assert queries_for(LOGFRAME, scene.author, project=scene.project, **YEAR) == one
