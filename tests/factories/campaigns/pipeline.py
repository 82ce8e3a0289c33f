"""Smallest valid rows of contacts, moves and pacts."""

import factory
from factory.django import DjangoModelFactory

from campaigns import models
from campaigns.enums.pipeline import AdherenceKind, ContactKind, ContactStatus
from tests.factories.campaigns.partners import PartnerFactory
from tests.factories.campaigns.projects import ProjectFactory
from tests.factories.core import DAY, OrganisationFactory
from tests.factories.procurement import AffiliationEventFactory, ProcurerFactory


class InstitutionContactFactory(DjangoModelFactory):
    """A meeting that took place on `DAY`; `planned=True` gives one that has not."""

    class Meta:
        model = models.InstitutionContact

    class Params:
        planned = factory.Trait(status=ContactStatus.SCHEDULED)

    procurer = factory.SubFactory(ProcurerFactory)
    partner = factory.SubFactory(PartnerFactory)
    project = factory.SubFactory(ProjectFactory)
    kind = ContactKind.MEETING
    status = ContactStatus.COMPLETED
    held_on = DAY
    declared_held_on = factory.LazyAttribute(lambda row: row.held_on if row.status == ContactStatus.COMPLETED else None)
    subject = factory.Sequence(lambda n: f"Contact {n}")


class PipelineMoveFactory(DjangoModelFactory):
    class Meta:
        model = models.PipelineMove

    event = factory.SubFactory(AffiliationEventFactory)
    partner = factory.SubFactory(PartnerFactory)
    project = factory.SubFactory(ProjectFactory)


class AdherenceFactory(DjangoModelFactory):
    """A supporter; `participant=True` gives a public buyer that takes part."""

    class Meta:
        model = models.Adherence

    class Params:
        participant = factory.Trait(
            kind=AdherenceKind.PARTICIPANT,
            organisation=factory.LazyFunction(lambda: ProcurerFactory().organisation),
        )

    organisation = factory.SubFactory(OrganisationFactory)
    body = factory.SubFactory(OrganisationFactory)
    kind = AdherenceKind.SUPPORTER
    joined_on = DAY
