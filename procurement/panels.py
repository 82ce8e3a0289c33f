"""Panels on the pages of other apps: who depends on a factory, which contracts buy a brand, one's own contracts."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.access import access_of
from core.panels import Panel
from procurement.models import Contract, ContractLine
from procurement.queries.leverage import leverage_of
from procurement.queries.parties import own_contracts
from procurement.queries.reach import lines_by_model, standing_links

SHOWN_CONTRACTS = 10
SHOWN_OWN = 12


def leverage(request: HttpRequest, factory: Any) -> dict[str, Any]:
    return {
        "leverage": leverage_of(factory, request.user),
        "own_organisations": access_of(request.user).procurer_organisations,
    }


def contracts_for_brand(request: HttpRequest, brand: Any) -> dict[str, Any]:
    return _contracts(request, ContractLine.objects.visible_to(request.user).filter(brand=brand))


def contracts_for_product(request: HttpRequest, product: Any) -> dict[str, Any]:
    return _contracts(request, ContractLine.objects.visible_to(request.user).filter(product_model=product))


def contracts_for_company(request: HttpRequest, company: Any) -> dict[str, Any]:
    links = standing_links(request.user).filter(factory__operator=company)
    return _contracts(request, lines_by_model(links, ContractLine.objects.visible_to(request.user)))


def own(request: HttpRequest, _subject: Any) -> dict[str, Any] | None:
    found = own_contracts(request.user, timezone.localdate())
    if found is None:
        return None
    return {"own": found, "shown": found.contracts[:SHOWN_OWN], "hidden": max(len(found.contracts) - SHOWN_OWN, 0)}


def _contracts(request: HttpRequest, lines: QuerySet[ContractLine]) -> dict[str, Any]:
    """Contracts by lines that the viewer may see: that a contract is public does not make its lines so."""
    contracts = Contract.objects.visible_to(request.user).for_listing().filter(pk__in=lines.values("contract"))
    return {
        "contracts": contracts.order_by("-starts_on", "pk")[:SHOWN_CONTRACTS],
        "contracts_count": contracts.count(),
    }


LEVERAGE = Panel(
    "leverage", _("Public buyers that depend on this factory"), "procurement/panels/leverage.html", leverage
)
BRAND_CONTRACTS = Panel(
    "contracts", _("Public contracts that buy this brand"), "procurement/panels/contracts.html", contracts_for_brand
)
PRODUCT_CONTRACTS = Panel(
    "contracts", _("Public contracts that buy this model"), "procurement/panels/contracts.html", contracts_for_product
)
COMPANY_CONTRACTS = Panel(
    "contracts",
    _("Public contracts that lead to its factories"),
    "procurement/panels/contracts.html",
    contracts_for_company,
)
OWN_CONTRACTS = Panel("own-contracts", _("Your contracts"), "procurement/panels/own_contracts.html", own)
