"""Records of the supply chain that rest on a source."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.models import Source
from core.sourced import RestsOn
from supplychain.models import (
    Factory,
    FactoryIdentifier,
    FactoryName,
    FactoryStatement,
    LinkCitation,
    ProductionLink,
    ProductModel,
)

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def links(source: Source, user: "Viewer") -> QuerySet[Any]:
    cited = LinkCitation.objects.filter(source=source).values("link")
    return ProductionLink.objects.visible_to(user).for_listing().filter(pk__in=cited).order_by("-first_seen", "pk")


def factories(source: Source, user: "Viewer") -> QuerySet[Any]:
    """Factories whose name, place, number or other property the source states."""
    stating = (FactoryStatement, FactoryName, FactoryIdentifier)
    stated = Q(location_source=source)
    for model in stating:
        stated |= Q(pk__in=model._default_manager.filter(source=source).values("factory"))
    return Factory.objects.visible_to(user).for_listing().filter(stated).order_by("sort_key", "pk")


def products(source: Source, user: "Viewer") -> QuerySet[Any]:
    found = ProductModel.objects.visible_to(user).for_listing().filter(source=source)
    return found.order_by("sort_key", "pk")


LINKS = RestsOn(_("Production links"), links)
FACTORIES = RestsOn(_("Factories"), factories)
PRODUCTS = RestsOn(_("Product models"), products)
