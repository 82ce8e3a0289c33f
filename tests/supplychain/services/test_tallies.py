"""Sums for facets equal a recount, whoever wrote factories and links."""

from collections import Counter

import pytest
from django.db import connection
from django.db.models import Sum
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from core.enums import Audience
from supplychain.enums import Basis, FactoryStatus
from supplychain.models import FacetTally, Factory, FactoryFacet, ProductionLink
from supplychain.services.merging import merge_factories
from supplychain.services.rollups import fold_tallies, rebuild_facets
from tests.factories.core import CountryFactory, UserFactory
from tests.factories.supplychain import BrandFactory, FactoryFactory, ProductionLinkFactory, StageFactory

LEVELS = {Audience.PUBLIC: 0, Audience.REGISTERED: 1, Audience.NAMED: 2, Audience.MONITORS: 2}
KEY = ("counted", "dimension", "value", "country", "level")


def expected():
    """Counted one record at a time."""
    found: Counter = Counter()
    for factory in Factory.objects.current():
        found["factory", "status", factory.status, factory.country_id, 0] += 1
    for facet in FactoryFacet.objects.filter(factory__merged_into__isnull=True).select_related("factory"):
        if facet.dimension in {"brand", "stage", "basis"}:
            found["factory", facet.dimension, facet.value, facet.factory.country_id, facet.level] += 1
    for link in ProductionLink.objects.current().select_related("factory"):
        values = {"brand": link.brand_id, "stage": link.stage_id, "basis": link.basis, "confidence": link.confidence}
        for dimension, value in values.items():
            if value is not None:
                found["link", dimension, str(value), link.factory.country_id, LEVELS[link.audience]] += 1
    return dict(found)


def stored():
    sums = FacetTally.objects.values(*KEY).annotate(sum=Sum("number")).exclude(sum=0)
    return {tuple(row[name] for name in KEY): row["sum"] for row in sums}


WRITES = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "basis", "audience", "move", "replace", "delete", "country", "status", "merge", "fold", "raw"]
        ),
        st.integers(0, 7),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=25,
)


class AnyWrites(TestCase):
    """Random single and bulk writes; after them the sums equal the count."""

    @classmethod
    def setUpTestData(cls):
        cls.user = UserFactory()
        cls.factories = [FactoryFactory() for _ in range(4)]
        cls.countries = [CountryFactory(code=code) for code in ("CN", "VN", "JP")]
        cls.brands = [BrandFactory(), BrandFactory()]
        cls.stages = [StageFactory(code="FIN"), StageFactory(code="BAT"), None]

    @settings(max_examples=25, deadline=None)
    @given(WRITES)
    def test_the_sums_follow(self, writes):
        for number, (write, which, how) in enumerate(writes):
            two = ProductionLink.objects.order_by("pk").values("pk")[which : which + 2]
            getattr(self, write)(ProductionLink.objects.filter(pk__in=two), which, how, number)
        assert stored() == expected()
        fold_tallies()
        assert stored() == expected()
        assert FacetTally.objects.count() == len(stored())

    def add(self, links, which, how, number):
        ProductionLinkFactory(
            factory=self.factories[which % 4],
            brand=self.brands[how % 2],
            stage=self.stages[which % 3],
            component=f"part {number}",
            audience=list(LEVELS)[how],
        )

    def basis(self, links, which, how, number):
        links.update(basis=[Basis.REGISTER, Basis.MONITORING, Basis.INFERRED, Basis.BRAND_LIST][how])

    def audience(self, links, which, how, number):
        links.update(audience=list(LEVELS)[how])

    def move(self, links, which, how, number):
        links.update(factory=self.factories[how])

    def replace(self, links, which, how, number):
        first = ProductionLink.objects.order_by("pk").first()
        links.exclude(pk=first.pk if first else 0).update(superseded_by=first if how else None)

    def delete(self, links, which, how, number):
        ProductionLink.objects.filter(superseded_by__in=links).update(superseded_by=None)
        ProductionLink.objects.filter(merged_into__in=links).delete()
        links.delete()

    def country(self, links, which, how, number):
        chosen = [factory.pk for factory in self.factories[which % 4 : which % 4 + 2]]
        Factory.objects.filter(pk__in=chosen).update(country=self.countries[how % 3])

    def status(self, links, which, how, number):
        status = [FactoryStatus.UNCONFIRMED, FactoryStatus.CLOSED][how % 2]
        Factory.objects.filter(pk=self.factories[which % 4].pk).update(status=status)

    def merge(self, links, which, how, number):
        survivor, merged = self.factories[which % 4], self.factories[(which + how + 1) % 4]
        standing = Factory.objects.current().filter(pk__in=[survivor.pk, merged.pk])
        if standing.count() == 2:
            merge_factories(
                survivor=standing.get(pk=survivor.pk),
                merged=standing.get(pk=merged.pk),
                actor=self.user,
                reason="The same site",
            )

    def raw(self, links, which, how, number):
        """What no service does: merged without its links."""
        Factory.objects.filter(pk=self.factories[0].pk).update(merged_into=self.factories[1] if how else None)

    def fold(self, links, which, how, number):
        fold_tallies()


@pytest.mark.django_db
@pytest.mark.parametrize("order", [("facet", "link", "factory"), ("factory", "link", "facet")])
def test_factories_leave_with_their_links_in_any_order(order):
    factory = ProductionLinkFactory(cited=True).factory
    FactoryFactory()
    tables = {
        "link": "DELETE FROM supplychain_productionlink WHERE factory_id = %s",
        "factory": "DELETE FROM supplychain_factory WHERE id = %s",
        "facet": "DELETE FROM supplychain_factoryfacet WHERE factory_id = %s",
    }
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM supplychain_linkcitation")
        for name in order:
            cursor.execute(tables[name], [factory.pk])
    assert stored() == expected()
    assert len(stored()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tables", "left"),
    [
        ("supplychain_factoryfacet", {"link", "status"}),
        ("supplychain_productionlink, supplychain_linkcitation, supplychain_linkreader", {"facet", "status"}),
    ],
)
def test_emptied_tables_are_not_counted(tables, left):
    ProductionLinkFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {tables} CASCADE")
    kinds = {
        "link" if counted == "link" else "status" if dimension == "status" else "facet"
        for counted, dimension, *_rest in stored()
    }
    assert kinds == left


@pytest.mark.django_db
def test_a_rebuild_counts_anew():
    ProductionLinkFactory()
    FacetTally.objects.all().delete()
    FacetTally.objects.create(counted="link", dimension="stage", value="NONE", country="CN", level=0, number=3)
    rebuild_facets()
    assert stored() == expected() != {}
