"""Figures of the front page: what sources published, and what this register holds. They are never added up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.models import QuotedTotal
from procurement.models import Contract, Procurer
from supplychain.models import Brand, Factory, ProductionLink

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

LIVE = (
    (_("Brands"), Brand, "supplychain:brand-list"),
    (_("Factories"), Factory, "supplychain:factory-list"),
    (_("Public buyers"), Procurer, "procurement:procurer-list"),
    (_("Production links"), ProductionLink, "supplychain:link-list"),
    (_("Contracts"), Contract, "procurement:contract-list"),
)


@dataclass(frozen=True)
class LiveCount:
    """How many records of a kind the viewer may see, and how many of these are fictional."""

    label: Any
    url_name: str
    total: int
    fictional: int


def quoted_totals() -> QuerySet[QuotedTotal]:
    """Published figures with their sources, in the order of the page."""
    return QuotedTotal.objects.select_related("source").order_by("position")


def live_counts(user: "User | AnonymousUser") -> list[LiveCount]:
    """One count a kind, of what `user` may see."""
    return [LiveCount(label, url_name, **_counted(model, user)) for label, model, url_name in LIVE]


def _counted(model: Any, user: "User | AnonymousUser") -> dict[str, int]:
    counted: dict[str, int] = model.objects.visible_to(user).aggregate(
        total=Count("pk"), fictional=Count("pk", filter=Q(is_demo=True))
    )
    return counted
