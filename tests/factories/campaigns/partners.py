"""Smallest valid rows of partners and the reference lists."""

import factory
from factory.django import DjangoModelFactory

from campaigns import models
from tests.factories.core import OrganisationFactory, SourceFactory


class PartnerFactory(DjangoModelFactory):
    """`PartnerFactory(name="…")` names its organisation."""

    class Meta:
        model = models.Partner

    class Params:
        name = factory.Sequence(lambda n: f"Partner {n}")

    organisation = factory.SubFactory(OrganisationFactory, name=factory.SelfAttribute("..name"))


class IloConventionFactory(DjangoModelFactory):
    class Meta:
        model = models.IloConvention
        django_get_or_create = ("code",)

    code = "C087"
    title = "Freedom of Association and Protection of the Right to Organise Convention"
    year = 1948
    is_fundamental = True
    source = factory.SubFactory(SourceFactory)


class QuotedTotalFactory(DjangoModelFactory):
    class Meta:
        model = models.QuotedTotal

    code = factory.Sequence(lambda n: f"total-{n}")
    label = "brands"
    value = 60
    source = factory.SubFactory(SourceFactory)
