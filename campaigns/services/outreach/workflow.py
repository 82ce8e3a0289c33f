"""The way of an activity from plan to approval: who may move it, from where to where, and what that leaves behind."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.enums.outreach import COUNTED_STATES, OPEN_STATES, ActivityState
from campaigns.models import Activity, ActivityDecision
from campaigns.services.outreach.guards import ask_guards
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


@dataclass(frozen=True)
class Move:
    """One move: `permission` is asked for the activity; `reason` is what the history says, which everybody may read.

    The comment stays with the decision, for the partners.
    """

    name: str
    label: Any
    origins: tuple[ActivityState, ...]
    target: ActivityState
    permission: str
    reason: Any
    needs_comment: bool = False


_State = ActivityState
DECLARE_DONE = Move(
    "declare_done",
    gettext_lazy("It has taken place"),
    (_State.PLANNED,),
    _State.DONE,
    "campaigns.hand_in_activity",
    gettext_lazy("Declared done"),
)
SUBMIT = Move(
    "submit",
    gettext_lazy("Hand in"),
    (_State.DONE, _State.RETURNED),
    _State.SUBMITTED,
    "campaigns.hand_in_activity",
    gettext_lazy("Handed in"),
)
APPROVE = Move(
    "approve",
    gettext_lazy("Approve"),
    (_State.SUBMITTED,),
    _State.APPROVED,
    "campaigns.decide_activity",
    gettext_lazy("Approved"),
)
RETURN = Move(
    "return",
    gettext_lazy("Return for changes"),
    (_State.SUBMITTED, _State.APPROVED),
    _State.RETURNED,
    "campaigns.decide_activity",
    gettext_lazy("Returned for changes"),
    needs_comment=True,
)
LOCK = Move(
    "lock",
    gettext_lazy("Lock"),
    (_State.APPROVED,),
    _State.LOCKED,
    "campaigns.lock_activity",
    gettext_lazy("Locked"),
)
UNLOCK = Move(
    "unlock",
    gettext_lazy("Unlock"),
    (_State.LOCKED,),
    _State.APPROVED,
    "campaigns.decide_activity",
    gettext_lazy("Unlocked"),
    needs_comment=True,
)
CANCEL = Move(
    "cancel",
    gettext_lazy("Cancel this activity"),
    OPEN_STATES,
    _State.CANCELLED,
    "campaigns.hand_in_activity",
    gettext_lazy("Cancelled"),
)
MOVES = {move.name: move for move in (DECLARE_DONE, SUBMIT, APPROVE, RETURN, LOCK, UNLOCK, CANCEL)}


def moves_open_to(user: "User | AnonymousUser", activity: Activity) -> list[Move]:
    """What `user` may do with `activity` now, in the order of the page."""
    fitting = [move for move in MOVES.values() if activity.state in move.origins]
    allowed = {name: user.has_perm(name, activity) for name in {move.permission for move in fitting}}
    return [move for move in fitting if allowed[move.permission]]


def declare_done(*, actor: "User | None", activity: Activity, comment: str = "", now: datetime.datetime) -> Activity:
    """Says that a planned activity took place; not before its last day."""
    return make_move(DECLARE_DONE, actor=actor, activity=activity, comment=comment, now=now)


def submit(*, actor: "User | None", activity: Activity, comment: str = "", now: datetime.datetime) -> Activity:
    """Hands in what was done, or again what was returned."""
    return make_move(SUBMIT, actor=actor, activity=activity, comment=comment, now=now)


def approve(*, actor: "User | None", activity: Activity, comment: str = "", now: datetime.datetime) -> Activity:
    """From here on the figures count. Never by its author, by who handed it in, or by a partner in it."""
    return make_move(APPROVE, actor=actor, activity=activity, comment=comment, now=now)


def return_(*, actor: "User | None", activity: Activity, comment: str = "", now: datetime.datetime) -> Activity:
    """Gives it back to the partner; the comment says what to change. What was approved stops counting."""
    return make_move(RETURN, actor=actor, activity=activity, comment=comment, now=now)


def lock(*, actor: "User | None", activity: Activity, comment: str = "", now: datetime.datetime) -> Activity:
    """Closes what was approved, when it has been reported."""
    return make_move(LOCK, actor=actor, activity=activity, comment=comment, now=now)


def unlock(*, actor: "User | None", activity: Activity, comment: str = "", now: datetime.datetime) -> Activity:
    """Opens what was reported; the comment says why, and stays on record."""
    return make_move(UNLOCK, actor=actor, activity=activity, comment=comment, now=now)


def cancel(*, actor: "User | None", activity: Activity, comment: str = "", now: datetime.datetime) -> Activity:
    """It will not take place, or is not to be counted."""
    return make_move(CANCEL, actor=actor, activity=activity, comment=comment, now=now)


@transaction.atomic
def make_move(
    move: Move, *, actor: "User | None", activity: Activity, comment: str = "", now: datetime.datetime
) -> Activity:
    """Makes `move` with a decision and a history entry; `activity` itself is brought up to date.

    Raises `PermissionDenied` for who may not, `ValidationError` (`state`, `comment`) for what cannot be.
    `actor` None stands for the system itself.
    """
    held = Activity.objects.select_for_update(of=("self",)).select_related("lead", "project").get(pk=activity.pk)
    if actor and not actor.has_perm(move.permission, held):
        raise PermissionDenied
    comment = comment.strip()
    _check(move, held, comment, localdate(now))
    ask_guards(held, move.target)
    before = held.state
    _settle(held, move, actor, now)
    with change(actor=actor, reason=str(move.reason)):
        save_checked(held)
        ActivityDecision.objects.create(
            activity=held, from_state=before, to_state=held.state, comment=comment, actor=actor, decided_at=now
        )
    for field in ("state", "declared_done_on", "submitted_by", "approved_by", "approved_at"):
        setattr(activity, field, getattr(held, field))
    return activity


def _check(move: Move, activity: Activity, comment: str, today: datetime.date) -> None:
    if activity.state not in move.origins:
        raise ValidationError(
            {
                "state": _("This is not possible while the activity is: %(state)s.")
                % {"state": activity.get_state_display()}
            }
        )
    if move.needs_comment and not comment:
        raise ValidationError({"comment": _("Say why: the partner has to know what to change.")})
    if move is DECLARE_DONE and activity.last_day > today:
        raise ValidationError({"state": _("What lies in the future is planned; it cannot be done already.")})


def _settle(activity: Activity, move: Move, actor: "User | None", now: datetime.datetime) -> None:
    """Who handed in and who approved, kept as long as it holds."""
    activity.state = move.target
    if move is DECLARE_DONE:
        activity.declared_done_on = localdate(now)
    elif move is SUBMIT:
        activity.submitted_by = actor
    elif move is APPROVE:
        activity.approved_by, activity.approved_at = actor, now
    elif activity.state not in COUNTED_STATES:
        activity.approved_by = activity.approved_at = None
