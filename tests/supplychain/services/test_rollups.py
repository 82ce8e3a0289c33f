"""The roll-up of links equals what the links say, whoever wrote them."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from core.enums import Audience
from core.models import Source
from supplychain.enums import Basis
from supplychain.models import Factory, FactoryFacet, LinkCitation, LinkFacet, ProductionLink
from supplychain.services.rollups import rebuild_facets
from tests.factories.core import CountryFactory, SourceFactory
from tests.factories.supplychain import (
    BrandFactory,
    FactoryFactory,
    LinkCitationFactory,
    ProductionLinkFactory,
    ProductModelFactory,
    StageFactory,
)

LEVELS = {Audience.PUBLIC: 0, Audience.REGISTERED: 1, Audience.NAMED: 2, Audience.MONITORS: 2}


def expected():
    """The roll-up, computed one link at a time."""
    result = {}

    def add(factory, dimension, value, level):
        if value:
            key = (factory, dimension, str(value))
            result[key] = min(level, result.get(key, 2))

    for link in ProductionLink.objects.current().standing().prefetch_related("citations__source"):
        level = LEVELS[link.audience]
        add(link.factory_id, "brand", link.brand_id, level)
        add(link.factory_id, "stage", link.stage_id, level)
        add(link.factory_id, "product", link.product_model_id, level)
        add(link.factory_id, "basis", link.basis, level)
        for citation in link.citations.all():
            add(link.factory_id, "source", citation.source_id, level if citation.source.is_public else 2)
    return result


def stored():
    return {
        (row.factory_id, row.dimension, row.value): row.level
        for row in FactoryFacet.objects.filter(factory__isnull=False)
    }


FACETS_OF_LINKS = ("link", "factory", "country", "brand", "stage", "basis", "level")


def links_in_countries():
    """The facets of links, computed one link at a time."""
    return {
        (link.pk, link.factory_id, link.factory.country_id, link.brand_id, link.stage_id, link.basis, level)
        for link in ProductionLink.objects.current().standing().select_related("factory")
        for level in [LEVELS[link.audience]]
    }


def stored_links():
    return set(LinkFacet.objects.values_list(*FACETS_OF_LINKS))


@pytest.mark.django_db
def test_a_link_is_counted_at_the_widest_audience_that_sees_it():
    link = ProductionLinkFactory(monitors=True)
    ProductionLinkFactory(factory=link.factory, brand=link.brand, stage=StageFactory(code="BAT"), registered=True)
    assert FactoryFacet.objects.get(dimension="brand").level == 1
    assert dict(FactoryFacet.objects.filter(dimension="stage").values_list("value", "level")) == {"FIN": 2, "BAT": 1}


@pytest.mark.django_db
def test_a_private_source_is_counted_for_monitors_alone():
    citation = LinkCitationFactory(source=SourceFactory(private=True))
    assert FactoryFacet.objects.get(dimension="source").level == 2
    Source.objects.filter(pk=citation.source_id).update(is_public=True)
    assert FactoryFacet.objects.get(dimension="source").level == 0


@pytest.mark.django_db
def test_a_replaced_link_is_not_counted():
    old, new = ProductionLinkFactory(), ProductionLinkFactory(brand=BrandFactory())
    ProductionLink.objects.filter(pk=old.pk).update(superseded_by=new)
    assert stored() == expected()
    assert not FactoryFacet.objects.filter(factory=old.factory).exists()


@pytest.mark.django_db
def test_a_write_of_no_link_leaves_everything():
    ProductionLinkFactory(cited=True)
    ProductionLink.objects.none().update(basis=Basis.REGISTER)
    ProductionLink.objects.filter(pk=0).delete()
    assert stored() == expected()


@pytest.mark.django_db
def test_a_rebuild_repairs_what_was_written_past_the_triggers():
    kept, other = ProductionLinkFactory(cited=True), ProductionLinkFactory(cited=True)
    FactoryFacet.objects.all().delete()
    FactoryFacet.objects.create(factory=kept.factory, dimension="stage", value="MINE", level=0)
    rebuild_facets([kept.factory_id])
    assert {key[0] for key in stored()} == {kept.factory_id}
    LinkFacet.objects.filter(pk=other.pk).update(level=2, country="XX")
    LinkFacet.objects.filter(pk=kept.pk).delete()
    rebuild_facets()
    assert stored() == expected()
    assert stored_links() == links_in_countries()
    assert {key[0] for key in stored()} == {kept.factory_id, other.factory_id}


WRITES = st.lists(
    st.tuples(
        st.sampled_from(["add", "cite", "basis", "audience", "move", "replace", "open", "uncite", "delete", "country"]),
        st.integers(0, 7),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=25,
)


class AnyWrites(TestCase):
    """Random single and bulk writes; after them the roll-up equals the recomputation."""

    @classmethod
    def setUpTestData(cls):
        cls.factories = [FactoryFactory() for _ in range(3)]
        cls.models = [ProductModelFactory(), None]
        cls.brands = [cls.models[0].brand, BrandFactory()]
        cls.stages = [StageFactory(code="FIN"), StageFactory(code="BAT"), None]
        cls.sources = [SourceFactory(), SourceFactory(private=True)]
        cls.countries = [CountryFactory(code=code) for code in ("CN", "VN", "JP")]

    @settings(max_examples=25, deadline=None)
    @given(WRITES)
    def test_the_rollup_follows(self, writes):
        for number, (write, which, how) in enumerate(writes):
            self.write(write, which, how, number)
        assert stored() == expected()
        assert stored_links() == links_in_countries()

    def write(self, write, which, how, number):
        two = ProductionLink.objects.order_by("pk").values("pk")[which : which + 2]
        getattr(self, write)(ProductionLink.objects.filter(pk__in=two), which, how, number)

    def add(self, links, which, how, number):
        ProductionLinkFactory(
            factory=self.factories[which % 3],
            brand=self.brands[how % 2],
            product_model=self.models[how % 2],
            stage=self.stages[which % 3],
            component=f"part {number}",
            audience=list(LEVELS)[how],
        )

    def cite(self, links, which, how, number):
        chosen = [LinkCitation(link=link, source=self.sources[how % 2], seen_on="2026-01-01") for link in links]
        LinkCitation.objects.bulk_create(chosen, ignore_conflicts=True)

    def basis(self, links, which, how, number):
        links.update(basis=[Basis.REGISTER, Basis.MONITORING, Basis.INFERRED, Basis.BRAND_LIST][how])

    def audience(self, links, which, how, number):
        links.update(audience=list(LEVELS)[how])

    def move(self, links, which, how, number):
        links.update(factory=self.factories[how % 3])

    def replace(self, links, which, how, number):
        first = ProductionLink.objects.order_by("pk").first()
        links.exclude(pk=first.pk if first else 0).update(superseded_by=first if how else None)

    def open(self, links, which, how, number):
        Source.objects.filter(pk=self.sources[how % 2].pk).update(is_public=how > 1)

    def uncite(self, links, which, how, number):
        LinkCitation.objects.filter(link__in=links).delete()

    def delete(self, links, which, how, number):
        ProductionLink.objects.filter(superseded_by__in=links).update(superseded_by=None)
        links.delete()

    def country(self, links, which, how, number):
        chosen = [factory.pk for factory in self.factories[which % 3 : which % 3 + 2]]
        Factory.objects.filter(pk__in=chosen).update(country=self.countries[how % 3])


@pytest.mark.django_db
def test_reading_the_rollup_of_one_factory_needs_no_link_table():
    factory = ProductionLinkFactory().factory
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN SELECT value FROM supplychain_factoryfacet WHERE factory_id = %s", [factory.pk])
        plan = " ".join(row[0] for row in cursor.fetchall())
    assert "productionlink" not in plan
    assert Factory.objects.filter(facets__dimension="stage", facets__value="FIN").get() == factory
