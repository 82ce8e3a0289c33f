"""Joining and leaving a purchasing consortium, and what follows for affiliations."""

import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.history import change
from core.models import Source
from procurement.models import ConsortiumMember, Procurer
from procurement.services.following import follow_membership, holdings_of, lapse
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User


@transaction.atomic
def add_consortium_member(
    *,
    actor: "User | None",
    reason: str,
    consortium: Procurer,
    member: Procurer,
    joined_on: datetime.date,
    today: datetime.date,
    left_on: datetime.date | None = None,
    source: Source | None = None,
) -> ConsortiumMember:
    """`member` buys with `consortium` from that day, and is affiliated where the consortium is."""
    if consortium == member:
        raise ValidationError({"member": [_("A consortium is not its own member.")]})
    if joined_on > today:
        raise ValidationError({"joined_on": [_("This day lies in the future.")]})
    if left_on is not None:
        _check_leaving(joined_on, left_on, today)
    held = ConsortiumMember.objects.filter(consortium=consortium, member=member)
    if held.overlapping(joined_on, left_on).exists():
        raise ValidationError({"joined_on": [_("It was a member in that time already.")]})
    with change(actor=actor, reason=reason):
        membership = save_checked(
            ConsortiumMember(
                consortium=consortium,
                member=member,
                joined_on=joined_on,
                left_on=left_on,
                source=source,
                is_demo=consortium.is_demo,
            )
        )
        for holding in holdings_of(consortium):
            follow_membership(membership, holding, today)
    return membership


@transaction.atomic
def end_consortium_membership(
    *, actor: "User | None", reason: str, membership: ConsortiumMember, left_on: datetime.date, today: datetime.date
) -> ConsortiumMember:
    """The member leaves: what it has through the consortium lapses that day."""
    if membership.left_on is not None:
        raise ValidationError({"left_on": [_("This membership has ended already.")]})
    _check_leaving(membership.joined_on, left_on, today)
    with change(actor=actor, reason=reason):
        membership.left_on = left_on
        save_checked(membership)
        for body in {holding.body for holding in holdings_of(membership.consortium)}:
            lapse(membership.member, membership.consortium, body, left_on, today)
    return membership


def _check_leaving(joined_on: datetime.date, left_on: datetime.date, today: datetime.date) -> None:
    if left_on > today:
        raise ValidationError({"left_on": [_("This day lies in the future.")]})
    if left_on <= joined_on:
        raise ValidationError({"left_on": [_("A member leaves after it joined.")]})
