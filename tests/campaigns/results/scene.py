"""A project with a coordinator and a partner, who report on an indicator of the year 2026."""

import datetime
from types import SimpleNamespace

from django.utils import timezone

from campaigns.models import IndicatorPeriod
from campaigns.queries.results.explanation import explain
from campaigns.queries.results.progress import progress_in
from core.enums import Role
from tests.factories import campaigns, core

NOW = timezone.make_aware(datetime.datetime(2026, 2, 1, 12))


def consortium(**indicator):
    """Partners, people and an indicator; `indicator` are fields of it."""
    lead, partner, other = (campaigns.PartnerFactory() for _ in range(3))
    project = campaigns.ProjectFactory(lead=lead)
    for each in (partner, other):
        campaigns.ProjectPartnerFactory(project=project, partner=each)
    measured = campaigns.IndicatorFactory(result=campaigns.ResultFactory(project=project), **indicator)
    people = {
        name: core.UserFactory(role=Role.PARTNER, organisation=body.organisation)
        for name, body in {"coordinator": lead, "author": partner, "colleague": partner, "stranger": other}.items()
    }
    return SimpleNamespace(
        project=project,
        lead=lead,
        partner=partner,
        other=other,
        indicator=measured,
        period=campaigns.IndicatorPeriodFactory(indicator=measured),
        admin=core.UserFactory(admin=True),
        **people,
    )


def activity(scene, number=40, measure="trained", **fields):
    """An activity of the partner that feeds the indicator, with `number` people."""
    made = campaigns.ActivityFactory(project=scene.project, lead=scene.partner, **fields)
    if number is not None:
        campaigns.AudienceCountFactory(activity=made, measure=measure, number=number)
    campaigns.ActivityIndicatorFactory(activity=made, indicator=scene.indicator)
    return made


def actual(period):
    return progress_of(period).actual


def progress_of(period):
    held = IndicatorPeriod.objects.select_related("indicator").get(pk=period.pk)
    return progress_in([(held.indicator, held)])[0]


def explained(period, user):
    return explain(IndicatorPeriod.objects.get(pk=period.pk), user)
