"""The sample logframe: sourced targets that move when activities are approved."""

import datetime

import pytest

from campaigns.models import Indicator, IndicatorPeriod, Partner, Project, Result
from campaigns.services.outreach import workflow
from campaigns.services.reference import load_reference
from campaigns.services.results.links import link_activity
from core.enums import Role
from tests.campaigns.results.scene import NOW, actual, progress_of
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db


def test_the_targets_are_those_of_the_source_and_nothing_is_reached():
    load_reference()
    targets = dict(Indicator.objects.values_list("code", "periods__target"))
    assert {code: int(target) for code, target in targets.items()} == {
        "SW1.1": 18,
        "SW1.2": 500,
        "SW1.3": 90,
        "SW1.4": 32,
        "SW1.5": 2,
        "SW2.1": 5,
        "SW2.2": 60,
        "SW2.3": 2,
        "SW2.4": 20,
    }
    assert IndicatorPeriod.objects.filter(indicator__code="SW2.3").count() == 3
    assert {str(indicator.partner) for indicator in Indicator.objects.all()} == {"Südwind"}
    assert {indicator.source.code for indicator in Indicator.objects.all()} == {"ada-make-ict-fair"}
    assert all("Sample" in result.description for result in Result.objects.all())
    assert all(actual(period) == 0 for period in IndicatorPeriod.objects.all())


def test_they_move_when_activities_are_approved():
    load_reference()
    suedwind = Partner.objects.get(organisation__name="Südwind")
    project = Project.objects.get(code="make-ict-fair")
    author = core.UserFactory(role=Role.PARTNER, organisation=suedwind.organisation)
    lead = project.participations.get(role="lead").partner
    coordinator = core.UserFactory(role=Role.PARTNER, organisation=lead.organisation)
    day = datetime.date(2019, 5, 2)
    training = campaigns.ActivityFactory(project=project, lead=suedwind, starts_on=day, author=author)
    campaigns.AudienceCountFactory(activity=training, measure="multipliers", number=40)
    for code in ("SW1.1", "SW1.2"):
        link_activity(actor=author, activity=training, indicator=Indicator.objects.get(code=code))
    workflow.submit(actor=author, activity=training, now=NOW)
    workflow.approve(actor=coordinator, activity=training, now=NOW)
    reached = {
        period.indicator.code: progress_of(period)
        for period in IndicatorPeriod.objects.filter(indicator__code__in=["SW1.1", "SW1.2", "SW1.3"])
    }
    assert {code: progress.actual for code, progress in reached.items()} == {"SW1.1": 1, "SW1.2": 40, "SW1.3": 0}
    assert reached["SW1.2"].share == 8


def test_an_edited_logframe_stays_as_it_was_left():
    load_reference()
    Indicator.objects.filter(code="SW1.1").update(name="Trainings")
    IndicatorPeriod.objects.filter(indicator__code="SW2.4").delete()
    assert load_reference().created == 0
    assert Indicator.objects.get(code="SW1.1").name == "Trainings"
