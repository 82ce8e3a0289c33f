"""The page of an organisation."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Organisation
from core.queries.profiles import profiles_of
from tests.factories.campaigns import PartnerFactory
from tests.factories.core import (
    CountryFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    SourceFactory,
    UserFactory,
)
from tests.factories.procurement import ProcurerFactory
from tests.factories.supplychain import BrandFactory

pytestmark = pytest.mark.django_db


def test_the_page_tells_the_facts(client):
    organisation = OrganisationFactory(
        name="Acme", name_local="华硕", name_local_lang="zh-Hans", country=CountryFactory(code="VN"), city="Hanoi"
    )
    OrganisationIdentifierFactory(organisation=organisation, scheme="LEI", value="LEI123")
    page = client.get(organisation.get_absolute_url()).content.decode()
    for text in ("Acme", 'lang="zh-Hans"', "Vietnam", "Hanoi", "LEI123"):
        assert text in page


def test_one_body_shows_all_that_it_is():
    organisation = OrganisationFactory()
    made = [factory(organisation=organisation) for factory in (BrandFactory, ProcurerFactory, PartnerFactory)]
    assert {shown.record for shown in profiles_of(organisation, UserFactory())} == set(made)


def test_a_private_source_is_not_named(client):
    secret = SourceFactory(private=True, title="Leaked list")
    organisation = OrganisationFactory(source=secret, country=CountryFactory())
    OrganisationIdentifierFactory(organisation=organisation, source=secret)
    assert "Leaked list" not in client.get(organisation.get_absolute_url()).content.decode()
    client.force_login(UserFactory(monitor=True))
    assert "Leaked list" in client.get(organisation.get_absolute_url()).content.decode()


def test_parts_and_published_sources_are_listed(client):
    organisation = OrganisationFactory()
    OrganisationFactory(parent=organisation, name="Research arm")
    SourceFactory(publisher=organisation, title="Annual list")
    SourceFactory(publisher=organisation, title="Secret memo", private=True)
    page = client.get(organisation.get_absolute_url()).content.decode()
    assert "Research arm" in page
    assert "Annual list" in page
    assert "Secret memo" not in page


def test_a_merged_organisation_leads_to_the_survivor(client):
    survivor, merged = OrganisationFactory(), OrganisationFactory()
    Organisation.objects.filter(pk=merged.pk).update(merged_into=survivor)
    response = client.get(merged.get_absolute_url())
    assert (response.status_code, response.url) == (301, survivor.get_absolute_url())


def test_the_number_of_queries_is_the_same_for_one_row_and_for_three(client):
    organisation = OrganisationFactory()
    counts = []
    for rows in (1, 2):
        OrganisationIdentifierFactory.create_batch(rows, organisation=organisation)
        OrganisationFactory.create_batch(rows, parent=organisation)
        SourceFactory.create_batch(rows, publisher=organisation)
        with CaptureQueriesContext(connection) as captured:
            client.get(organisation.get_absolute_url())
        counts.append(len(captured))
    assert counts[0] == counts[1]
