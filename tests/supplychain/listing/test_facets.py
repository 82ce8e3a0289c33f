"""Facets from sums say what a count of the rows says, for every viewer and under every filter."""

import datetime
import random

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.http import QueryDict

from core.enums import Audience
from core.listing import Selection
from supplychain.enums import Basis, FactoryStatus
from supplychain.listing import FACTORIES, LINKS
from supplychain.models import FacetTally, Factory
from supplychain.queries.link_filters import LinkQuestion
from supplychain.queries.moments import Moment
from supplychain.queries.tallies import Tallies, ranked
from supplychain.tasks import fold_facet_tallies
from tests.factories.core import CountryFactory, MembershipFactory, UserFactory
from tests.factories.supplychain import (
    BrandFactory,
    FactoryFactory,
    LinkReaderFactory,
    ProductionLinkFactory,
    StageFactory,
)

pytestmark = pytest.mark.django_db

QUERIES = (
    "",
    "country=CN",
    "country=CN&country=VN",
    "stage=FIN",
    "stage=FIN&stage=BAT",
    "basis=register",
    "country=VN&stage=FIN",
    "country__not=CN",
    "as_of=2024-01-01",
)


@pytest.fixture
def viewers():
    """Forty links of all kinds, and who may see which of them."""
    chooser = random.Random("facets")
    countries = [CountryFactory(code=code) for code in ("CN", "VN")]
    factories = [
        FactoryFactory(country=chooser.choice(countries), status=chooser.choice(["closed", "unconfirmed"]))
        for _ in range(12)
    ]
    brands, stages = [BrandFactory() for _ in range(3)], [StageFactory(code="FIN"), StageFactory(code="BAT"), None]
    member = MembershipFactory()
    for number in range(40):
        link = ProductionLinkFactory(
            factory=chooser.choice(factories),
            brand=chooser.choice(brands),
            stage=chooser.choice(stages),
            basis=chooser.choice([Basis.REGISTER, Basis.MONITORING, Basis.BRAND_LIST]),
            component=str(number),
            audience=chooser.choice(list(Audience)),
        )
        if link.audience == Audience.NAMED and number % 2:
            LinkReaderFactory(link=link, organisation=member.organisation)
    return [AnonymousUser(), UserFactory(), member.user, UserFactory(monitor=True), UserFactory(admin=True)]


def shown(listing, query, user):
    cache.clear()
    selection = Selection(listing, QueryDict(query), user)
    assert selection.problems == {}
    return {facet.facet.filter_name: facet.values for facet in selection.facets}


def found(query, user):
    """Factories, their number and facets."""
    selection = Selection(FACTORIES, QueryDict(query), user)
    rows = [factory.pk for factory in selection.rows()]
    return rows, selection.total.number, shown(FACTORIES, query, user)


@pytest.mark.parametrize("listing", [FACTORIES, LINKS], ids=["factories", "links"])
@pytest.mark.parametrize("query", QUERIES)
def test_sums_say_what_a_count_says(listing, query, viewers, monkeypatch):
    from_sums = [shown(listing, query, user) for user in viewers]
    monkeypatch.setattr(Tallies, "by_value", lambda *_: None)
    monkeypatch.setattr(Tallies, "by_country", lambda *_: None)
    counted = [shown(listing, query, user) for user in viewers]
    plain = [
        [{name: sorted(map(repr, values)) for name, values in one.items()} for one in all_]
        for all_ in (from_sums, counted)
    ]
    assert plain[0] == plain[1]


@pytest.mark.parametrize(
    "query",
    [
        "country=VN&stage=FIN",
        "country=CN&country=VN&basis=register&basis=monitoring",
        "country=CN&stage=FIN&basis=register",
        "country=CN&stage=BAT&status=closed",
        "country=VN&stage=FIN&basis__not=register",
    ],
)
def test_links_of_countries_say_what_all_links_say(query, viewers, monkeypatch):
    in_countries = [found(query, user) for user in viewers]
    monkeypatch.setattr(LinkQuestion, "_is_of_countries", False)
    assert in_countries == [found(query, user) for user in viewers]


def test_links_of_a_country_are_read_for_it_alone(viewers, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        list(Factory.objects.filter(LinkQuestion(viewers[0], chosen={"stage": ["FIN"]}, countries=["VN"]).condition()))
    assert "supplychain_linkfacet" in asked.captured_queries[0]["sql"]


def test_the_basis_on_a_day_counts_each_factory_once(viewers):
    factory = Factory.objects.filter(links__audience=Audience.PUBLIC).first()
    question = LinkQuestion(viewers[0], Moment(as_of=datetime.date(2026, 6, 1)))
    links = factory.links.standing().filter(audience=Audience.PUBLIC)
    assert question.counts("basis", Factory.objects.filter(pk=factory.pk), [], 30) == [
        (basis, 1) for basis in sorted(set(links.values_list("basis", flat=True)))
    ]
    assert question.counts("basis", Factory.objects.none(), [], 30) == []


@pytest.mark.parametrize("status", [FactoryStatus.CLOSED, FactoryStatus.UNCONFIRMED])
def test_countries_of_a_status(status, viewers):
    values = shown(FACTORIES, f"status={status}", viewers[0])["country"]
    assert {value.value: value.count for value in values} == {
        code: number for code in ("CN", "VN") if (number := Factory.objects.filter(country=code, status=status).count())
    }


def test_chosen_values_come_before_more_frequent_ones():
    assert ranked({"a": 5, "b": 7, "c": 1, "d": 7}, ["c"], 2) == [("c", 1), ("b", 7), ("d", 7)]


def test_the_timetable_folds_the_sums():
    ProductionLinkFactory.create_batch(2, brand=BrandFactory())
    lines = FacetTally.objects.count()
    fold_facet_tallies()
    assert FacetTally.objects.count() < lines
