"""Synthetic outreach: activities in every state with counts that hold, steps in order, gone without a trace."""

import datetime
import io
import json

import pytest
from django.core.management import call_command
from django.db.models import Count, F

from campaigns.enums.outreach import ActivityState
from campaigns.models import Activity, ActivityIndicator, AudienceCount, InstitutionContact, PipelineMove, Project
from campaigns.services.demo.purging import purge_demo
from campaigns.services.scale.seeding import AlreadyThere, seed_outreach
from procurement.models import AffiliationEvent
from supplychain.models import Factory

TODAY = datetime.date(2026, 6, 1)


@pytest.mark.django_db
def test_activities_have_five_counts_two_indicators_and_history() -> None:
    summary = seed_outreach(activities=300, seed=5, today=TODAY)
    assert (summary["projects"], summary["activities"], summary["counts"]) == (4, 300, 1500)
    counted = Activity.objects.annotate(
        rows=Count("counts", distinct=True), fed=Count("indicator_links", distinct=True)
    )
    assert set(counted.values_list("rows", "fed")) == {(5, 2)}
    assert set(Activity.objects.values_list("state", flat=True)) == set(ActivityState.values)
    assert Activity.versions.rel.related_model.objects.exclude(pgh_context=None).count() == 300
    assert not ActivityIndicator.objects.exclude(activity__project=F("indicator__result__project")).exists()
    assert not AudienceCount.objects.filter(is_demo=False).exists()
    assert AffiliationEvent.objects.count() == PipelineMove.objects.count() == summary["steps of affiliations"]
    assert not AffiliationEvent.objects.filter(happened_on__gt=TODAY).exists()
    assert InstitutionContact.objects.count() == summary["steps of affiliations"] // 10
    assert PipelineMove.objects.backed().filter(event__stage="encouraged").exists()
    assert (
        not PipelineMove.objects.filter(contact__isnull=False)
        .exclude(contact__procurer=F("event__affiliation__procurer"), contact__body=F("event__affiliation__body"))
        .exists()
    )


@pytest.mark.django_db
def test_the_same_seed_writes_once_and_purging_takes_it_all() -> None:
    seed_outreach(activities=20, seed=5, today=TODAY)
    with pytest.raises(AlreadyThere):
        seed_outreach(activities=20, seed=5, today=TODAY)
    purge_demo()
    assert not Activity.objects.exists()
    assert not Project.objects.filter(is_demo=True).exists()


@pytest.mark.django_db
def test_the_command_writes_outreach_alone_or_with_factories() -> None:
    out = io.StringIO()
    call_command("seed_scale", "--activities", "10", "--json", stdout=out)
    assert json.loads(out.getvalue())["counts"] == 50
    assert not Factory.objects.exists()
