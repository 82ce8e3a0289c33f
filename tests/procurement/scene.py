"""One contract with everything behind it, for tests of pages and API."""

import datetime
from dataclasses import dataclass
from typing import Any

from core.enums import Role
from tests.factories import core, procurement, supplychain


@dataclass
class Scene:
    """A contract whose line is answered, suspected, asked and missing something; `secret` names stand behind it."""

    contract: Any
    line: Any
    link: Any
    factory: Any
    suspected: Any
    request: Any
    affiliation: Any

    @property
    def buyer(self) -> Any:
        return self.contract.buyer

    def member(self) -> Any:
        return core.UserFactory(role=Role.PROCURER, organisation=self.buyer.organisation)


def build(visibility: str = "public", *, noticed: bool = False, published: bool = True) -> Scene:
    """A scene of a buyer of this visibility."""
    supplychain.StageFactory()
    contract = procurement.ContractFactory(
        title="Laptops for schools", noticed=noticed, valued=True, buyer__buyer_visibility=visibility,
        buyer__name="City of Ljubljana", buyer__profile="We buy with care", buyer__users_served=4321,
        buyer__spend_band="1m_3m", supplier__name="Reseller GmbH",
    )  # fmt: skip
    line = procurement.ContractLineFactory(
        contract=contract, valued=True, product_model__name="Ultrabook 14", product_model__brand__name="Lumen"
    )
    factory = supplychain.FactoryFactory(name="Longhua Works", operator=supplychain.CompanyFactory(name="Lotus EMS"))
    link = supplychain.ProductionLinkFactory(
        factory=factory, product_model=line.product_model, basis="contract_disclosure", cited=True
    )
    listed = supplychain.ProductionLinkFactory(brand=line.brand, factory__name="Listed Works", cited=True)
    supplychain.MainComponentFactory(category=line.category, stage__code="BAT")
    answered = procurement.DisclosureRequestFactory(line=line, answered=True, is_published=published)
    procurement.DisclosedLinkFactory(request=answered, link=link)
    request = procurement.DisclosureRequestFactory(
        line=line, asked_of__name="Lumen Inc.", is_published=published, due_on=datetime.date(2026, 2, 1)
    )
    affiliation = procurement.AffiliationFactory(procurer=contract.buyer, body__name="Electronics Watch")
    procurement.AffiliationEventFactory(affiliation=affiliation, note="Met at a fair")
    procurement.AffiliationEventFactory(
        affiliation=affiliation, affiliated=True, happened_on=datetime.date(2026, 3, 1), note="Signed in secret"
    )
    return Scene(contract, line, link, factory, listed.factory, request, affiliation)
