"""Factories behind the viewer's own contracts."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from core.enums import Role
from procurement.queries import own_factory_ids
from supplychain.models import Factory
from tests.factories import core, procurement, supplychain

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    return procurement.ContractLineFactory()


@pytest.fixture
def buyer(line):
    return core.UserFactory(role=Role.PROCURER, organisation=line.contract.buyer.organisation)


def own(user):
    return set(Factory.objects.filter(pk__in=own_factory_ids(user)))


def test_a_link_for_the_model_opens(line, buyer):
    link = supplychain.ProductionLinkFactory(product_model=line.product_model)
    assert own(buyer) == {link.factory}


def test_a_link_disclosed_for_the_contract_opens(line, buyer):
    link = supplychain.ProductionLinkFactory(brand=line.brand, basis="contract_disclosure")
    procurement.DisclosedLinkFactory(request__line=line, link=link)
    assert own(buyer) == {link.factory}


def test_a_list_of_the_brand_opens_nothing(line, buyer):
    supplychain.ProductionLinkFactory(brand=line.brand)
    assert own(buyer) == set()


def test_what_others_buy_opens_nothing(line):
    supplychain.ProductionLinkFactory(product_model=line.product_model)
    assert own(core.UserFactory(procurer=True)) == set()
    assert own(core.UserFactory(role=Role.PARTNER, organisation=line.contract.buyer.organisation)) == set()
    assert own(AnonymousUser()) == set()


def test_a_link_that_the_buyer_may_not_see_opens_nothing(line, buyer):
    supplychain.ProductionLinkFactory(product_model=line.product_model, monitors=True)
    assert own(buyer) == set()


def test_a_link_that_ended_before_the_line_began_opens_nothing(line, buyer):
    supplychain.ProductionLinkFactory(product_model=line.product_model, valid_to=datetime.date(2025, 1, 1))
    assert own(buyer) == set()


def test_a_merged_contract_opens_nothing(line, buyer):
    supplychain.ProductionLinkFactory(product_model=line.product_model)
    line.contract.merged_into = procurement.ContractFactory()
    line.contract.save()
    assert own(buyer) == set()


def test_addresses_follow(line, buyer):
    factory = supplychain.FactoryFactory(located_privately=True)
    supplychain.ProductionLinkFactory(factory=factory, product_model=line.product_model)
    assert Factory.objects.with_location_for(buyer).get(pk=factory.pk).shows_location
    peer = core.UserFactory(procurer=True)
    assert not Factory.objects.with_location_for(peer).get(pk=factory.pk).shows_location
