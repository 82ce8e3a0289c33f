"""Smallest valid rows of research."""

import factory
from factory.django import DjangoModelFactory

from campaigns import models
from tests.factories.campaigns.outreach import ActivityFactory
from tests.factories.core import CountryFactory, OrganisationFactory


class PublicationFactory(DjangoModelFactory):
    """Published here; `draft=True` gives one that is not."""

    class Meta:
        model = models.Publication

    class Params:
        draft = factory.Trait(is_published=False)

    name = factory.Sequence(lambda n: f"Publication {n}")
    is_published = True


class PublicationPartyFactory(DjangoModelFactory):
    class Meta:
        model = models.PublicationParty

    publication = factory.SubFactory(PublicationFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class PublicationSubjectFactory(DjangoModelFactory):
    """About China, unless another subject is given."""

    class Meta:
        model = models.PublicationSubject

    publication = factory.SubFactory(PublicationFactory)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        if not kwargs.keys() & {"country", "mineral", "stage", "brand", "factory"}:
            kwargs["country"] = CountryFactory()
        return super()._create(model_class, *args, **kwargs)


class ActivityPublicationFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityPublication

    activity = factory.SubFactory(ActivityFactory)
    publication = factory.SubFactory(PublicationFactory)
