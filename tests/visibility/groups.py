"""Scenes of groups."""

from typing import Any

from campaigns.models import AssessmentAnswer, GroupPost, GroupResource, GroupThread, WorkingGroup
from tests.factories.campaigns import (
    AssessmentAnswerFactory,
    GroupMembershipFactory,
    GroupPostFactory,
    GroupResourceFactory,
    GroupThreadFactory,
    WorkingGroupFactory,
)
from tests.visibility.cast import Cast
from tests.visibility.scenes import Probe, Scene, builds, in_detail, in_list, in_search, sees


def group_of(cast: Cast) -> Any:
    group = WorkingGroupFactory(name="Quagga circle")
    GroupMembershipFactory(group=group, organisation=cast.member)
    return group


@builds("group", "any")
def group(cast: Cast, state: str) -> Scene:
    record = group_of(cast)
    return Scene(
        sees(WorkingGroup.objects.visible_to, record),
        [*in_detail("groups", record), *in_list("groups", "Quagga circle"), *in_search("quagga", record)],
    )


@builds("resource of a group", "public", "for members")
def resource(cast: Cast, state: str) -> Scene:
    record = GroupResourceFactory(group=group_of(cast), title="Zanzibar catalogue", is_public=state == "public")
    return Scene(
        sees(GroupResource.objects.visible_to, record), in_detail("groups", record.group, record.title, surfaces="page")
    )


@builds("thread of a group", "open")
def thread(cast: Cast, state: str) -> Scene:
    record = GroupThreadFactory(group=group_of(cast), title="Zanzibar thread")
    own = Probe("thread", record.get_absolute_url(), record.title)
    return Scene(
        sees(GroupThread.objects.visible_to, record),
        [own, *in_detail("groups", record.group, record.title, surfaces="page history api")[:1]],
    )


@builds("post in a thread", "standing")
def post(cast: Cast, state: str) -> Scene:
    record = GroupPostFactory(thread__group=group_of(cast), body="We buy zanzibar.")
    return Scene(
        sees(GroupPost.objects.visible_to, record),
        [Probe("thread", record.thread.get_absolute_url(), record.body)],
    )


@builds("answer of another member", "in words")
def answer(cast: Cast, state: str) -> Scene:
    circle = group_of(cast)
    record = AssessmentAnswerFactory(question__group=circle, text="Zanzibar help")
    return Scene(
        sees(AssessmentAnswer.objects.visible_to, record),
        [Probe("page", circle.get_absolute_url(), "no such text")][:0],
    )
