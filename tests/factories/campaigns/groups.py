"""Smallest valid rows of groups."""

import factory
from factory.django import DjangoModelFactory

from campaigns import models
from campaigns.enums.groups import DigestFrequency, GroupKind
from tests.factories.core import DAY, OrganisationFactory, SourceFactory, UserFactory


class WorkingGroupFactory(DjangoModelFactory):
    class Meta:
        model = models.WorkingGroup

    name = factory.Sequence(lambda n: f"Group {n}")
    kind = GroupKind.WORKING_GROUP


class QuotedGroupSizeFactory(DjangoModelFactory):
    class Meta:
        model = models.QuotedGroupSize

    group = factory.SubFactory(WorkingGroupFactory)
    stated_on = DAY
    members = 18
    source = factory.SubFactory(SourceFactory)


class GroupMembershipFactory(DjangoModelFactory):
    class Meta:
        model = models.GroupMembership

    group = factory.SubFactory(WorkingGroupFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    joined_on = DAY


class AssessmentQuestionFactory(DjangoModelFactory):
    class Meta:
        model = models.AssessmentQuestion

    group = factory.SubFactory(WorkingGroupFactory)
    text = factory.Sequence(lambda n: f"Question {n}?")


class AssessmentAnswerFactory(DjangoModelFactory):
    class Meta:
        model = models.AssessmentAnswer

    question = factory.SubFactory(AssessmentQuestionFactory)
    membership = factory.SubFactory(GroupMembershipFactory, group=factory.SelfAttribute("..question.group"))
    answered_on = DAY
    text = "Labels"


class GroupWorkshopFactory(DjangoModelFactory):
    class Meta:
        model = models.GroupWorkshop

    group = factory.SubFactory(WorkingGroupFactory)
    topic = factory.Sequence(lambda n: f"Topic {n}")
    held_on = DAY


class GroupResourceFactory(DjangoModelFactory):
    class Meta:
        model = models.GroupResource

    group = factory.SubFactory(WorkingGroupFactory)
    title = "Question catalogue"
    url = factory.Sequence(lambda n: f"https://example.org/{n}")


class GroupThreadFactory(DjangoModelFactory):
    class Meta:
        model = models.GroupThread

    group = factory.SubFactory(WorkingGroupFactory)
    title = factory.Sequence(lambda n: f"Thread {n}")


class GroupPostFactory(DjangoModelFactory):
    class Meta:
        model = models.GroupPost

    thread = factory.SubFactory(GroupThreadFactory)
    author = factory.SubFactory(UserFactory)
    body = "How do you ask for factories?"


class DigestSubscriptionFactory(DjangoModelFactory):
    class Meta:
        model = models.DigestSubscription

    user = factory.SubFactory(UserFactory)
    group = factory.SubFactory(WorkingGroupFactory)
    frequency = DigestFrequency.DAILY
