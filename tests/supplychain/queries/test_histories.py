"""What the histories of factories and links tell to whom."""

import pytest
from django.contrib.auth.models import AnonymousUser

from core.enums import Audience, Role
from core.history import change
from core.queries.timeline import timeline_of
from core.views.history import history_url
from supplychain.models import LinkCitation
from supplychain.queries.histories import BRAND, COMPANY, FACTORY, LINK, PRODUCT
from tests.factories.core import SourceFactory, UserFactory
from tests.factories.procurement import ContractLineFactory, ProcurerFactory
from tests.factories.supplychain import (
    BrandFactory,
    CompanyFactory,
    FactoryFactory,
    FactoryStatementFactory,
    LinkCitationFactory,
    LinkReaderFactory,
    ProductionLinkFactory,
    ProductModelFactory,
)

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


def told(record, history, user=NOBODY):
    """Every value that the history shows."""
    entries = timeline_of(record, history, user).entries
    return {text for entry in entries for change in entry.changes for text in (change.before, change.after)}


def kinds(record, history, user=NOBODY):
    return [item.label for entry in timeline_of(record, history, user).entries for item in entry.items]


def changed(record, **values):
    with change(actor=None, reason=f"Set {', '.join(values)}"):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()
    return record


@pytest.fixture
def monitor():
    return UserFactory(monitor=True)


def test_an_address_of_a_private_source_is_for_monitors(monitor):
    factory = FactoryFactory(located_privately=True)
    assert "8 Test Road, Longhua, Shenzhen" not in told(factory, FACTORY)
    assert "8 Test Road, Longhua, Shenzhen" in told(factory, FACTORY, monitor)


def test_an_address_that_is_public_now_was_not_public_then():
    factory = changed(FactoryFactory(located_privately=True), address="9 New Road", location_source=SourceFactory())
    assert "9 New Road" in told(factory, FACTORY)
    assert "8 Test Road, Longhua, Shenzhen" not in told(factory, FACTORY)


def test_an_address_that_was_public_is_not_told_once_its_source_is_private():
    factory = changed(FactoryFactory(located=True), location_source=SourceFactory(private=True))
    assert "8 Test Road, Longhua, Shenzhen" not in told(factory, FACTORY)


def test_the_linked_buyer_reads_the_address():
    factory, buyer = FactoryFactory(located_privately=True), ProcurerFactory()
    link = ProductionLinkFactory(factory=factory, for_model=True)
    ContractLineFactory(contract__buyer=buyer, product_model=link.product_model)
    member = UserFactory(role=Role.PROCURER, organisation=buyer.organisation)
    peer = UserFactory(procurer=True)
    assert "8 Test Road, Longhua, Shenzhen" in told(factory, FACTORY, member)
    assert "8 Test Road, Longhua, Shenzhen" not in told(factory, FACTORY, peer)


def test_a_stated_address_follows_its_source(monitor):
    factory = FactoryFactory()
    FactoryStatementFactory(factory=factory, property="address", value="1 Hidden Lane", source__is_public=False)
    FactoryStatementFactory(factory=factory, property="workers", value="350", source__is_public=False)
    assert "1 Hidden Lane" not in told(factory, FACTORY)
    assert "350" in told(factory, FACTORY)
    assert "1 Hidden Lane" in told(factory, FACTORY, monitor)


def test_a_link_that_is_for_monitors_now_has_no_public_past(monitor):
    link = changed(ProductionLinkFactory(cited=True), audience=Audience.MONITORS)
    assert "Production link" not in kinds(link.factory, FACTORY)
    assert "Source of a production link" not in kinds(link.factory, FACTORY)
    assert kinds(link.factory, FACTORY, monitor).count("Production link") == 2


def test_a_link_that_was_for_monitors_begins_in_public_when_it_became_so():
    link = ProductionLinkFactory(monitors=True, component="Secret part")
    early = LinkCitationFactory(link=link)
    LinkCitation.versions.rel.related_model.objects.filter(pgh_obj=early).update(pgh_created_at="2020-01-01T00:00Z")
    type(link).versions.rel.related_model.objects.filter(pgh_obj=link).update(pgh_created_at="2020-01-01T00:00Z")
    changed(link, audience=Audience.PUBLIC, component="Known part")
    assert kinds(link.factory, FACTORY).count("Production link") == 1
    assert "Secret part" not in told(link.factory, FACTORY)
    assert "Known part" in told(link.factory, FACTORY)
    assert "Source of a production link" not in kinds(link.factory, FACTORY)


def test_a_named_reader_reads_the_link_and_not_the_other_readers(monitor):
    reader = LinkReaderFactory()
    member = UserFactory(role=Role.PROCURER, organisation=reader.organisation)
    assert kinds(reader.link, LINK, member) == ["Production link"]
    assert sorted(kinds(reader.link, LINK, monitor)) == ["Production link", "Reader of a production link"]
    assert kinds(reader.link, LINK, UserFactory(procurer=True)) == []


def test_a_removed_citation_is_told():
    link = ProductionLinkFactory(cited=True)
    with change(actor=None, reason="Wrong list"):
        link.citations.all().delete()
    [removal] = [entry for entry in timeline_of(link, LINK, NOBODY).entries if entry.reason == "Wrong list"]
    assert [item.kind for item in removal.items] == ["delete"]


@pytest.mark.parametrize(
    ("make", "history"), [(BrandFactory, BRAND), (CompanyFactory, COMPANY), (ProductModelFactory, PRODUCT)]
)
def test_names_of_brands_companies_and_models_have_a_history(client, make, history):
    record = make(name="Old name")
    changed(getattr(record, "organisation", record), name="New name")
    assert {"Old name", "New name"} <= told(record, history)
    assert "New name" in client.get(history_url(record)).content.decode()


@pytest.mark.parametrize("make", [FactoryFactory, ProductionLinkFactory])
def test_factories_and_links_have_a_history_page(client, make):
    record = make()
    assert client.get(history_url(record)).status_code == 200
    assert history_url(record) in client.get(record.get_absolute_url()).content.decode()


def test_a_factorys_history_takes_the_same_queries_whatever_its_length(django_assert_max_num_queries):
    factory = FactoryFactory(located=True)
    counts = []
    for rounds in (2, 3):
        ProductionLinkFactory.create_batch(rounds, factory=factory, cited=True)
        FactoryStatementFactory.create_batch(rounds, factory=factory)
        with django_assert_max_num_queries(25) as captured:
            timeline_of(factory, FACTORY, UserFactory())
        counts.append(len(captured))
    assert counts[0] == counts[1]
