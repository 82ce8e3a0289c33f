"""A factory that no longer works says so before anything else."""

import pytest

from tests.factories.supplychain import FactoryFactory

pytestmark = pytest.mark.django_db


def page_of(client, factory):
    return " ".join(client.get(factory.get_absolute_url()).content.decode().split())


def test_a_closed_factory_says_so(client):
    assert "This factory is closed." in page_of(client, FactoryFactory(status="closed"))
    assert "This factory is closed." not in page_of(client, FactoryFactory())


def test_a_moved_factory_leads_to_where_its_work_went_on(client):
    page = page_of(client, FactoryFactory(status="moved", successor=FactoryFactory(name="New Works")))
    assert "This factory has moved." in page
    assert ">New Works</a>." in page
    assert "Where to is not on record." in page_of(client, FactoryFactory(status="moved"))
