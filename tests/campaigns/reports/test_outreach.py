"""The outreach report and the log: every figure by its measure, the same in all formats, and only what was approved."""

import datetime

import pytest

from campaigns.reports.outreach import OUTREACH
from campaigns.reports.outreach_log import OUTREACH_LOG
from core.reports.document import Paragraph
from tests.campaigns.reports.making import (
    asked,
    assert_every_format,
    assert_same_rows,
    figures,
    made,
    queries_for,
    sheet,
    table,
)
from tests.campaigns.results.scene import consortium
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db
QUARTER = {"period": "days", "since": "2026-01-01", "until": "2026-03-31"}


@pytest.fixture
def scene():
    found = consortium()
    core.CountryFactory(code="AT", name="Austria")
    return found


def held(scene, day, *, lead=None, state=None, **values):
    given = {"lead": lead or scene.partner, "starts_on": datetime.date.fromisoformat(day), "type": "training"}
    stated = {"state": state} if state else {"approved": True}
    return campaigns.ActivityFactory(project=scene.project, **given | stated | values)


def counted(activity, number, measure="participants", **values):
    return campaigns.AudienceCountFactory(activity=activity, number=number, measure=measure, **values)


@pytest.fixture
def quarter(scene):
    """Two trainings and a press release in the quarter, one training before it, and one that was not approved."""
    first = held(scene, "2026-01-10", country_id="AT", city="Graz", name="First training")
    counted(first, 40)
    counted(first, 25, sex="f")
    counted(first, 10, sex="m")
    second = held(scene, "2026-02-20", name="Second training", is_online=True)
    counted(second, 10, is_estimate=True)
    press = held(scene, "2026-02-21", type="press", lead=scene.other, name="Press release")
    counted(press, 5000, "contacts_media", is_estimate=True)
    counted(held(scene, "2025-12-01"), 100)
    counted(held(scene, "2026-03-01", state="submitted"), 999)
    return scene


def test_figures_stand_by_measure_with_estimates_and_the_former_period(quarter):
    document = made(OUTREACH, **QUARTER)
    assert figures(document) == {"Activities": 3, "Participants": 50, "Media contacts": 5000}
    assert table(document, "measures") == [
        {
            "measure": "Participants",
            "number": 50,
            "estimated": 10,
            "activities": 2,
            "former": 100,
            "change": -50,
        },
        {
            "measure": "Media contacts",
            "number": 5000,
            "estimated": 5000,
            "activities": 1,
            "former": 0,
            "change": 5000,
        },
    ]


def test_the_summary_says_what_the_figures_say(quarter):
    [told] = [block for block in made(OUTREACH, **QUARTER).sections[0].blocks if isinstance(block, Paragraph)]
    assert told.text == "3 activities took place, in countries: 1, led by partners: 2."


def test_cuts_have_a_row_a_value_and_no_figure_where_nobody_was_counted(quarter):
    document = made(OUTREACH, **QUARTER)
    assert table(document, "by-type") == [
        {"type": "Training", "activities": 2, "participants": 50, "contacts_media": None},
        {"type": "Press and media work", "activities": 1, "participants": None, "contacts_media": 5000},
    ]
    assert table(document, "by-country") == [
        {"country": "Austria", "activities": 1, "participants": 40, "contacts_media": None},
        {"country": "Online or not known", "activities": 2, "participants": 10, "contacts_media": 5000},
    ]
    assert table(document, "by-month") == [
        {"month": "January 2026", "activities": 1, "participants": 40, "contacts_media": None},
        {"month": "February 2026", "activities": 2, "participants": 10, "contacts_media": 5000},
    ]
    assert [row["activities"] for row in table(document, "by-lead")] == [2, 1]


def test_women_and_men_are_given_as_far_as_they_were_counted(quarter):
    assert table(made(OUTREACH, **QUARTER), "by-sex") == [
        {"measure": "Participants", "women": 25, "men": 10, "another": None, "unknown": 15, "total": 50}
    ]


def test_one_partner_is_reported_with_what_it_led_and_joined(quarter):
    document = made(OUTREACH, partner=quarter.other, **QUARTER)
    assert figures(document) == {"Activities": 1, "Media contacts": 5000}
    assert document.subtitle == str(quarter.other)


def test_parts_are_the_partners_of_the_project(quarter):
    wish = asked(OUTREACH, project=quarter.project, **QUARTER)
    partners = quarter.project.participations.values_list("partner__public_id", flat=True)
    assert {more["partner"] for _title, more in OUTREACH.parts(wish)} == set(partners)
    led = {more["partner"] for _title, more in OUTREACH.parts(asked(OUTREACH, **QUARTER))}
    assert led == {quarter.partner.public_id, quarter.other.public_id}


def test_every_format_is_made_and_has_the_same_activities(quarter):
    document = made(OUTREACH, **QUARTER)
    assert_every_format(OUTREACH, document)
    assert_same_rows(document, "activities")
    assert len(sheet(document, "Activities")[0]) == 15


def test_an_empty_period_is_said_and_no_error(scene):
    document = made(OUTREACH, **QUARTER)
    assert document.sections[0].blocks[0].text == "No approved activity ended in this period."
    assert figures(document) == {"Activities": 0}
    assert_every_format(OUTREACH, document)


def test_it_takes_as_many_queries_for_one_activity_as_for_three(scene):
    counted(held(scene, "2026-01-10"), 4)
    queries_for(OUTREACH, **QUARTER)
    one = queries_for(OUTREACH, **QUARTER)
    for day in ("2026-01-11", "2026-02-12"):
        counted(held(scene, day, lead=scene.other), 5)
    assert queries_for(OUTREACH, **QUARTER) == one


def test_what_goes_with_outreach_is_of_the_period_and_visible(quarter):
    action = campaigns.AdvocacyActionFactory(
        project=quarter.project, partner=quarter.partner, happened_on="2026-02-01", is_public=False
    )
    campaigns.AdvocacyActionFactory(project=quarter.project, partner=quarter.partner, happened_on="2026-06-01")
    assert table(made(OUTREACH, **QUARTER), "advocacy") == []
    own = table(made(OUTREACH, quarter.author, **QUARTER), "advocacy")
    assert [row["day"] for row in own] == [datetime.date(2026, 2, 1)]
    assert own[0]["policy"] == action.policy_file.name


def test_the_log_has_one_line_an_activity_with_its_evidence(quarter):
    document = made(OUTREACH_LOG, **QUARTER)
    rows = table(document, "activities")
    assert [(row["day"].isoformat(), row["name"], row["participants"], row["evidence"]) for row in rows] == [
        ("2026-01-10", "First training", 40, 0),
        ("2026-02-20", "Second training", 10, 0),
        ("2026-02-21", "Press release", None, 0),
    ]
    assert rows[0]["place"] == "Graz"
    assert rows[1]["place"] == "online"
    assert_every_format(OUTREACH_LOG, document)
    assert_same_rows(document, "activities")


def test_the_log_counts_evidence_files_that_the_reader_may_see(quarter):
    first = campaigns.ActivityFactory._meta.model.objects.get(name="First training")
    campaigns.EvidenceFileFactory(activity=first, is_published=False)

    def files(user=None):
        return table(made(OUTREACH_LOG, user, **QUARTER), "activities")[0]["evidence"]

    assert (files(), files(quarter.author)) == (0, 1)


def test_the_log_of_a_country_holds_that_country(quarter):
    rows = table(made(OUTREACH_LOG, country="AT", **QUARTER), "activities")
    assert [row["name"] for row in rows] == ["First training"]
