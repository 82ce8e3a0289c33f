"""What the record said at a moment."""

import datetime

import pytest
from django.utils import timezone

from core.versions import end_of_day, versions_on
from supplychain.models import Factory
from tests.factories.supplychain import FactoryFactory

pytestmark = pytest.mark.django_db

VERSIONS = Factory.versions.rel.related_model


def date_snapshots(factory_id, *days):
    """Moves the snapshots of one factory, oldest first, to these days."""
    for snapshot, day in zip(VERSIONS.objects.filter(pgh_obj_id=factory_id).order_by("pgh_id"), days, strict=True):
        VERSIONS.objects.filter(pk=snapshot.pk).update(pgh_created_at=end_of_day(datetime.date(2026, 1, day)))


@pytest.fixture
def renamed():
    factory = FactoryFactory(name="Old name")
    Factory.objects.filter(pk=factory.pk).update(name="New name")
    date_snapshots(factory.pk, 5, 15)
    return factory


def names_on(day):
    return sorted(versions_on(VERSIONS, end_of_day(datetime.date(2026, 1, day))).values_list("name", flat=True))


def test_the_snapshot_in_force_is_the_latest_before_the_moment(renamed):
    assert [names_on(day) for day in (4, 5, 14, 15)] == [[], ["Old name"], ["Old name"], ["New name"]]


def test_what_was_deleted_is_gone_from_that_moment_on(renamed):
    pk = renamed.pk
    renamed.delete()
    date_snapshots(pk, 5, 15, 20)
    assert [names_on(day) for day in (19, 20)] == [["New name"], []]


def test_a_filter_applies_to_what_was_written_then(renamed):
    moment = end_of_day(datetime.date(2026, 1, 10))
    assert versions_on(VERSIONS, moment).filter(name="Old name").count() == 1
    assert versions_on(VERSIONS, moment).filter(name="New name").count() == 0


def test_two_changes_in_one_transaction_leave_the_last_in_force():
    factory = FactoryFactory(name="First")
    Factory.objects.filter(pk=factory.pk).update(name="Second")
    Factory.objects.filter(pk=factory.pk).update(name="Third")
    in_force = versions_on(VERSIONS, timezone.now() + datetime.timedelta(seconds=1))
    assert list(in_force.values_list("name", flat=True)) == ["Third"]
