"""Factories behind the viewer's own contracts."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from core.access import access_of
from procurement.models import ContractLine
from procurement.queries.reach import links_by_model, standing_links

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def own_factory_ids(user: "User | AnonymousUser") -> QuerySet[Any]:
    """Ids of factories that make a model in the viewer's own contracts, or were disclosed for one.

    That a brand's list names a factory is a suspicion and does not count; nor does a link that the viewer
    may not see.
    """
    lines = ContractLine.objects.filter(
        contract__merged_into__isnull=True,
        contract__buyer__organisation__in=access_of(user).procurer_organisations,
    )
    return links_by_model(lines, standing_links(user)).values("factory")
