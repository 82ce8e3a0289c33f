"""Smallest valid rows of advocacy."""

import factory
from factory.django import DjangoModelFactory

from campaigns import models
from tests.factories.campaigns.outreach import ActivityFactory
from tests.factories.campaigns.partners import PartnerFactory
from tests.factories.campaigns.projects import ProjectFactory
from tests.factories.core import DAY, OrganisationFactory


class PolicyFileFactory(DjangoModelFactory):
    """`kept=True` gives one that a partner keeps."""

    class Meta:
        model = models.PolicyFile

    class Params:
        kept = factory.Trait(partner=factory.SubFactory(PartnerFactory), project=factory.SubFactory(ProjectFactory))

    name = factory.Sequence(lambda n: f"Policy file {n}")
    level = "eu"


class PolicyStepFactory(DjangoModelFactory):
    class Meta:
        model = models.PolicyStep

    policy_file = factory.SubFactory(PolicyFileFactory)
    stage = "idea"
    happened_on = DAY


class PolicyRecommendationFactory(DjangoModelFactory):
    class Meta:
        model = models.PolicyRecommendation

    policy_file = factory.SubFactory(PolicyFileFactory)
    ask = factory.Sequence(lambda n: f"Ask {n}")


class PositionFactory(DjangoModelFactory):
    class Meta:
        model = models.Position

    policy_file = factory.SubFactory(PolicyFileFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    text = "Buyers need to know the factories."
    agreed_on = DAY


class PolicyOutcomeFactory(DjangoModelFactory):
    class Meta:
        model = models.PolicyOutcome

    policy_file = factory.SubFactory(PolicyFileFactory)
    state = "adopted"
    decided_on = DAY


class ActivityPolicyFileFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityPolicyFile

    activity = factory.SubFactory(ActivityFactory)
    policy_file = factory.SubFactory(PolicyFileFactory)


class DecisionMakerFactory(DjangoModelFactory):
    class Meta:
        model = models.DecisionMaker

    office = factory.Sequence(lambda n: f"Rapporteur {n}")


class AdvocacyActionFactory(DjangoModelFactory):
    class Meta:
        model = models.AdvocacyAction

    kind = "meeting"
    policy_file = factory.SubFactory(PolicyFileFactory)
    project = factory.SubFactory(ProjectFactory)
    partner = factory.SubFactory(PartnerFactory)
    happened_on = DAY


class ActionAddresseeFactory(DjangoModelFactory):
    class Meta:
        model = models.ActionAddressee

    action = factory.SubFactory(AdvocacyActionFactory)
    decision_maker = factory.SubFactory(DecisionMakerFactory)


class PetitionFactory(DjangoModelFactory):
    class Meta:
        model = models.Petition

    policy_file = factory.SubFactory(PolicyFileFactory)
    title = factory.Sequence(lambda n: f"Petition {n}")


class PetitionCountFactory(DjangoModelFactory):
    class Meta:
        model = models.PetitionCount

    petition = factory.SubFactory(PetitionFactory)
    counted_on = DAY
    signatures = 100
