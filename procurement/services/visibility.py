"""A buyer's choice of who may see what it buys."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core.access import access_of
from core.history import change
from procurement.enums import BuyerVisibility
from procurement.models import Procurer
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def may_change_visibility(user: "User | AnonymousUser", procurer: Procurer) -> bool:
    """The buyer's own members may, and administrators."""
    access = access_of(user)
    return access.is_admin or procurer.organisation_id in access.procurer_organisations


@transaction.atomic
def change_buyer_visibility(
    *, actor: "User", reason: str, procurer: Procurer, visibility: BuyerVisibility | str
) -> Procurer:
    """Sets who may see what `procurer` buys. Raises `PermissionDenied` for others than its members."""
    if not may_change_visibility(actor, procurer):
        raise PermissionDenied
    with change(actor=actor, reason=reason):
        procurer.buyer_visibility = visibility
        return save_checked(procurer)
