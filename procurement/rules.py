"""Who may change procurement's records: administrators all, a procurer its own record."""

from typing import TYPE_CHECKING, Any

import rules

from core.access import access_of
from core.rules import administrators_write, is_administrator

if TYPE_CHECKING:
    from core.models import User


@rules.predicate
def buys_for(user: "User", procurer: Any = None) -> bool:
    """The user buys for this procurer."""
    return procurer is not None and procurer.organisation_id in access_of(user).procurer_organisations


administrators_write("procurement")
rules.set_perm("procurement.change_procurer", buys_for | is_administrator)
