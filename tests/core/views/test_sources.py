"""The page of a source and what rests on it."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.sourced import resting_on
from procurement.enums import AffiliationStage
from tests.factories.campaigns import PartnerFactory
from tests.factories.core import OrganisationFactory, OrganisationIdentifierFactory, SourceFactory, UserFactory
from tests.factories.procurement import AffiliationEventFactory, ContractFactory
from tests.factories.supplychain import (
    FactoryFactory,
    FactoryIdentifierFactory,
    FactoryStatementFactory,
    LinkCitationFactory,
    ProductionLinkFactory,
    ProductModelFactory,
)

pytestmark = pytest.mark.django_db


def told(source, user):
    return {str(kind.label): kind.count for kind in resting_on(source, user)}


@pytest.fixture
def reader():
    return UserFactory()


def test_the_page_says_who_what_when_and_under_what_terms(client):
    source = SourceFactory(
        title="Supplier list 2025",
        publisher=OrganisationFactory(name="Acme"),
        publisher_name="Acme Inc.",
        sha256="ab" * 32,
        url="https://example.org/list.pdf",
        published_on=datetime.date(2025, 5, 6),
        licence="CC BY 4.0",
    )
    page = client.get(source.get_absolute_url()).content.decode()
    for text in ("Supplier list 2025", "Acme Inc.", "ab" * 32, "https://example.org/list.pdf", "6 May 2025", "CC BY"):
        assert text in page


def test_everything_that_rests_on_a_source_is_counted_by_kind():
    source = SourceFactory()
    ContractFactory(notice=source)
    LinkCitationFactory(source=source)
    FactoryFactory(location_source=source)
    FactoryStatementFactory(source=source)
    FactoryIdentifierFactory(source=source)
    ProductModelFactory(source=source)
    AffiliationEventFactory(source=source)
    PartnerFactory(source=source)
    OrganisationFactory(source=source)
    OrganisationIdentifierFactory(source=source)
    assert told(source, UserFactory(monitor=True)) == {
        "Contracts": 1,
        "Production links": 1,
        "Factories": 3,
        "Product models": 1,
        "Affiliations": 1,
        "Partners": 1,
        "Organisations": 2,
    }


def test_what_the_viewer_may_not_see_is_neither_listed_nor_counted(client, reader):
    source = SourceFactory(is_public=True)
    LinkCitationFactory(source=source, link=ProductionLinkFactory(monitors=True))
    ContractFactory(source=source)
    AffiliationEventFactory(source=source)
    assert told(source, reader) == {}
    assert "Nothing that you may see" in client.get(source.get_absolute_url()).content.decode()


def test_a_step_before_affiliation_does_not_come_to_light_through_its_source(reader):
    early = SourceFactory()
    event = AffiliationEventFactory(source=early, stage=AffiliationStage.CONTACTED)
    AffiliationEventFactory(affiliation=event.affiliation, affiliated=True, happened_on=datetime.date(2026, 5, 1))
    assert told(early, reader) == {}
    assert told(early, UserFactory(partner=True)) == {"Affiliations": 1}


def test_only_the_first_ten_are_listed(client):
    source = SourceFactory()
    FactoryFactory.create_batch(12, location_source=source)
    assert "and 2 more" in client.get(source.get_absolute_url()).content.decode()


def test_the_number_of_queries_is_the_same_for_one_row_and_for_three(client):
    source = SourceFactory()
    counts = []
    for rows in (1, 2):
        LinkCitationFactory.create_batch(rows, source=source)
        ContractFactory.create_batch(rows, notice=source)
        PartnerFactory.create_batch(rows, source=source)
        with CaptureQueriesContext(connection) as captured:
            client.get(source.get_absolute_url())
        counts.append(len(captured))
    assert counts[0] == counts[1]
