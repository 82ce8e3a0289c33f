"""Who depends on a factory, and that nothing hidden can be computed from what is shown."""

import datetime
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.enums import Role
from procurement.models import ContractLine
from procurement.queries import leverage_of
from procurement.queries.leverage import Money
from tests.factories import core, procurement, supplychain

pytestmark = pytest.mark.django_db

ANYONE = AnonymousUser()


@pytest.fixture
def factory():
    return supplychain.FactoryFactory()


@pytest.fixture
def model(factory):
    """A model that the factory makes."""
    model = supplychain.ProductModelFactory()
    supplychain.ProductionLinkFactory(factory=factory, product_model=model)
    return model


def buys(model, amount=None, *, currency="EUR", buyer=None, **traits):
    """A line of a new contract on `model`."""
    buyer = buyer or procurement.ProcurerFactory(**traits)
    value = {"value_amount": amount, "currency": core.CurrencyFactory(code=currency)} if amount is not None else {}
    return procurement.ContractLineFactory(contract__buyer=buyer, product_model=model, **value)


def member_of(line):
    return core.UserFactory(role=Role.PROCURER, organisation=line.contract.buyer.organisation)


def names(dependants):
    return [dependant.procurer.name for dependant in dependants.procurers]


def test_three_public_buyers_of_one_model_are_three_with_the_right_sum(factory, model):
    for amount in (100, 250, 50):
        buys(model, amount, public=True)
    found = leverage_of(factory, ANYONE).by_model
    assert (found.procurers_count, found.hidden_count, found.contracts_count) == (3, 0, 3)
    assert found.spend == (Money("EUR", Decimal(400)),)


def test_a_hidden_buyer_is_counted_and_enters_no_sum(factory, model):
    shown = buys(model, 100, public=True)
    buys(model, 999)
    found = leverage_of(factory, ANYONE).by_model
    assert names(found) == [shown.contract.buyer.name]
    assert (found.procurers_count, found.hidden_count, found.contracts_count) == (2, 1, 1)
    assert found.spend == (Money("EUR", Decimal(100)),)


def test_a_buyer_sees_itself_a_peer_sees_peers_and_a_monitor_all(factory, model):
    own = buys(model, 1)
    peer = buys(model, 2, peers=True)
    hidden = buys(model, 4)
    assert leverage_of(factory, member_of(own)).by_model.spend == (Money("EUR", Decimal(3)),)
    assert leverage_of(factory, member_of(peer)).by_model.spend == (Money("EUR", Decimal(2)),)
    assert leverage_of(factory, core.UserFactory(partner=True)).by_model.hidden_count == 3
    everything = leverage_of(factory, core.UserFactory(monitor=True)).by_model
    assert sorted(names(everything)) == sorted(line.contract.buyer.name for line in (own, peer, hidden))
    assert (everything.hidden_count, everything.spend) == (0, (Money("EUR", Decimal(7)),))


def test_currencies_are_never_added_up_and_missing_values_are_counted(factory, model):
    buyer = procurement.ProcurerFactory(public=True)
    for amount, currency in ((10, "EUR"), (20, "SEK"), (30, "SEK"), (None, "")):
        buys(model, amount, currency=currency, buyer=buyer)
    found = leverage_of(factory, ANYONE).by_model
    assert found.spend == (Money("EUR", Decimal(10)), Money("SEK", Decimal(50)))
    assert (found.procurers_count, found.contracts_count, found.lines_without_value) == (1, 4, 1)


def test_a_line_that_several_links_reach_counts_once(factory, model):
    supplychain.ProductionLinkFactory(factory=factory, product_model=model, confirmed=True)
    supplychain.ProductionLinkFactory(factory=factory, product_model=model, stage=None)
    buys(model, 10, public=True)
    found = leverage_of(factory, ANYONE)
    assert (found.by_model.spend, found.by_brand.procurers_count) == ((Money("EUR", Decimal(10)),), 0)


def test_buyers_of_the_brand_are_kept_apart(factory, model):
    supplychain.ProductionLinkFactory(factory=factory, brand=model.brand)
    both = buys(model, 10, public=True)
    buys(supplychain.ProductModelFactory(brand=model.brand), 5, buyer=both.contract.buyer)
    maybe = buys(supplychain.ProductModelFactory(brand=model.brand), 7, public=True)
    found = leverage_of(factory, ANYONE)
    assert (names(found.by_model), found.by_model.spend) == ([both.contract.buyer.name], (Money("EUR", Decimal(10)),))
    assert (names(found.by_brand), found.by_brand.spend) == ([maybe.contract.buyer.name], (Money("EUR", Decimal(7)),))


def test_a_line_without_model_is_reached_by_brand_alone(factory, model):
    same = {"brand": model.brand, "category": model.category}
    procurement.ContractLineFactory(by_brand=True, contract__buyer__public=True, **same)
    other = supplychain.ProductCategoryFactory(code="mobile")
    procurement.ContractLineFactory(by_brand=True, contract__buyer__public=True, brand=model.brand, category=other)
    found = leverage_of(factory, ANYONE)
    assert (found.by_model.procurers_count, found.by_brand.procurers_count) == (0, 1)


def test_a_link_disclosed_for_a_line_without_model_counts(factory):
    line = procurement.ContractLineFactory(by_brand=True, contract__buyer__public=True)
    link = supplychain.ProductionLinkFactory(factory=factory, brand=line.brand, basis="contract_disclosure")
    procurement.DisclosedLinkFactory(request__line=line, link=link)
    found = leverage_of(factory, ANYONE)
    assert (found.by_model.procurers_count, found.by_brand.procurers_count) == (1, 0)


@pytest.mark.parametrize(
    "broken",
    [
        {"monitors": True},
        {"registered": True},
        {"first_seen": None, "last_seen": datetime.date(2025, 12, 31)},
        {"valid_to": datetime.date(2025, 12, 31)},
    ],
)
def test_links_that_the_viewer_may_not_see_or_that_ended_before_count_nothing(factory, broken):
    model = supplychain.ProductModelFactory()
    supplychain.ProductionLinkFactory(factory=factory, product_model=model, **broken)
    buys(model, 10, public=True)
    found = leverage_of(factory, ANYONE)
    assert (found.by_model.procurers_count, found.by_brand.procurers_count) == (0, 0)


def test_replaced_links_and_merged_contracts_count_nothing(factory, model):
    line = buys(model, 10, public=True)
    line.contract.merged_into = procurement.ContractFactory()
    line.contract.save()
    other = supplychain.ProductModelFactory()
    standing = supplychain.ProductionLinkFactory()
    supplychain.ProductionLinkFactory(factory=factory, product_model=other, superseded_by=standing)
    buys(other, 10, public=True)
    assert leverage_of(factory, ANYONE).by_model.procurers_count == 0


def test_open_findings_are_unknown_not_none(factory):
    assert leverage_of(factory, ANYONE).open_findings is None


def test_the_number_of_queries_does_not_grow(factory, model, django_assert_num_queries):
    supplychain.ProductionLinkFactory(factory=factory, brand=model.brand)
    for _ in range(2):
        buys(model, 10, public=True)
        buys(supplychain.ProductModelFactory(brand=model.brand), 10, public=True)
        with django_assert_num_queries(5):
            for dependant in leverage_of(factory, ANYONE).by_model.procurers:
                assert dependant.procurer.name


def seen_by(user, *factories):
    """All that a viewer reads of these factories' leverage."""
    return [
        (group.procurers_count, group.hidden_count, group.contracts_count, group.lines_without_value, group.spend)
        for factory in factories
        for leverage in [leverage_of(factory, user)]
        for group in (leverage.by_model, leverage.by_brand)
    ]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    visibilities=st.lists(st.sampled_from(["private", "peers", "public"]), min_size=1, max_size=5),
    amounts=st.lists(st.integers(0, 10**6), min_size=10, max_size=10),
)
def test_no_figure_that_a_viewer_reads_depends_on_a_hidden_amount(visibilities, amounts):
    """Whatever is added, subtracted or compared, over factories and viewers: hidden amounts are not in it."""
    first, second = supplychain.FactoryFactory(), supplychain.FactoryFactory()
    model, rare = supplychain.ProductModelFactory(), supplychain.ProductModelFactory()
    for factory, made in ((first, model), (second, model), (second, rare)):
        supplychain.ProductionLinkFactory(factory=factory, product_model=made)
    lines = [
        buys(bought, amount, buyer_visibility=visibility)
        for visibility, amount in zip(visibilities, amounts, strict=False)
        for bought in (model, rare)
    ]
    peer = core.UserFactory(procurer=True)
    for user, hidden in ((ANYONE, {"private", "peers"}), (peer, {"private"})):
        before = seen_by(user, first, second)
        for line in lines:
            if line.contract.buyer.buyer_visibility in hidden:
                ContractLine.objects.filter(pk=line.pk).update(value_amount=line.value_amount + amounts[-1] + 1)
        assert seen_by(user, first, second) == before
