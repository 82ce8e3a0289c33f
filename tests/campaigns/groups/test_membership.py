"""Members, workshops, resources and answers of a group."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from campaigns.enums.groups import QuestionKind
from campaigns.queries.groups import countries_of, members_on, summaries_of
from campaigns.services.groups.assessment import answer_assessment, latest_answers
from campaigns.services.groups.membership import add_member, end_membership, record_workshop, share_resource
from tests.factories.campaigns import (
    AssessmentAnswerFactory,
    AssessmentQuestionFactory,
    GroupMembershipFactory,
    WorkingGroupFactory,
)
from tests.factories.core import DAY, CountryFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
NEXT_DAY = DAY + datetime.timedelta(days=1)


def member_of(group, organisation=None, joined_on=DAY):
    return add_member(
        actor=None,
        reason="test",
        group=group,
        organisation=organisation or OrganisationFactory(),
        joined_on=joined_on,
        today=DAY,
    )


def test_a_member_joins_leaves_and_joins_again():
    group, body = WorkingGroupFactory(), OrganisationFactory()
    member = member_of(group, body)
    end_membership(actor=None, reason="merged", membership=member, left_on=DAY, today=DAY)
    again = member_of(group, body)
    assert again.pk != member.pk
    assert [row.pgh_context.metadata["reason"] for row in member.versions.order_by("pgh_id")] == ["test", "merged"]


def test_nobody_is_a_member_twice():
    group, body = WorkingGroupFactory(), OrganisationFactory()
    member_of(group, body)
    with pytest.raises(ValidationError) as refusal:
        member_of(group, body)
    assert refusal.value.message_dict == {"organisation": ["This organisation is a member already."]}


def test_nobody_joins_in_the_future():
    with pytest.raises(ValidationError) as refusal:
        member_of(WorkingGroupFactory(), joined_on=NEXT_DAY)
    assert list(refusal.value.message_dict) == ["joined_on"]


@pytest.mark.parametrize("left_on", [NEXT_DAY, DAY - datetime.timedelta(days=1)])
def test_a_member_leaves_between_its_joining_and_today(left_on):
    member = member_of(WorkingGroupFactory())
    with pytest.raises(ValidationError) as refusal:
        end_membership(actor=None, reason="test", membership=member, left_on=left_on, today=DAY)
    assert list(refusal.value.message_dict) == ["left_on"]


def test_members_and_their_countries_are_those_of_the_day():
    group = WorkingGroupFactory()
    bodies = [OrganisationFactory(country=CountryFactory(code=code)) for code in ("NL", "DE", "NL")]
    for body in bodies:
        GroupMembershipFactory(group=group, organisation=body)
    GroupMembershipFactory(group=group, left_on=DAY)
    members = list(members_on(group, NEXT_DAY))
    assert len(members) == 3
    assert [(country.code, number) for country, number in countries_of(members)] == [("NL", 2), ("DE", 1)]
    assert members_on(group, DAY).count() == 4
    assert members_on(group, DAY - datetime.timedelta(days=1)).count() == 0


def test_an_outcome_is_known_after_the_workshop():
    group = WorkingGroupFactory()
    record_workshop(actor=None, reason="test", group=group, topic="Labels", held_on=NEXT_DAY, today=DAY)
    with pytest.raises(ValidationError) as refusal:
        record_workshop(
            actor=None, reason="test", group=group, topic="Audits", held_on=NEXT_DAY, outcome="Good", today=DAY
        )
    assert list(refusal.value.message_dict) == ["outcome"]


def test_the_same_resource_is_shared_once():
    group = WorkingGroupFactory()
    share_resource(actor=None, reason="test", group=group, title="Guide", url="https://example.org/guide")
    with pytest.raises(ValidationError, match="already"):
        share_resource(actor=None, reason="test", group=group, title="Again", url="https://example.org/guide")


def answered(member, question, value, today=DAY):
    return answer_assessment(actor=None, reason="test", membership=member, answers={question: value}, today=today)


def test_answers_stand_until_a_later_one_differs():
    question = AssessmentQuestionFactory(kind=QuestionKind.SCALE)
    member = GroupMembershipFactory(group=question.group)
    assert answered(member, question, 3) == 1
    assert answered(member, question, 3) == 0
    assert answered(member, question, None) == 0
    assert answered(member, question, 4) == 1
    assert answered(member, question, 5, NEXT_DAY) == 1
    assert latest_answers(member) == {question.pk: 5}
    assert list(question.answers.order_by("answered_on").values_list("number", flat=True)) == [4, 5]


@pytest.mark.parametrize(("kind", "value"), [("scale", 0), ("scale", 6), ("yes_no", 2), ("scale", "three")])
def test_a_figure_outside_the_question_is_refused(kind, value):
    question = AssessmentQuestionFactory(kind=kind)
    with pytest.raises(ValidationError, match="takes a figure from"):
        answered(GroupMembershipFactory(group=question.group), question, value)


def test_a_question_of_another_group_is_refused():
    with pytest.raises(ValidationError, match="another group"):
        answered(GroupMembershipFactory(), AssessmentQuestionFactory(), "yes")


def test_answers_are_summed_up_from_three_on():
    group = WorkingGroupFactory()
    scale, yes_no, words = (
        AssessmentQuestionFactory(group=group, kind=kind, position=n)
        for n, kind in enumerate([QuestionKind.SCALE, QuestionKind.YES_NO, QuestionKind.TEXT])
    )
    members = [GroupMembershipFactory(group=group) for _ in range(3)]
    for member, level, yes in zip(members, (1, 3, 5), (1, 1, 0), strict=True):
        AssessmentAnswerFactory(question=scale, membership=member, text="", number=level)
        AssessmentAnswerFactory(question=yes_no, membership=member, text="", number=yes)
    for member in members[:2]:
        AssessmentAnswerFactory(question=words, membership=member)
    found = summaries_of(group)
    assert [(row.answers_count, row.mean, row.yes_count, row.is_withheld) for row in found] == [
        (3, 3.0, None, False),
        (3, None, 2, False),
        (2, None, None, True),
    ]
