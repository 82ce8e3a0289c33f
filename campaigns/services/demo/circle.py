"""A fictional buyer group at work: members, questions, workshops, resources and a thread."""

import datetime

from campaigns.enums.groups import GroupKind, GroupRole, QuestionKind, QuestionTheme
from campaigns.models import (
    AssessmentAnswer,
    AssessmentQuestion,
    GroupMembership,
    GroupPost,
    GroupResource,
    GroupThread,
    GroupWorkshop,
    WorkingGroup,
)
from campaigns.services.demo.consortium import MAIN
from campaigns.services.demo.parties import BUYER, PARTNER
from campaigns.services.demo.world import World, chance, save

QUESTIONS = (
    (QuestionTheme.STATUS, QuestionKind.YES_NO, "Do your contracts ask for the names of factories?"),
    (QuestionTheme.STATUS, QuestionKind.SCALE, "How much experience do you have with social criteria?"),
    (QuestionTheme.NEEDS, QuestionKind.SCALE, "How much would joint market dialogues help you?"),
    (QuestionTheme.NEEDS, QuestionKind.TEXT, "What keeps you from asking?"),
)
WORKSHOPS = (
    ("What a factory list tells and what it hides", datetime.date(2025, 9, 18), "A short guide to reading lists."),
    ("Which labels answer which question", datetime.date(2026, 3, 12), "A table of labels and of what each verifies."),
)
RESOURCES = (
    ("Question catalogue for market dialogues", "https://example.org/question-catalogue", True),
    ("Notes of the second workshop", "https://example.org/notes-2", False),
)
POSTS = (
    "Our contractor says that the brand keeps its factories to itself. Has anybody got an answer?",
    "We asked for final assembly alone and got three names within a month.",
    "Same here. Naming the models in the request helped.",
)


def make_circle(world: World) -> None:
    """The group that the demo's buyer belongs to, and the demo's partner coordinates."""
    group = save([_group(world)])[0]
    names = [BUYER, *[name for name in world.procurers if name != BUYER][::7]]
    members = save(
        world.make(
            GroupMembership,
            group=group,
            organisation=world.organisations[name],
            role=GroupRole.COORDINATOR if name == PARTNER else GroupRole.MEMBER,
            joined_on=datetime.date(2025, 4, 1),
        )
        for name in [PARTNER, *names]
    )
    _ask(world, group, members)
    _work(world, group)
    _talk(world, group, members)


def _ask(world: World, group: WorkingGroup, members: list[GroupMembership]) -> None:
    questions = save(
        world.make(AssessmentQuestion, group=group, theme=theme, kind=kind, text=text, position=position)
        for position, (theme, kind, text) in enumerate(QUESTIONS)
    )
    save(_answer(world, question, member) for question in questions for member in members[1:])


def _work(world: World, group: WorkingGroup) -> None:
    save(
        world.make(GroupWorkshop, group=group, topic=topic, held_on=day, place="", outcome=outcome)
        for topic, day, outcome in WORKSHOPS
    )
    save(
        world.make(GroupResource, group=group, title=title, url=url, is_public=is_public)
        for title, url, is_public in RESOURCES
    )


def _talk(world: World, group: WorkingGroup, members: list[GroupMembership]) -> None:
    thread = save([world.make(GroupThread, group=group, title="Brands that name no factory")])[0]
    save(
        world.make(
            GroupPost,
            thread=thread,
            organisation=member.organisation,
            body=body,
            posted_at=datetime.datetime(2026, 6, 2 + number, 10, 15, tzinfo=datetime.UTC),
        )
        for number, (member, body) in enumerate(zip(members[1:], POSTS, strict=False))
    )


def _group(world: World) -> WorkingGroup:
    return world.make(
        WorkingGroup,
        name="Open Factories buyer group",
        kind=GroupKind.BUYER_GROUP,
        purpose="Public buyers who ask for factories together and tell each other what came back.",
        recruitment_criteria="Public bodies that buy ICT hardware and are ready to ask in one contract a year.",
        convener=world.organisations[PARTNER],
        project=world.projects[MAIN],
        starts_on=datetime.date(2025, 4, 1),
        source=world.sources["demo-directory"],
    )


def _answer(world: World, question: AssessmentQuestion, member: GroupMembership) -> AssessmentAnswer:
    chooser = chance(f"answer {question.position} {member.organisation.name}")
    kind = QuestionKind(question.kind)
    number = {QuestionKind.YES_NO: chooser.randint(0, 1), QuestionKind.SCALE: chooser.randint(1, 5)}.get(kind)
    text = chooser.choice(("Time.", "The contract has no such clause.", "We do not know whom to ask."))
    return world.make(
        AssessmentAnswer,
        question=question,
        membership=member,
        answered_on=datetime.date(2025, 10, 1),
        number=number,
        text=text if number is None else "",
    )
