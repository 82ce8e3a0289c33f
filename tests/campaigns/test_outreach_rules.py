"""Rules of outreach that the database keeps."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from campaigns.models import AudienceCount
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db


def counted(activity, number, **cut):
    return AudienceCount(activity=activity, measure="participants", number=number, **cut)


@pytest.mark.parametrize("eyes", ["author", "submitted_by"])
def test_nobody_approves_what_they_recorded_or_handed_in(eyes):
    activity = campaigns.ActivityFactory(**{eyes: core.UserFactory()})
    with pytest.raises(IntegrityError, match="campaigns_activity_four_eyes"), transaction.atomic():
        type(activity).objects.filter(pk=activity.pk).update(approved_by=F(eyes))


def test_parts_cut_the_same_way_stay_within_the_total():
    activity = campaigns.ActivityFactory()
    AudienceCount.objects.bulk_create(
        [
            counted(activity, 40),
            counted(activity, 25, sex="f"),
            counted(activity, 15, sex="m"),
            counted(activity, 40, age_band="18_24"),
        ]
    )
    with pytest.raises(IntegrityError, match="more than its total"), transaction.atomic():
        counted(activity, 1, sex="x").save()
    with pytest.raises(IntegrityError, match="more than its total"), transaction.atomic():
        activity.counts.filter(sex="", age_band="").update(number=39)
    counted(activity, 40, sex="f", age_band="25_34").save()


def test_parts_need_their_total():
    activity = campaigns.ActivityFactory()
    with pytest.raises(IntegrityError, match="more than its total"), transaction.atomic():
        counted(activity, 0, sex="f").save()


@pytest.mark.django_db(transaction=True)
def test_a_total_goes_with_its_parts():
    activity = campaigns.ActivityFactory()
    AudienceCount.objects.bulk_create([counted(activity, 40), counted(activity, 25, sex="f")])
    with pytest.raises(IntegrityError, match="lost their total"):
        activity.counts.filter(sex="").delete()
    activity.counts.all().delete()
    assert not activity.counts.exists()
