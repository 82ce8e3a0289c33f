"""Scenes of procurement: procurers, contracts, requests and affiliations."""

import datetime
from typing import Any

from procurement.enums import AffiliationStage, BuyerVisibility
from procurement.models import Affiliation, AffiliationEvent, Contract, ContractLine, DisclosureRequest, Procurer
from procurement.queries.leverage import leverage_of
from tests.factories.core import DAY, OrganisationFactory, SourceFactory
from tests.factories.procurement import (
    AffiliationEventFactory,
    AffiliationFactory,
    ContractFactory,
    ContractLineFactory,
    DisclosureRequestFactory,
    ProcurerFactory,
)
from tests.factories.supplychain import FactoryFactory, ProductionLinkFactory, ProductModelFactory, StageFactory
from tests.visibility.scenes import Probe, Scene, builds, in_detail, in_filter, in_list, in_search, sees

BUYERS = ("private buyer", "peers buyer", "public buyer")
NOTICED = "private buyer, public notice"
CONTRACTS = (*BUYERS[:1], NOTICED, *BUYERS[1:])


def buyer_of(organisation: Any, state: str) -> Any:
    """The organisation as procurer with the visibility that the state names."""
    choice = next((choice for choice in BuyerVisibility if f"{choice} buyer" in state), BuyerVisibility.PRIVATE)
    return ProcurerFactory(
        organisation=organisation,
        buyer_visibility=choice,
        profile="We buy zanzibar.",
        spend_band="5m_20m",
        users_served=76543,
    )


def contract_of(organisation: Any, state: str) -> Any:
    notices = {"public notice": True, "notice not public": False}
    found = [is_public for words, is_public in notices.items() if words in state]
    notice = SourceFactory(kind="notice", is_public=found[0]) if found else None
    return ContractFactory(buyer=buyer_of(organisation, state), title="Zanzibar laptops", notice=notice)


def bought_factory(organisation: Any, state: str) -> tuple[Any, Any]:
    """A contract, and the factory that makes a model in it."""
    contract, model = contract_of(organisation, state), ProductModelFactory()
    ContractLineFactory(contract=contract, product_model=model, description="zanzibar line")
    site = FactoryFactory(name="Quagga plant")
    ProductionLinkFactory(factory=site, product_model=model, confirmed=True)
    return contract, site


@builds("procurer record", "any buyer")
def procurer(organisation: Any, state: str) -> Scene:
    record = buyer_of(organisation, state)
    return Scene(
        sees(Procurer.objects.visible_to, record),
        [
            *in_detail("procurers", record),
            *in_list("procurers", record.public_id, "cols=name,id"),
            *in_search("quokka", record),
        ],
    )


@builds("profile, spend band, users served", *BUYERS)
def profile(organisation: Any, state: str) -> Scene:
    record = buyer_of(organisation, state)
    return Scene(
        sees(Procurer.objects.whose_buying_is_visible_to, record),
        [
            *in_detail("procurers", record, "We buy zanzibar"),
            Probe("api", f"/api/v1/procurers/{record.public_id}/", "76543"),
            Probe("api", f"/api/v1/procurers/{record.public_id}/", "5m_20m"),
            Probe("csv", "/procurers/?format=csv&cols=name,users_served", "76543"),
        ],
    )


@builds("contract", *CONTRACTS, "private buyer, notice not public")
def contract(organisation: Any, state: str) -> Scene:
    record = contract_of(organisation, state)
    return Scene(
        sees(Contract.objects.visible_to, record),
        [
            *in_detail("contracts", record),
            *in_list("contracts", "Zanzibar laptops"),
            *in_filter("contracts", "Zanzibar laptops", f"buyer={record.buyer.public_id}"),
            *in_search("zanzibar", record),
            Probe("procurer page", f"/procurers/{record.buyer.public_id}/", "Zanzibar laptops"),
            Probe("supplier page", f"/suppliers/{record.supplier.public_id}/", "Zanzibar laptops"),
        ],
    )


@builds("contract lines", *CONTRACTS)
def lines(organisation: Any, state: str) -> Scene:
    StageFactory()
    record = contract_of(organisation, state)
    line = ContractLineFactory(contract=record, description="zanzibar line", quantity=76543)
    model = line.product_model
    return Scene(
        sees(ContractLine.objects.visible_to, line),
        [
            *in_detail("contracts", record, model.name, surfaces="page api"),
            *in_detail("contracts", record, "zanzibar line", surfaces="history"),
            Probe("answer API", f"/api/v1/contracts/{record.public_id}/factories/", model.name),
            *in_filter("contracts", record.public_id, f"cols=id&brand={line.brand.public_id}"),
            *in_filter("contracts", record.public_id, f"cols=id&category={line.category_id}"),
            Probe("brand page", f"/brands/{line.brand.public_id}/", "Zanzibar laptops"),
            Probe("product page", f"/products/{model.public_id}/", "Zanzibar laptops"),
        ],
    )


@builds("factories behind a contract", *CONTRACTS)
def factories_behind(organisation: Any, state: str) -> Scene:
    record, site = bought_factory(organisation, state)
    return Scene(
        sees(Contract.objects.with_factories_visible_to, record),
        [
            Probe("page", f"/contracts/{record.public_id}/", "Quagga plant"),
            Probe("api", f"/api/v1/contracts/{record.public_id}/factories/", site.public_id),
        ],
    )


@builds("buyer that depends on a factory", *BUYERS)
def dependant(organisation: Any, state: str) -> Scene:
    record, site = bought_factory(organisation, state)

    def seen(user: Any) -> bool | str:
        found = leverage_of(site, user).by_model
        if found.hidden_count:
            return "counted" if found.procurers_count == 1 and not found.procurers else "named"
        return [dependant.procurer.pk for dependant in found.procurers] == [record.buyer_id]

    return Scene(
        seen,
        [
            Probe("page", f"/factories/{site.public_id}/", organisation.name),
            Probe("api", f"/api/v1/factories/{site.public_id}/leverage/", organisation.name),
        ],
    )


@builds("factory list by procurer", *BUYERS)
def by_procurer(organisation: Any, state: str) -> Scene:
    record, site = bought_factory(organisation, state)
    return Scene(
        sees(Procurer.objects.whose_buying_is_visible_to, record.buyer),
        [
            *in_filter("factories", site.public_id, f"cols=id&procurer={record.buyer.public_id}"),
            Probe("procurer page", f"/procurers/{record.buyer.public_id}/", "Quagga plant"),
        ],
    )


def request_of(organisation: Any, state: str) -> Any:
    line = ContractLineFactory(contract=contract_of(organisation, state), description="zanzibar line")
    return DisclosureRequestFactory(
        line=line, asked_of=OrganisationFactory(name="Quagga Inc."), is_published=state.startswith("published")
    )


@builds("disclosure request", "not published", "published")
def disclosure(organisation: Any, state: str) -> Scene:
    record = request_of(organisation, state)
    return Scene(
        sees(DisclosureRequest.objects.visible_to, record),
        [
            *in_detail("disclosures", record),
            *in_list("disclosures", "Quagga Inc."),
        ],
    )


@builds("line of a disclosure request", "published, private buyer", "published, public buyer")
def disclosed_line(organisation: Any, state: str) -> Scene:
    record = request_of(organisation, state)
    model = record.line.product_model
    return Scene(
        sees(ContractLine.objects.visible_to, record.line),
        [
            *in_detail("disclosures", record, model.name),
            Probe("list", "/disclosures/", model.name),
            Probe("csv", "/disclosures/?format=csv", model.name),
            Probe("json", "/disclosures/?format=json", model.name),
        ],
    )


def affiliation_of(organisation: Any, *, affiliated: bool) -> Any:
    record = AffiliationFactory(procurer=buyer_of(organisation, ""), body__name="Quagga Watch")
    AffiliationEventFactory(
        affiliation=record,
        stage=AffiliationStage.CONTACTED,
        note="met in zanzibar",
        happened_on=datetime.date(2025, 11, 7),
    )
    if affiliated:
        AffiliationEventFactory(affiliation=record, affiliated=True, happened_on=DAY)
    return record


@builds("affiliation", "before affiliated", "affiliated")
def affiliation(organisation: Any, state: str) -> Scene:
    record = affiliation_of(organisation, affiliated=state == "affiliated")
    return Scene(
        sees(Affiliation.objects.visible_to, record),
        [
            *in_detail("affiliations", record),
            *in_list("affiliations", "Quagga Watch"),
            Probe("procurer page", f"/procurers/{record.procurer.public_id}/", "Quagga Watch"),
        ],
    )


@builds("steps before affiliation", "affiliated")
def early_steps(organisation: Any, state: str) -> Scene:
    record = affiliation_of(organisation, affiliated=True)
    step = record.events.get(stage=AffiliationStage.CONTACTED)
    return Scene(
        sees(AffiliationEvent.objects.visible_to, step),
        [
            *in_detail("affiliations", record, "met in zanzibar", surfaces="page history"),
            *in_detail("affiliations", record, "contacted", surfaces="api"),
        ],
    )
