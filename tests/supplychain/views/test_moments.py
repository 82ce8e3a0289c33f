"""`as_of` asks when a link was valid, `known_on` what the record said: two different questions."""

import datetime

import pytest

from core.enums import Audience
from core.versions import end_of_day
from supplychain.models import Factory, FactoryName, ProductionLink
from supplychain.queries.moments import LINK_VERSIONS, Moment
from tests.core.test_versions import VERSIONS
from tests.factories.core import UserFactory
from tests.factories.supplychain import BrandFactory, FactoryFactory, FactoryNameFactory, ProductionLinkFactory

pytestmark = pytest.mark.django_db

JANUARY, MARCH, JUNE = (datetime.date(2026, month, 10) for month in (1, 3, 6))


def recorded_on(versions, pk, *days):
    """Moves the snapshots of one object, oldest first, to these days."""
    snapshots = versions.objects.filter(pgh_obj_id=pk).order_by("pgh_id")
    for snapshot, day in zip(snapshots, days, strict=True):
        versions.objects.filter(pk=snapshot.pk).update(pgh_created_at=end_of_day(day))


@pytest.fixture
def factory():
    """Recorded in January, renamed in June."""
    factory = FactoryFactory(name="Old name")
    Factory.objects.filter(pk=factory.pk).update(name="New name")
    recorded_on(VERSIONS, factory.pk, JANUARY, JUNE)
    return factory


@pytest.fixture
def learned_late(factory):
    """Valid since January 2025, learned of in June 2026."""
    link = ProductionLinkFactory(
        factory=factory, brand=BrandFactory(name="Late brand"), valid_from=datetime.date(2025, 1, 1)
    )
    recorded_on(LINK_VERSIONS, link.pk, JUNE)
    return link


@pytest.fixture
def ended(factory):
    """Recorded in January 2026, ended in March 2026, which was learned in June."""
    link = ProductionLinkFactory(factory=factory, brand=BrandFactory(name="Ended brand"))
    ProductionLink.objects.filter(pk=link.pk).update(last_seen=MARCH)
    recorded_on(LINK_VERSIONS, link.pk, JANUARY, JUNE)
    return link


def text_of(client, factory, **days):
    response = client.get(factory.get_absolute_url(), days)
    assert response.status_code == 200
    return response.content.decode()


def brands(client, factory, **days):
    text = text_of(client, factory, **days)
    return {name for name in ("Late brand", "Ended brand") if name in text}


def test_the_two_questions_differ_when_something_was_learned_later(client, factory, learned_late, ended):
    assert brands(client, factory) == {"Late brand", "Ended brand"}
    assert brands(client, factory, as_of="2026-02-10") == {"Late brand", "Ended brand"}
    assert brands(client, factory, known_on="2026-02-10") == {"Ended brand"}
    assert brands(client, factory, as_of="2026-04-10") == {"Late brand"}
    assert brands(client, factory, known_on="2026-04-10") == {"Ended brand"}
    assert brands(client, factory, as_of="2026-04-10", known_on="2026-04-10") == {"Ended brand"}


def test_known_on_shows_the_name_of_then_and_names_the_question_in_force(client, factory):
    then = text_of(client, factory, known_on="2026-02-10")
    assert "<h1>Old name</h1>" in then
    assert "What the register said on 10 February 2026, without later corrections (known_on is in force)." in then
    now = text_of(client, factory, as_of="2026-02-10")
    assert "<h1>New name</h1>" in now
    assert "Links as they were valid on 10 February 2026, as known today (as_of is in force)." in now
    both = text_of(client, factory, as_of="2026-02-10", known_on="2026-06-11")
    assert (
        "Links as they were valid on 10 February 2026, as known on 11 June 2026 (as_of and known_on are in force)."
        in both
    )


def test_a_factory_that_was_not_on_record_says_so(client, factory):
    assert "On that day the record did not hold this factory." in text_of(client, factory, known_on="2026-01-01")


def test_other_names_are_those_of_then(client, factory):
    name = FactoryNameFactory(factory=factory, name="Third name")
    recorded_on(FactoryName.versions.rel.related_model, name.pk, JUNE)
    assert "Third name" in text_of(client, factory)
    assert "Third name" not in text_of(client, factory, known_on="2026-02-10")


def test_what_was_public_then_and_is_for_monitors_now_stays_hidden(client, factory):
    link = ProductionLinkFactory(factory=factory, brand=BrandFactory(name="Late brand"))
    ProductionLink.objects.filter(pk=link.pk).update(audience=Audience.MONITORS)
    recorded_on(LINK_VERSIONS, link.pk, JANUARY, JUNE)
    assert brands(client, factory, known_on="2026-02-10") == set()
    client.force_login(UserFactory(monitor=True))
    assert brands(client, factory, known_on="2026-02-10") == {"Late brand"}


def test_what_was_for_monitors_then_and_is_public_now_stays_hidden_in_the_past(client, factory):
    link = ProductionLinkFactory(factory=factory, brand=BrandFactory(name="Late brand"), monitors=True)
    ProductionLink.objects.filter(pk=link.pk).update(audience=Audience.PUBLIC)
    recorded_on(LINK_VERSIONS, link.pk, JANUARY, JUNE)
    assert brands(client, factory, known_on="2026-02-10") == set()
    assert brands(client, factory) == {"Late brand"}


def test_a_place_of_a_private_source_then_stays_closed(client):
    factory = FactoryFactory(located_privately=True)
    Factory.objects.filter(pk=factory.pk).update(location_source=FactoryFactory(located=True).location_source)
    recorded_on(VERSIONS, factory.pk, JANUARY, JUNE)
    assert factory.address in text_of(client, factory)
    assert factory.address not in text_of(client, factory, known_on="2026-02-10")


def test_a_moment_knows_whether_it_is_today():
    assert Moment().is_now
    assert not Moment(as_of=JANUARY).is_now
