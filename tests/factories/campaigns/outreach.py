"""Smallest valid rows of outreach."""

import hashlib
import uuid

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from campaigns import models
from campaigns.enums.outreach import COUNTED_STATES, NOT_DONE_STATES, ActivityState, ActivityType, AudienceMeasure
from tests.factories.campaigns.partners import PartnerFactory
from tests.factories.campaigns.projects import ProjectFactory
from tests.factories.core import DAY, UserFactory
from tests.factories.procurement import ContractFactory, ProcurerFactory


class EventPresetFactory(DjangoModelFactory):
    class Meta:
        model = models.EventPreset

    project = factory.SubFactory(ProjectFactory)
    lead = factory.SubFactory(PartnerFactory)
    name = factory.Sequence(lambda n: f"Event {n}")
    type = ActivityType.CONGRESS
    starts_on = DAY


class ActivityFactory(DjangoModelFactory):
    """Done on `DAY`; `approved=True` gives one that counts."""

    class Meta:
        model = models.Activity

    class Params:
        approved = factory.Trait(state=ActivityState.APPROVED)

    project = factory.SubFactory(ProjectFactory)
    lead = factory.SubFactory(PartnerFactory)
    name = factory.Sequence(lambda n: f"Activity {n}")
    type = ActivityType.TRAINING
    starts_on = DAY
    ends_on = None
    state = ActivityState.DONE
    declared_done_on = factory.LazyAttribute(
        lambda row: None if row.state in NOT_DONE_STATES else row.ends_on or row.starts_on
    )
    approved_at = factory.LazyAttribute(lambda row: timezone.now() if row.state in COUNTED_STATES else None)


class ActivityPartnerFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityPartner

    activity = factory.SubFactory(ActivityFactory)
    partner = factory.SubFactory(PartnerFactory)


class ActivityProcurerFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityProcurer

    activity = factory.SubFactory(ActivityFactory)
    procurer = factory.SubFactory(ProcurerFactory)


class ActivityContractFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityContract

    activity = factory.SubFactory(ActivityFactory)
    contract = factory.SubFactory(ContractFactory)


class ActivityStopFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityStop

    activity = factory.SubFactory(ActivityFactory)
    held_on = DAY
    city = factory.Sequence(lambda n: f"Town {n}")


class ActivityDecisionFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityDecision

    activity = factory.SubFactory(ActivityFactory)
    from_state = ActivityState.DONE
    to_state = ActivityState.SUBMITTED


class ActivityDraftFactory(DjangoModelFactory):
    class Meta:
        model = models.ActivityDraft

    owner = factory.SubFactory(UserFactory)
    client_id = factory.LazyFunction(uuid.uuid4)


class AudienceCountFactory(DjangoModelFactory):
    class Meta:
        model = models.AudienceCount

    activity = factory.SubFactory(ActivityFactory)
    measure = AudienceMeasure.PARTICIPANTS
    number = 40


class EvidenceFileFactory(DjangoModelFactory):
    class Meta:
        model = models.EvidenceFile

    activity = factory.SubFactory(ActivityFactory)
    title = "List of participants"
    name = "participants.pdf"
    path = factory.Sequence(lambda n: f"evidence/{n}.pdf")
    content_type = "application/pdf"
    size = 1000
    sha256 = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
