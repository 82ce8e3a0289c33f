"""Who takes part in a pact, and who supports it."""

import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.models import Adherence
from core.history import change
from core.models import Organisation, Source
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User


@transaction.atomic
def record_adherence(
    *,
    actor: "User | None",
    reason: str,
    organisation: Organisation,
    body: Organisation,
    kind: str,
    today: datetime.date,
    joined_on: datetime.date | None = None,
    source: Source | None = None,
) -> Adherence:
    """`organisation` takes part in the pact `body` or supports it. Producers and NGOs can only be supporters."""
    if organisation == body:
        raise ValidationError({"body": [_("A pact does not join itself.")]})
    if joined_on is not None and joined_on > today:
        raise ValidationError({"joined_on": [_("This day lies in the future.")]})
    if Adherence.objects.current().filter(organisation=organisation, body=body, left_on=None).exists():
        raise ValidationError({"organisation": [_("This organisation is in the pact already.")]})
    with change(actor=actor, reason=reason):
        return save_checked(
            Adherence(
                organisation=organisation,
                body=body,
                kind=kind,
                joined_on=joined_on,
                source=source,
                is_demo=organisation.is_demo,
            )
        )


@transaction.atomic
def end_adherence(
    *, actor: "User | None", reason: str, adherence: Adherence, left_on: datetime.date, today: datetime.date
) -> Adherence:
    """The organisation has left the pact; that day is the first one outside."""
    if adherence.left_on is not None:
        raise ValidationError({"left_on": [_("It has left the pact already.")]})
    if left_on > today:
        raise ValidationError({"left_on": [_("This day lies in the future.")]})
    if adherence.joined_on is not None and left_on <= adherence.joined_on:
        raise ValidationError({"left_on": [_("An organisation leaves after it joined.")]})
    with change(actor=actor, reason=reason):
        adherence.left_on = left_on
        return save_checked(adherence)
