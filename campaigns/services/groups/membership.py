"""Who belongs to a group, and what the group did and shares."""

import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.enums.groups import GroupRole
from campaigns.models import GroupMembership, GroupResource, GroupWorkshop, WorkingGroup
from core.history import change
from core.models import Organisation
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User


@transaction.atomic
def add_member(
    *,
    actor: "User | None",
    reason: str,
    group: WorkingGroup,
    organisation: Organisation,
    joined_on: datetime.date,
    role: str = GroupRole.MEMBER,
    today: datetime.date,
) -> GroupMembership:
    """Raises `ValidationError` by field for a day in the future and for a member that is there already."""
    if joined_on > today:
        raise ValidationError({"joined_on": _("A member joins today or joined earlier.")})
    if group.memberships.filter(organisation=organisation, left_on__isnull=True).exists():
        raise ValidationError({"organisation": _("This organisation is a member already.")})
    with change(actor=actor, reason=reason):
        return save_checked(
            GroupMembership(
                group=group, organisation=organisation, role=role, joined_on=joined_on, is_demo=group.is_demo
            )
        )


@transaction.atomic
def end_membership(
    *, actor: "User | None", reason: str, membership: GroupMembership, left_on: datetime.date, today: datetime.date
) -> GroupMembership:
    """`left_on` is the last day; it lies neither in the future nor before the joining."""
    if left_on > today:
        raise ValidationError({"left_on": _("The last day is today or earlier.")})
    if membership.joined_on and left_on < membership.joined_on:
        raise ValidationError({"left_on": _("A member leaves after it joined.")})
    membership.left_on = left_on
    with change(actor=actor, reason=reason):
        return save_checked(membership)


@transaction.atomic
def record_workshop(
    *,
    actor: "User | None",
    reason: str,
    group: WorkingGroup,
    topic: str,
    held_on: datetime.date,
    place: str = "",
    outcome: str = "",
    today: datetime.date,
) -> GroupWorkshop:
    """A workshop, also one still to come; an outcome is known only afterwards."""
    if outcome and held_on > today:
        raise ValidationError({"outcome": _("A workshop has an outcome once it took place.")})
    with change(actor=actor, reason=reason):
        return save_checked(
            GroupWorkshop(
                group=group, topic=topic, held_on=held_on, place=place, outcome=outcome, is_demo=group.is_demo
            )
        )


@transaction.atomic
def share_resource(
    *,
    actor: "User | None",
    reason: str,
    group: WorkingGroup,
    title: str,
    url: str,
    description: str = "",
    is_public: bool = False,
) -> GroupResource:
    with change(actor=actor, reason=reason):
        return save_checked(
            GroupResource(
                group=group,
                title=title,
                url=url,
                description=description,
                is_public=is_public,
                is_demo=group.is_demo,
            )
        )
