"""The report on the affiliation pipeline: who stands where on a day, and nobody's contacts but one's own."""

import datetime

import pytest

from campaigns.reports.affiliation_pipeline import AFFILIATION_PIPELINE as PIPELINE
from core.enums import Role
from core.services.jobs import Refused
from tests.campaigns.reports.making import (
    assert_every_format,
    assert_same_rows,
    figures,
    made,
    queries_for,
    table,
    written,
)
from tests.factories import campaigns, core, procurement

pytestmark = pytest.mark.django_db


def day(month, number=1):
    return datetime.date(2026, month, number)


@pytest.fixture
def scene(db):
    class Scene:
        lead, partner, other = (campaigns.PartnerFactory() for _ in range(3))
        project = campaigns.ProjectFactory(lead=lead)
        body = core.OrganisationFactory(name="Electronics Watch")
        people = {}

    for each in (Scene.partner, Scene.other):
        campaigns.ProjectPartnerFactory(project=Scene.project, partner=each)
    for name, body in (("coordinator", Scene.lead), ("own", Scene.partner), ("other", Scene.other)):
        Scene.people[name] = core.UserFactory(role=Role.PARTNER, organisation=body.organisation)
    return Scene


def way(scene, *steps, name="City of Graz", **procurer):
    """An institution with (stage, day) steps; those of the partner are backed by a contact."""
    buyer = procurement.ProcurerFactory(name=name, **procurer)
    affiliation = procurement.AffiliationFactory(procurer=buyer, body=scene.body)
    contact = campaigns.InstitutionContactFactory(
        procurer=buyer, partner=scene.partner, project=scene.project, held_on=steps[0][1]
    )
    for stage, when in steps:
        route = {"route": "direct"} if stage in ("affiliated", "renewed") else {"route": ""}
        event = procurement.AffiliationEventFactory(affiliation=affiliation, stage=stage, happened_on=when, **route)
        campaigns.PipelineMoveFactory(event=event, partner=scene.partner, project=scene.project, contact=contact)
    return affiliation, contact


def test_a_row_says_stage_route_days_and_what_comes_next(scene):
    _affiliation, contact = way(scene, ("contacted", day(1)), ("affiliated", day(3)))
    owner = core.UserFactory(name="Ada")
    contact.next_step, contact.next_step_on, contact.owner = "Send the offer", day(7), owner
    contact.save()
    (row,) = table(made(PIPELINE, scene.people["own"]), "pipeline")
    assert (row["institution"], row["body"], row["stage"]) == ("City of Graz", "Electronics Watch", "Affiliated")
    assert (row["since"], row["days"], row["route"]) == (day(3), 92, "Direct")
    assert (row["owner"], row["next_step"], row["next_step_on"]) == ("Ada", "Send the offer", day(7))
    assert row["partner"] == scene.partner.organisation.name


def test_contacts_are_for_their_partner_and_the_coordinator_alone(scene):
    _affiliation, contact = way(scene, ("contacted", day(1)), ("affiliated", day(3)))
    contact.next_step = "Send the offer"
    contact.save()
    readers = {**scene.people, "monitor": core.UserFactory(monitor=True), "nobody": None}
    told = {name: table(made(PIPELINE, user), "pipeline")[0]["next_step"] for name, user in readers.items()}
    assert told == {
        "own": "Send the offer",
        "coordinator": "Send the offer",
        "other": None,
        "monitor": None,
        "nobody": None,
    }


def test_strangers_read_what_holds_and_learn_no_earlier_step(scene):
    way(scene, ("contacted", day(1)), ("affiliated", day(3)))
    way(scene, ("contacted", day(1)), name="City of Linz")
    document = made(PIPELINE)
    (row,) = table(document, "pipeline")
    assert (row["institution"], row["stage"], row["partner"]) == ("City of Graz", "Affiliated", None)
    assert (list(document.charts()), figures(document)) == ([], {})
    assert "for campaign partners" in document.warnings[0]
    assert b"Linz" not in written(document, "html")


def test_figures_and_funnel_are_as_at_the_day(scene):
    way(scene, ("contacted", day(1)), ("encouraged", day(2)), ("affiliated", day(3)))
    way(scene, ("contacted", day(1)), ("encouraged", day(5)), name="City of Linz")
    now = made(PIPELINE, scene.people["own"])
    assert figures(now) == {"Institutions encouraged": 2, "Affiliated at any time": 1, "In force": 1}
    stages = {row["stage"]: (row["reached"], row["standing"]) for row in table(now, "stages")}
    assert (stages["Encouraged"], stages["Affiliated"], stages["Declined"]) == ((2, 1), (1, 1), (None, 0))
    (chart,) = now.charts()
    assert [bar.value for bar in chart.rows] == [row["reached"] for row in table(now, "stages")[: len(chart.rows)]]
    then = made(PIPELINE, scene.people["own"], as_at="2026-02-15")
    assert figures(then) == {"Institutions encouraged": 1, "Affiliated at any time": 0, "In force": 0}
    assert [row["stage"] for row in table(then, "pipeline")] == ["Contacted", "Encouraged"]
    assert then.subtitle == "as at 15 February 2026"


def test_body_partner_and_country_choose(scene):
    france = core.CountryFactory(code="FR")
    way(scene, ("contacted", day(1)), organisation__country=france)
    way(scene, ("contacted", day(1)), name="City of Linz")
    user = scene.people["own"]
    assert [row["country"] for row in table(made(PIPELINE, user, country="FR"), "pipeline")] == ["France"]
    assert len(table(made(PIPELINE, user, partner=scene.partner), "pipeline")) == 2
    assert table(made(PIPELINE, user, partner=scene.other), "pipeline") == []
    assert len(table(made(PIPELINE, user, body=scene.body), "pipeline")) == 2
    with pytest.raises(Refused, match="Affiliation with"):
        made(PIPELINE, user, body=core.OrganisationFactory())


def test_nothing_on_record_is_said(scene):
    document = made(PIPELINE, scene.people["own"], as_at="2020-01-01")
    assert "No step" in document.warnings[0]
    assert_every_format(PIPELINE, document)


def test_a_day_to_come_is_said_to_be_unknown(scene):
    way(scene, ("contacted", day(1)))
    document = made(PIPELINE, scene.people["own"], as_at="2026-12-31")
    assert document.warnings == ["The day lies in the future: what happens until then is not known."]


def test_every_format_says_the_same(scene):
    way(scene, ("contacted", day(1)), ("affiliated", day(3)), organisation__country=core.CountryFactory(code="FR"))
    document = made(PIPELINE, scene.people["own"])
    assert_every_format(PIPELINE, document)
    assert_same_rows(document, "pipeline")


def test_it_takes_the_same_queries_for_one_and_three(scene):
    way(scene, ("contacted", day(1)), organisation__country=core.CountryFactory(code="FR"))
    one = queries_for(PIPELINE, scene.people["own"])
    for number in range(2):
        way(scene, ("contacted", day(1)), ("affiliated", day(3)), name=f"City {number}")
    assert queries_for(PIPELINE, scene.people["own"]) == one
