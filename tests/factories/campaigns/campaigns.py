"""Smallest valid rows of campaign pages."""

import factory
from factory.django import DjangoModelFactory

from campaigns import models
from tests.factories.campaigns.outreach import ActivityFactory
from tests.factories.campaigns.partners import PartnerFactory
from tests.factories.campaigns.projects import ProjectFactory
from tests.factories.campaigns.research import PublicationFactory


class CampaignFactory(DjangoModelFactory):
    """Published; `draft=True` gives one that is not."""

    class Meta:
        model = models.Campaign

    class Params:
        draft = factory.Trait(is_published=False)

    project = factory.SubFactory(ProjectFactory)
    lead = factory.SubFactory(PartnerFactory)
    name = factory.Sequence(lambda n: f"Campaign {n}")
    is_published = True


class CampaignActivityFactory(DjangoModelFactory):
    class Meta:
        model = models.CampaignActivity

    campaign = factory.SubFactory(CampaignFactory)
    activity = factory.SubFactory(ActivityFactory)


class CampaignPublicationFactory(DjangoModelFactory):
    class Meta:
        model = models.CampaignPublication

    campaign = factory.SubFactory(CampaignFactory)
    publication = factory.SubFactory(PublicationFactory)


class CampaignResourceFactory(DjangoModelFactory):
    class Meta:
        model = models.CampaignResource

    campaign = factory.SubFactory(CampaignFactory)
    title = factory.Sequence(lambda n: f"Poster {n}")
    url = "https://poster.example/"
