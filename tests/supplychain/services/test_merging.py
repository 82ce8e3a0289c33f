"""Merging two records of one factory."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from core.lookup import Merged, find
from supplychain.models import Factory, FactoryFacet, ProductionLink
from supplychain.services.merging import MergeRefused, merge_factories
from tests.factories.core import DAY, SourceFactory
from tests.factories.procurement import DisclosedLinkFactory
from tests.factories.supplychain import (
    BrandFactory,
    FactoryFactory,
    FactoryIdentifierFactory,
    FactoryNameFactory,
    FactoryStatementFactory,
    LinkCitationFactory,
    LinkReaderFactory,
    ProductionLinkFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return FactoryFactory(name="Hua Precision"), FactoryFactory(name="Hua Precision Shenzhen")


def merge(survivor, merged, reason="Same gate"):
    merge_factories(survivor=survivor, merged=merged, actor=None, reason=reason)


def visible(public_id):
    return find(Factory.objects.visible_to(AnonymousUser()), public_id)


def test_the_old_identifier_redirects_and_the_reason_is_in_history(two):
    survivor, merged = two
    merge(*two)
    with pytest.raises(Merged) as redirect:
        visible(merged.public_id)
    assert redirect.value.survivor == survivor
    assert merged.versions.order_by("pgh_id").last().pgh_context.metadata["reason"] == "Same gate"


def test_links_names_statements_and_identifiers_move(two):
    survivor, merged = two
    moved = [
        ProductionLinkFactory(factory=merged),
        FactoryNameFactory(factory=merged),
        FactoryStatementFactory(factory=merged),
        FactoryIdentifierFactory(factory=merged),
    ]
    merge(*two)
    for row in moved:
        row.refresh_from_db()
    assert [row.factory for row in moved] == [survivor] * 4
    assert FactoryFacet.objects.exclude(factory=survivor).count() == 0


def test_the_merged_name_lives_on_with_its_source(two):
    survivor, merged = two
    statement = FactoryStatementFactory(factory=merged, value=merged.name)
    merge(*two)
    name = survivor.other_names.get()
    assert (name.name, name.source) == ("Hua Precision Shenzhen", statement.source)


def test_the_source_of_a_link_vouches_for_a_name_that_nothing_else_states(two):
    survivor, merged = two
    citation = LinkCitationFactory(link__factory=merged)
    merge(*two)
    assert survivor.other_names.get().source == citation.source


def test_links_that_state_the_same_fold_into_one(two):
    survivor, merged = two
    brand, later = BrandFactory(), DAY + datetime.timedelta(days=90)
    kept = ProductionLinkFactory(factory=survivor, brand=brand, first_seen=DAY, last_seen=later)
    other = ProductionLinkFactory(factory=merged, brand=brand, first_seen=DAY - datetime.timedelta(days=5))
    shared = SourceFactory()
    LinkCitationFactory(link=kept, source=shared)
    LinkCitationFactory(link=other, source=shared)
    LinkCitationFactory(link=other)
    LinkReaderFactory(link=other)
    disclosed = DisclosedLinkFactory(link=other)
    older = ProductionLinkFactory(factory=merged, superseded_by=other)
    merge(*two)
    for row in (kept, other, older, disclosed):
        row.refresh_from_db()
    assert list(ProductionLink.objects.current().standing()) == [kept]
    assert (kept.first_seen, kept.last_seen) == (DAY - datetime.timedelta(days=5), None)
    assert (kept.citations.count(), kept.readers.count()) == (2, 1)
    assert (other.merged_into, older.superseded_by, disclosed.link) == (kept, kept, kept)


def test_campus_successor_and_earlier_redirects_follow(two):
    survivor, merged = two
    site = FactoryFactory(campus=merged)
    moved = FactoryFactory(status="moved", successor=merged)
    earlier = FactoryFactory(merged_into=merged)
    merge(*two)
    for row in (site, moved, earlier):
        row.refresh_from_db()
    assert (site.campus, moved.successor, earlier.merged_into) == (survivor, survivor, survivor)


def test_a_factory_is_never_its_own_campus_or_successor(two):
    survivor, merged = two
    Factory.objects.filter(pk=survivor.pk).update(campus=merged, successor=merged, status="moved")
    merge(*two)
    assert (survivor.campus, survivor.successor, survivor.status) == (None, None, "unconfirmed")


def test_what_the_survivor_has_already_stays_where_it_was(two):
    survivor, merged = two
    first = FactoryStatementFactory(factory=survivor, value="Hua")
    same = FactoryStatementFactory(factory=merged, value="Hua", source=first.source)
    merge(*two)
    same.refresh_from_db()
    assert same.factory == merged


def test_circles_are_refused(two):
    survivor, merged = two
    merge(*two)
    with pytest.raises(MergeRefused, match="merged before"):
        merge(merged, survivor)
    with pytest.raises(MergeRefused, match="into itself"):
        merge(survivor, survivor)
