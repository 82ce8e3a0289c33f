"""What members answer to the questions of their group."""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.enums.groups import QuestionKind
from campaigns.models import AssessmentAnswer, AssessmentQuestion, GroupMembership
from core.history import change

if TYPE_CHECKING:
    from core.models import User

RANGES = {QuestionKind.YES_NO: (0, 1), QuestionKind.SCALE: (1, 5)}


@transaction.atomic
def answer_assessment(
    *,
    actor: "User | None",
    reason: str,
    membership: GroupMembership,
    answers: Mapping[AssessmentQuestion, str | int | None],
    today: datetime.date,
) -> int:
    """Keeps what was answered today and differs from the latest answer; says how many that were.

    Questions left empty keep their earlier answer. Raises `ValidationError` for a figure that the
    question does not take and for a question of another group.
    """
    latest = latest_answers(membership)
    new = [
        _answer(membership, question, value, today)
        for question, value in answers.items()
        if value not in (None, "") and latest.get(question.pk) != value
    ]
    with change(actor=actor, reason=reason):
        AssessmentAnswer.objects.bulk_create(
            new,
            update_conflicts=True,
            unique_fields=["question", "membership", "answered_on"],
            update_fields=["text", "number"],
        )
    return len(new)


def latest_answers(membership: GroupMembership) -> dict[int, str | int]:
    """The standing answer of a member by question."""
    rows = (
        AssessmentAnswer.objects.filter(membership=membership)
        .order_by("question_id", "-answered_on", "-pk")
        .distinct("question_id")
        .values_list("question", "text", "number")
    )
    return {question: text if number is None else number for question, text, number in rows}


def _answer(
    membership: GroupMembership, question: AssessmentQuestion, value: str | int | None, today: datetime.date
) -> AssessmentAnswer:
    if question.group_id != membership.group_id:
        raise ValidationError(_("This question belongs to another group."))
    row = AssessmentAnswer(question=question, membership=membership, answered_on=today, is_demo=membership.is_demo)
    if question.kind == QuestionKind.TEXT:
        row.text = str(value)
        return row
    least, most = RANGES[QuestionKind(question.kind)]
    if not isinstance(value, int) or not least <= value <= most:
        raise ValidationError(
            _("“%(question)s” takes a figure from %(least)d to %(most)d.")
            % {
                "question": question.text,
                "least": least,
                "most": most,
            }
        )
    row.number = value
    return row
