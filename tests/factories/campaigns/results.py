"""Smallest valid rows of results."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from campaigns import models
from campaigns.enums.results import IndicatorKind, IndicatorUnit, ResultType, UpdateState
from tests.factories.campaigns.outreach import ActivityFactory
from tests.factories.campaigns.partners import PartnerFactory
from tests.factories.campaigns.projects import ProjectFactory
from tests.factories.core import DAY


class ResultFactory(DjangoModelFactory):
    class Meta:
        model = models.Result

    project = factory.SubFactory(ProjectFactory)
    code = factory.Sequence(lambda n: f"R{n}")
    title = "Buyers know the risks"
    type = ResultType.OUTPUT


class IndicatorFactory(DjangoModelFactory):
    """Counts activities; `percentage=True` and `qualitative=True` give the other two, which updates alone feed."""

    class Meta:
        model = models.Indicator

    class Params:
        percentage = factory.Trait(unit=IndicatorUnit.PERCENTAGE, counts="")
        qualitative = factory.Trait(kind=IndicatorKind.QUALITATIVE, unit="", counts="")

    result = factory.SubFactory(ResultFactory)
    name = factory.Sequence(lambda n: f"Indicator {n}")
    counts = "activities"


class IndicatorPeriodFactory(DjangoModelFactory):
    """The year 2026, in which the days of other factories lie."""

    class Meta:
        model = models.IndicatorPeriod

    indicator = factory.SubFactory(IndicatorFactory)
    starts_on = datetime.date(2026, 1, 1)
    ends_on = datetime.date(2026, 12, 31)
    target = factory.LazyAttribute(lambda row: None if row.indicator.is_qualitative else 100)


class IndicatorUpdateFactory(DjangoModelFactory):
    """`approved=True` gives one that counts."""

    class Meta:
        model = models.IndicatorUpdate

    class Params:
        approved = factory.Trait(state=UpdateState.APPROVED)

    period = factory.SubFactory(IndicatorPeriodFactory)
    partner = factory.SubFactory(PartnerFactory)
    value = 40
    approved_at = factory.LazyAttribute(lambda row: timezone.now() if row.state == UpdateState.APPROVED else None)


class UpdatePartFactory(DjangoModelFactory):
    class Meta:
        model = models.UpdatePart

    update = factory.SubFactory(IndicatorUpdateFactory)
    sex = "f"
    number = 10


class UpdateDecisionFactory(DjangoModelFactory):
    class Meta:
        model = models.UpdateDecision

    update = factory.SubFactory(IndicatorUpdateFactory)
    from_state = UpdateState.DRAFT
    to_state = UpdateState.PENDING


class ActivityIndicatorFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityIndicator

    activity = factory.SubFactory(ActivityFactory)
    indicator = factory.SubFactory(IndicatorFactory)


class IndicatorContributionFactory(DjangoModelFactory):
    """A row as the triggers write it; the activity of this one feeds nothing by itself."""

    class Meta:
        model = models.IndicatorContribution

    indicator = factory.SubFactory(IndicatorFactory)
    activity = factory.SubFactory(ActivityFactory)
    partner = factory.SubFactory(PartnerFactory)
    counted_on = DAY
    number = 40
