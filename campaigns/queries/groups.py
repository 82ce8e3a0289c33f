"""What the page of a group shows."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Avg, Count, Q, QuerySet

from campaigns.enums.groups import QuestionKind
from campaigns.models import AssessmentAnswer, AssessmentQuestion, GroupMembership, WorkingGroup
from campaigns.querysets.groups import current_on
from core.access import access_of

if TYPE_CHECKING:
    from core.queries.histories import Viewer

# Fewer answers would tell who gave them.
FEWEST_ANSWERS = 3


@dataclass(frozen=True)
class Standing:
    """What a viewer is in a group."""

    is_member: bool
    moderates: bool
    membership: GroupMembership | None

    @property
    def reads_threads(self) -> bool:
        return self.is_member or self.moderates


@dataclass(frozen=True)
class AnswerSummary:
    """Answers of all members to one question, latest of each; withheld below three."""

    question: AssessmentQuestion
    answers_count: int
    mean: float | None
    yes_count: int | None

    @property
    def is_withheld(self) -> bool:
        return 0 < self.answers_count < FEWEST_ANSWERS


def standing_of(user: "Viewer", group: WorkingGroup) -> Standing:
    """Two queries."""
    membership = (
        group.memberships.filter(organisation__in=access_of(user).organisations, left_on__isnull=True)
        .select_related("organisation")
        .order_by("pk")
        .first()
    )
    moderates = WorkingGroup.objects.moderated_by(user).filter(pk=group.pk).exists()
    return Standing(membership is not None, moderates, membership)


def members_on(group: WorkingGroup, day: datetime.date) -> QuerySet[Any]:
    """Members in force on `day`, by country and name."""
    return (
        group.memberships.filter(current_on(day))
        .select_related("organisation__country", "source")
        .order_by("organisation__country__name", "organisation__sort_key", "pk")
    )


def countries_of(members: list[GroupMembership]) -> list[tuple[Any, int]]:
    """Countries of the members with how many each has, most first."""
    counted = Counter(member.organisation.country for member in members if member.organisation.country)
    return sorted(counted.items(), key=lambda row: (-row[1], str(row[0])))


def summaries_of(group: WorkingGroup) -> list[AnswerSummary]:
    """One line a question with figures, from the latest answer of each member still in the group; two queries."""
    latest = (
        AssessmentAnswer.objects.filter(question__group=group, membership__left_on__isnull=True)
        .order_by("question_id", "membership_id", "-answered_on", "-pk")
        .distinct("question_id", "membership_id")
        .values("pk")
    )
    counted = {
        row["question"]: row
        for row in AssessmentAnswer.objects.filter(pk__in=latest)
        .order_by()
        .values("question")
        .annotate(answers=Count("pk"), mean=Avg("number"), yes=Count("pk", filter=Q(number=1)))
    }
    return [_summary(question, counted.get(question.pk)) for question in group.questions.filter(is_asked=True)]


def _summary(question: AssessmentQuestion, row: dict[str, Any] | None) -> AnswerSummary:
    number = row["answers"] if row else 0
    shown = row if row and number >= FEWEST_ANSWERS else None
    return AnswerSummary(
        question,
        number,
        float(shown["mean"]) if shown and question.kind == QuestionKind.SCALE else None,
        shown["yes"] if shown and question.kind == QuestionKind.YES_NO else None,
    )
