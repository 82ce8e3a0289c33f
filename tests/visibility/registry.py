"""Scenes of sources, jobs, searches and of the supply chain."""

from typing import Any

from core.enums import Audience, Role
from core.history import change
from core.models import ImportRun, Job, SavedSearch, Source
from supplychain.models import Factory, ProductionLink
from tests.factories.core import ImportRunFactory, JobFactory, SavedSearchFactory, SourceFactory, UserFactory
from tests.factories.procurement import ContractLineFactory
from tests.factories.supplychain import (
    BrandFactory,
    CompanyFactory,
    FactoryFactory,
    FactoryIdentifierFactory,
    LinkCitationFactory,
    LinkReaderFactory,
    ProductionLinkFactory,
    ProductModelFactory,
)
from tests.visibility.scenes import Probe, Scene, builds, in_detail, in_filter, in_list, in_search, sees

ADDRESS = "77 Zanzibar Street"


@builds("source", "public", "private")
def source(organisation: Any, state: str) -> Scene:
    record = SourceFactory(title="Zanzibar report", is_public=state == "public")
    cited = LinkCitationFactory(source=record).link
    stated = FactoryIdentifierFactory(source=record).factory
    return Scene(
        sees(Source.objects.visible_to, record),
        [
            *in_detail("sources", record),
            *in_list("sources", "Zanzibar report"),
            *in_search("zanzibar", record),
            Probe("link page", f"/links/{cited.public_id}/", "Zanzibar report"),
            Probe("link API", f"/api/v1/links/{cited.public_id}/", "Zanzibar report"),
            Probe("link history", f"/links/{cited.public_id}/history/", "Zanzibar report"),
            Probe("factory page", f"/factories/{stated.public_id}/", "Zanzibar report"),
            Probe("factory history", f"/factories/{stated.public_id}/history/", "Zanzibar report"),
            Probe("links CSV", "/links/?format=csv", "Zanzibar report"),
        ],
    )


@builds("job", "of the buyer")
def job(organisation: Any, state: str) -> Scene:
    owner = organisation.memberships.get().user
    record = JobFactory(requested_by=owner, title="Zanzibar export")
    return Scene(
        sees(Job.objects.visible_to, record), [*in_detail("jobs", record, "Zanzibar export", surfaces="page api")]
    )


@builds("saved search", "of the buyer")
def saved_search(organisation: Any, state: str) -> Scene:
    owner = organisation.memberships.get().user
    record = SavedSearchFactory(owner=owner, name="Zanzibar plants")
    places = [Probe("searches", "/searches/", "Zanzibar plants")]
    return Scene(sees(SavedSearch.objects.visible_to, record), places)


@builds("import run", "of the administrator")
def import_run(organisation: Any, state: str) -> Scene:
    record = ImportRunFactory(file_name="zanzibar.csv", actor=UserFactory(role=Role.ADMIN))
    return Scene(
        sees(ImportRun.objects.visible_to, record),
        [*in_detail("imports", record, surfaces="page api"), *in_list("imports", "zanzibar.csv")],
    )


@builds("factory record", "any source")
def factory_record(organisation: Any, state: str) -> Scene:
    record = FactoryFactory(located_privately=True, name="Zanzibar plant")
    return Scene(
        sees(Factory.objects.visible_to, record),
        [
            *in_detail("factories", record),
            *in_list("factories", record.public_id, "cols=name,id"),
            *in_search("zanzibar", record),
        ],
    )


@builds("factory address and point", "public source", "no source stated", "source not public, buyer linked")
@builds("factory address and point", "source not public, buyer linked by brand only")
def location(organisation: Any, state: str) -> Scene:
    stated = (
        {} if state == "no source stated" else {"location_source": SourceFactory(is_public=state == "public source")}
    )
    record = FactoryFactory(with_place=True, address=ADDRESS, **stated)
    if "linked" in state:
        bought = ProductModelFactory()
        made = {"brand": bought.brand} if "brand only" in state else {"product_model": bought}
        ProductionLinkFactory(factory=record, **made)
        ContractLineFactory(contract__buyer__organisation=organisation, product_model=bought)
    return Scene(
        lambda user: Factory.objects.with_location_for(user).get(pk=record.pk).shows_location,
        [
            *in_detail("factories", record, ADDRESS),
            *in_list("factories", ADDRESS, "cols=name,address"),
            Probe("geojson", "/factories/?format=geojson", "114.03"),
            Probe("bbox", "/factories/?bbox=114,22,115,23", record.public_id),
            Probe("bbox API", "/api/v1/factories/?bbox=114,22,115,23", record.public_id),
        ],
    )


@builds("production link", "public", "registered", "named", "monitors")
def link(organisation: Any, state: str) -> Scene:
    brand, site = BrandFactory(name="Quagga"), FactoryFactory(operator=CompanyFactory(name="Dodo Works"))
    record = ProductionLinkFactory(factory=site, brand=brand, audience=Audience(state), component="zanzibar-board")
    if state == "named":
        LinkReaderFactory(link=record, organisation=organisation)
    return Scene(sees(ProductionLink.objects.visible_to, record), _link_probes(record))


def _link_probes(record: Any) -> list[Probe]:
    site, brand = record.factory, record.brand
    return [
        *in_detail("links", record),
        *in_list("links", record.public_id, "cols=id"),
        *in_filter("factories", site.public_id, f"cols=id&brand={brand.public_id}"),
        *in_filter("factories", site.public_id, "cols=id&stage=FIN"),
        Probe("factory page", f"/factories/{site.public_id}/", "Quagga"),
        Probe("factory history", f"/factories/{site.public_id}/history/", "zanzibar-board"),
        Probe("factory API", f"/api/v1/factories/{site.public_id}/", "Quagga"),
        Probe("brand page", f"/brands/{brand.public_id}/", site.public_id),
        Probe("company page", f"/companies/{site.operator.public_id}/", "Quagga"),
    ]


@builds("production link in history", "public then, monitors now")
def link_in_history(organisation: Any, state: str) -> Scene:
    record = ProductionLinkFactory(component="zanzibar-board")
    with change(actor=None, reason="Retaliation feared"):
        record.audience = Audience.MONITORS
        record.save()
    site = record.factory
    return Scene(
        sees(ProductionLink.objects.visible_to, record),
        [
            *in_detail("links", record),
            Probe("history", f"/factories/{site.public_id}/history/", "zanzibar-board"),
            Probe("known_on page", f"/factories/{site.public_id}/?known_on=2999-01-01", record.brand.name),
        ],
    )
