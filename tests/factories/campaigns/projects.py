"""Smallest valid rows of projects."""

import datetime

import factory
from factory.django import DjangoModelFactory

from campaigns import models
from tests.factories.campaigns.partners import PartnerFactory
from tests.factories.core import CurrencyFactory


class ProjectFactory(DjangoModelFactory):
    """`ProjectFactory(lead=partner)` names its coordinator."""

    class Meta:
        model = models.Project
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"project-{n}")
    name = factory.Sequence(lambda n: f"Project {n}")
    starts_on = datetime.date(2024, 1, 1)

    @factory.post_generation
    def lead(self, create, extracted, **kwargs):
        if create and extracted:
            ProjectPartnerFactory(project=self, partner=extracted, role="lead")


class ProjectPartnerFactory(DjangoModelFactory):
    class Meta:
        model = models.ProjectPartner

    project = factory.SubFactory(ProjectFactory)
    partner = factory.SubFactory(PartnerFactory)


class WorkPackageFactory(DjangoModelFactory):
    class Meta:
        model = models.WorkPackage

    project = factory.SubFactory(ProjectFactory)
    code = factory.Sequence(lambda n: f"WP{n}")
    title = "Outreach"


class BudgetLineFactory(DjangoModelFactory):
    class Meta:
        model = models.BudgetLine

    project = factory.SubFactory(ProjectFactory)
    heading = "Travel"
    amount = 100
    currency = factory.SubFactory(CurrencyFactory)
