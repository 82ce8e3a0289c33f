"""The narrative report: what the record knows under each head, and a line where a person has to write."""

import datetime
import io

import pytest
from docx import Document as Book

from campaigns.reports.narrative_annex import NARRATIVE_ANNEX
from core.enums import Role
from core.reports.document import Paragraph
from tests.campaigns.reports.making import assert_every_format, figures, lines, made, queries_for, table, written
from tests.campaigns.results.scene import consortium
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db
YEAR = {"period": "this-year"}


@pytest.fixture
def scene():
    made = consortium(counts="trained")
    type(made.project).objects.update(name="Fair screens", grant_reference="CSO-LA/1")
    made.package = campaigns.WorkPackageFactory(project=made.project, code="WP1", title="Buyers")
    made.workshop = workshop(made, 40, women=25, men=10)
    return made


def workshop(scene, number, women=None, men=None, **fields):
    given = {
        "lead": scene.partner,
        "work_package": scene.package,
        "description": "They asked for factories.",
        "city": "Graz",
    } | fields
    activity = campaigns.ActivityFactory(project=scene.project, approved=True, **given)
    campaigns.AudienceCountFactory(activity=activity, number=number)
    for sex, part in (("f", women), ("m", men)):
        if part is not None:
            campaigns.AudienceCountFactory(activity=activity, number=part, sex=sex)
    return activity


def cancelled(scene, **fields):
    activity = campaigns.ActivityFactory(project=scene.project, lead=scene.partner, state="cancelled", **fields)
    campaigns.ActivityDecisionFactory(activity=activity, to_state="cancelled", comment="The speaker fell ill")
    return activity


def texts(document):
    return {
        section.name: [block.text for block in section.blocks if isinstance(block, Paragraph)]
        for section in document.sections
    }


def test_heads_say_what_is_known_and_what_has_to_be_written(scene):
    type(scene.workshop).objects.update(country=core.CountryFactory(code="FR"))
    document = made(NARRATIVE_ANNEX, scene.author, project=scene.project, **YEAR)
    said = texts(document)
    assert said["coordinator"] == [f"{scene.lead.organisation.name} (Lead partner)"]
    assert said["contact"] == ["[To be written: name and title of the contact person.]"]
    assert len(said["partners"]) == 3
    assert (said["title"], said["contract"]) == (["Fair screens"], ["CSO-LA/1"])
    assert said["period"] == ["1 January 2026 to 31 December 2026"]
    assert said["countries"] == ["France"]
    assert said["deviations"] == ["[To be written: what differed from the plan, and why.]"]
    heads = [section.title.split()[0] for section in document.sections if section.level == 2]
    assert heads[:10] == [f"1.{number}" for number in range(1, 10)] + ["2.1"]


def test_an_activity_is_told_with_women_men_and_its_result(scene):
    campaigns.AudienceCountFactory(activity=scene.workshop, measure="contacts_media", number=1200)
    (row,) = table(made(NARRATIVE_ANNEX, scene.author, project=scene.project, **YEAR), "activities")
    assert (row["work_package"], row["day"], row["place"]) == ("WP1", datetime.date(2026, 1, 15), "Graz")
    assert (row["women"], row["men"], row["participants"]) == (25, 10, 40)
    assert (row["other_figures"], row["result"]) == ("Media contacts: 1,200", "They asked for factories.")


def test_sums_are_by_measure_and_by_work_package(scene):
    workshop(scene, 20, women=5)
    workshop(scene, 7, work_package=None)
    campaigns.AudienceCountFactory(activity=scene.workshop, measure="trained", number=12)
    document = made(NARRATIVE_ANNEX, scene.author, project=scene.project, **YEAR)
    assert [list(row.values()) for row in table(document, "work_packages")] == [
        ["WP1 Buyers", 2, 30, 10, 60],
        ["Without work package", 1, None, None, 7],
    ]
    assert [list(row.values()) for row in table(document, "target_groups")] == [
        ["Participants", 67, 30, 10, 27, 3],
        ["People trained", 12, None, None, None, 1],
    ]


def test_what_was_cancelled_is_told_with_its_reason_to_those_who_may_know(scene):
    cancelled(scene, name="Speaker tour")
    seen = {}
    for name in ("author", "coordinator", "admin", "stranger"):
        document = made(NARRATIVE_ANNEX, getattr(scene, name), project=scene.project, **YEAR)
        seen[name] = [row["deviation"] for row in table(document, "activities") if row["topic"] == "Speaker tour"]
        assert figures(document)["Activities that took place"] == 1
    assert seen.pop("stranger") == []
    assert set(map(tuple, seen.values())) == {("Cancelled: The speaker fell ill",)}


def test_activities_that_wait_are_counted_for_those_alone_who_see_them(scene):
    campaigns.ActivityFactory(project=scene.project, lead=scene.partner, state="submitted")
    for name, told in (("author", 1), ("coordinator", 1), ("stranger", 0)):
        document = made(NARRATIVE_ANNEX, getattr(scene, name), project=scene.project, **YEAR)
        assert len(document.warnings) == told, name
        assert len(table(document, "activities")) == 1


def test_a_partner_and_other_days_choose_activities(scene):
    workshop(scene, 3, lead=scene.other)
    alone = made(NARRATIVE_ANNEX, scene.author, project=scene.project, partner=scene.other, **YEAR)
    assert [row["participants"] for row in table(alone, "activities")] == [3]
    empty = made(NARRATIVE_ANNEX, scene.author, project=scene.project, period="last-year")
    assert empty.warnings == ["No activity of this project ended in the chosen days."]
    assert_every_format(NARRATIVE_ANNEX, empty)


def test_outcomes_stand_beside_the_comment_that_has_to_be_written(scene):
    outcome = campaigns.IndicatorFactory(
        result=campaigns.ResultFactory(project=scene.project, type="2"), percentage=True, baseline_value=10
    )
    period = campaigns.IndicatorPeriodFactory(indicator=outcome, target=60)
    campaigns.IndicatorUpdateFactory(period=period, value=None, numerator=7, denominator=20, approved=True)
    (row,) = table(made(NARRATIVE_ANNEX, scene.author, project=scene.project, **YEAR), "outcomes")
    assert (row["baseline"], row["target"], row["reached"], row["share"]) == (10, 60, 35, 50)


def test_every_format_is_written_and_the_text_file_can_be_gone_on_with(scene):
    document = made(NARRATIVE_ANNEX, scene.author, project=scene.project, **YEAR)
    assert_every_format(NARRATIVE_ANNEX, document)
    assert lines(document)[0]["participants"] == "40"
    book = Book(io.BytesIO(written(document, "docx")))
    headings = [each.text for each in book.paragraphs if each.style.name == "Heading 2"]
    assert "1.8 Final beneficiaries and target groups" in headings
    assert any("They asked for factories." in cell.text for each in book.tables for cell in each.rows[-1].cells)
    page = book.sections[0]
    assert page.page_width > page.page_height


def test_it_is_for_those_who_report(scene):
    assert NARRATIVE_ANNEX.may_make(scene.author)
    assert NARRATIVE_ANNEX.may_make(scene.admin)
    assert not NARRATIVE_ANNEX.may_make(core.UserFactory(role=Role.PROCURER))


def test_it_takes_the_same_queries_for_one_and_three(scene):
    cancelled(scene)
    one = queries_for(NARRATIVE_ANNEX, scene.author, project=scene.project, **YEAR)
    for _number in range(2):
        workshop(scene, 5, women=2, work_package=campaigns.WorkPackageFactory(project=scene.project))
        cancelled(scene)
    assert queries_for(NARRATIVE_ANNEX, scene.author, project=scene.project, **YEAR) == one
