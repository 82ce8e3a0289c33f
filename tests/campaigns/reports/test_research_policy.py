"""The register of research and policy: what a filter finds, and actions for those who may see them."""

import datetime

import pytest

from campaigns.reports.research_policy import RESEARCH_POLICY as REGISTER
from core.enums import Role
from tests.campaigns.reports.making import (
    assert_every_format,
    assert_same_rows,
    figures,
    lines,
    made,
    queries_for,
    table,
)
from tests.factories import campaigns, core, supplychain

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 1, 15)


@pytest.fixture
def chile():
    """The report on lithium in Chile, and a recommendation made in it."""
    report = campaigns.PublicationFactory(
        name="Devices draining the desert",
        year=2019,
        author_names="J. Doe",
        issues=["minerals", "water"],
        languages=["en"],
        url="https://research.example/lithium",
        source=core.SourceFactory(title="Devices draining the desert (PDF)"),
    )
    country, mineral = core.CountryFactory(code="CL", name="Chile"), supplychain.MineralFactory(code="lithium")
    campaigns.PublicationSubjectFactory(publication=report, country=country)
    campaigns.PublicationSubjectFactory(publication=report, mineral=mineral)
    campaigns.PublicationPartyFactory(publication=report, organisation__name="Research House")
    campaigns.PublicationPartyFactory(publication=report, organisation__name="Client", role="commissioner")
    return report


@pytest.fixture
def scene(chile):
    class Scene:
        partner, other = campaigns.PartnerFactory(name="Own partner"), campaigns.PartnerFactory()
        project = campaigns.ProjectFactory(lead=partner)
        file = campaigns.PolicyFileFactory(name="Due diligence rules")
        ask = campaigns.PolicyRecommendationFactory(policy_file=file, ask="Name the mines", publication=chile)
        own = core.UserFactory(role=Role.PARTNER, organisation=partner.organisation)
        stranger = core.UserFactory(role=Role.PARTNER, organisation=other.organisation)

    return Scene


def meeting(scene, **fields):
    given = {"policy_file": scene.file, "project": scene.project, "partner": scene.partner} | fields
    return campaigns.AdvocacyActionFactory(**given)


def titles(document):
    return [row["title"] for row in table(document, "publications")]


def test_a_publication_is_told_with_what_it_is_about(chile):
    (row,) = table(made(REGISTER), "publications")
    assert row == {
        "title": "Devices draining the desert",
        "organisations": "Research House; Client",
        "authors": "J. Doe",
        "year": "2019",
        "countries": "Chile",
        "minerals": str(chile.subjects.get(mineral__isnull=False).mineral),
        "issues": "Mining and minerals; Water, soil and pollution",
        "languages": "English",
        "address": "https://research.example/lithium",
    }
    assert [each.title for each in made(REGISTER).sources] == ["Devices draining the desert (PDF)"]


def test_filters_find_what_is_about_something(scene):
    campaigns.PublicationFactory(name="Copper in Zambia", issues=["minerals"])
    campaigns.PolicyFileFactory(name="Circular electronics")
    found = "Devices draining the desert"
    for values in ({"mineral": "lithium"}, {"country": "CL"}, {"issue": "water"}, {"policy": scene.file}):
        values = {name: getattr(value, "public_id", value) for name, value in values.items()}
        document = made(REGISTER, **values)
        assert titles(document) == [found], values
        assert [row["policy"] for row in table(document, "policies")] == ["Due diligence rules"], values
    assert len(titles(made(REGISTER))) == 2
    assert len(titles(made(REGISTER, issue="minerals"))) == 2


def test_policy_files_of_a_country_are_found_without_a_publication(scene):
    france = core.CountryFactory(code="FR")
    campaigns.PolicyFileFactory(name="Vigilance", level="national", country=france)
    (row,) = table(made(REGISTER, country="FR"), "policies")
    assert (row["policy"], row["level"], row["ask"]) == ("Vigilance", "National, France", None)


def test_a_meeting_appears_under_its_policy_file(scene):
    meeting(scene, recommendation=scene.ask, subject="Mines", response="They will look at it", is_public=True)
    campaigns.PolicyStepFactory(policy_file=scene.file, stage="meeting_or_lobby")
    campaigns.PolicyOutcomeFactory(policy_file=scene.file, recommendation=scene.ask, state="partly")
    document = made(REGISTER)
    (line,) = table(document, "policies")
    assert (line["ask"], line["actions"], line["stage"]) == ("Name the mines", 1, "Decided")
    assert (line["outcome"], line["decided_on"]) == ("Adopted in part", DAY)
    (action,) = table(document, "actions")
    assert (action["policy"], action["day"], action["kind"]) == ("Due diligence rules", DAY, "Meeting")
    assert (action["partner"], action["response"]) == ("Own partner", "They will look at it")


def test_actions_and_offices_are_for_those_who_may_see_them(scene):
    hidden = meeting(scene)
    campaigns.ActionAddresseeFactory(action=hidden, decision_maker__office="Rapporteur")
    shown = meeting(scene, is_public=True, recommendation=scene.ask)
    campaigns.ActionAddresseeFactory(action=shown, decision_maker__office="Commissioner")
    told = {}
    for name, user in (("nobody", None), ("stranger", scene.stranger), ("own", scene.own)):
        document = made(REGISTER, user)
        told[name] = [row["offices"] for row in table(document, "actions")]
        assert sum(row["actions"] for row in table(document, "policies")) == len(told[name])
        assert figures(document)["Advocacy actions"] == len(told[name])
    assert told["nobody"] == [None]
    assert told["stranger"] == ["Commissioner"]
    assert sorted(told["own"]) == ["Commissioner", "Rapporteur"]


def test_drafts_are_for_their_partner_and_say_so(scene):
    campaigns.PublicationFactory(name="Not yet", draft=True, partner=scene.partner, project=scene.project)
    mine = made(REGISTER, scene.own)
    assert "Not yet (draft)" in titles(mine)
    assert len(mine.warnings) == 1
    for user in (None, scene.stranger):
        document = made(REGISTER, user)
        assert (titles(document), document.warnings) == (["Devices draining the desert"], [])


def test_every_format_says_the_same_and_the_csv_file_holds_the_table_that_was_chosen(scene):
    meeting(scene, is_public=True)
    document = made(REGISTER)
    assert_every_format(REGISTER, document)
    assert_same_rows(document, "publications")
    assert [line["ask"] for line in lines(made(REGISTER, csv="policies"))] == ["Name the mines", ""]
    assert [line["kind"] for line in lines(made(REGISTER, csv="actions"))] == ["Meeting"]


def test_nothing_on_record_is_a_clear_document():
    document = made(REGISTER)
    assert_every_format(REGISTER, document)
    assert figures(document) == {"Publications": 0, "Policy files": 0, "Advocacy actions": 0}


def test_it_takes_the_same_queries_for_one_and_three(scene):
    campaigns.ActionAddresseeFactory(action=meeting(scene))
    campaigns.PolicyOutcomeFactory(policy_file=scene.file)
    one = queries_for(REGISTER, scene.own)
    for _number in range(2):
        file = campaigns.PolicyFileFactory()
        campaigns.PolicyRecommendationFactory(policy_file=file)
        campaigns.PolicyOutcomeFactory(policy_file=file)
        campaigns.ActionAddresseeFactory(action=meeting(scene, policy_file=file))
        subject = campaigns.PublicationSubjectFactory()
        campaigns.PublicationPartyFactory(publication=subject.publication)
    assert queries_for(REGISTER, scene.own) == one
