"""Rules of results that the database keeps."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from campaigns.models import ActivityIndicator, Indicator, IndicatorPeriod, IndicatorUpdate, UpdatePart
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db

YEAR = {"starts_on": datetime.date(2026, 1, 1), "ends_on": datetime.date(2026, 12, 31)}


def refusal(change, **values):
    """Name of the constraint that refuses `change`; None where it is accepted."""
    try:
        with transaction.atomic():
            change(**values)
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name
    return None


def test_periods_of_one_indicator_do_not_overlap():
    period = campaigns.IndicatorPeriodFactory()
    campaigns.IndicatorPeriodFactory()
    other = IndicatorPeriod(indicator=period.indicator, starts_on=period.ends_on, ends_on=datetime.date(2027, 1, 1))
    with pytest.raises(ValidationError, match="do not overlap"):
        other.full_clean()
    assert refusal(lambda: other.save()) == "campaigns_indicatorperiod_apart"
    other.starts_on = other.ends_on
    other.save()


def test_results_of_two_projects_do_not_lead_to_each_other():
    result, other = campaigns.ResultFactory(), campaigns.ResultFactory()
    assert (
        refusal(lambda: type(result).objects.filter(pk=result.pk).update(parent=other))
        == "campaigns_result_parent_of_project"
    )
    child = campaigns.ResultFactory(project=result.project, parent=result)
    assert (
        refusal(lambda: type(result).objects.filter(pk=result.pk).update(parent=child)) == "campaigns_result_no_circle"
    )


def test_a_part_is_measured_as_its_whole():
    whole = campaigns.IndicatorFactory(counts="trained")
    part = campaigns.IndicatorFactory(result=whole.result, parent=whole, counts="trained")
    for change in ({"counts": "activities"}, {"is_ascending": False}, {"unit": "percentage", "counts": ""}):
        assert refusal(Indicator.objects.filter(pk=part.pk).update, **change) == "campaigns_indicator_measured_alike"
        assert refusal(Indicator.objects.filter(pk=whole.pk).update, **change) == "campaigns_indicator_measured_alike"
    assert (
        refusal(lambda: campaigns.IndicatorFactory(parent=whole, counts="trained"))
        == "campaigns_indicator_measured_alike"
    )
    assert refusal(lambda: Indicator.objects.filter(pk=whole.pk).update(parent=part)) == "campaigns_indicator_no_circle"


@pytest.mark.parametrize(("trait", "target"), [("percentage", 101), ("qualitative", 1)])
def test_targets_fit_what_is_measured(trait, target):
    indicator = campaigns.IndicatorFactory(**{trait: True})
    assert (
        refusal(lambda: IndicatorPeriod.objects.create(indicator=indicator, target=target, **YEAR))
        == "campaigns_indicatorperiod_target_fits"
    )


@pytest.mark.parametrize(
    ("trait", "form"),
    [
        ({}, {"value": None, "narrative": "Much"}),
        ({"percentage": True}, {"value": 4}),
        ({"qualitative": True}, {"value": None, "numerator": 1, "denominator": 2}),
    ],
)
def test_an_update_has_the_form_of_its_indicator(trait, form):
    period = campaigns.IndicatorPeriodFactory(indicator=campaigns.IndicatorFactory(**trait))
    assert (
        refusal(lambda: campaigns.IndicatorUpdateFactory(period=period, **form))
        == "campaigns_indicatorupdate_as_measured"
    )


def test_what_has_updates_keeps_its_measure():
    update = campaigns.IndicatorUpdateFactory()
    assert (
        refusal(lambda: Indicator.objects.filter(pk=update.period.indicator_id).update(unit="percentage", counts=""))
        == "campaigns_indicator_measure_kept"
    )


@pytest.mark.parametrize(("numerator", "denominator"), [(2, 1), (-1, 1), (0, 0)])
def test_a_percentage_is_a_part_of_a_whole(numerator, denominator):
    period = campaigns.IndicatorPeriodFactory(indicator=campaigns.IndicatorFactory(percentage=True), target=80)
    assert (
        refusal(
            lambda: campaigns.IndicatorUpdateFactory(
                period=period, value=None, numerator=numerator, denominator=denominator
            )
        )
        == "campaigns_indicatorupdate_part_of_whole"
    )


@pytest.mark.parametrize("eyes", ["author", "submitted_by"])
def test_nobody_approves_their_own_update(eyes):
    update = campaigns.IndicatorUpdateFactory(**{eyes: core.UserFactory()})
    assert (
        refusal(lambda: IndicatorUpdate.objects.filter(pk=update.pk).update(approved_by=F(eyes)))
        == "campaigns_indicatorupdate_four_eyes"
    )


def test_parts_of_one_cut_stay_within_the_figure():
    update = campaigns.IndicatorUpdateFactory()
    UpdatePart.objects.bulk_create(
        [
            UpdatePart(update=update, sex="f", number=30),
            UpdatePart(update=update, sex="m", number=10),
            UpdatePart(update=update, age_band="18_24", number=40),
        ]
    )
    assert (
        refusal(lambda: UpdatePart.objects.create(update=update, sex="x", number=1))
        == "campaigns_updatepart_within_total"
    )
    assert (
        refusal(lambda: IndicatorUpdate.objects.filter(pk=update.pk).update(value=39))
        == "campaigns_updatepart_within_total"
    )


def closed(period, state="locked"):
    IndicatorPeriod.objects.filter(pk=period.pk).update(state=state)


@pytest.mark.parametrize("state", ["locked", "reported"])
@pytest.mark.parametrize("of_parent", [False, True])
def test_a_closed_period_takes_no_updates(state, of_parent):
    whole = campaigns.IndicatorFactory()
    part = campaigns.IndicatorFactory(result=whole.result, parent=whole)
    period, above = campaigns.IndicatorPeriodFactory(indicator=part), campaigns.IndicatorPeriodFactory(indicator=whole)
    update = campaigns.IndicatorUpdateFactory(period=period)
    closed(above if of_parent else period, state)
    rows = IndicatorUpdate.objects.filter(pk=update.pk)
    assert refusal(lambda: campaigns.IndicatorUpdateFactory(period=period)) == "campaigns_indicatorperiod_closed"
    assert refusal(lambda: rows.update(value=41)) == "campaigns_indicatorperiod_closed"
    assert refusal(lambda: campaigns.UpdatePartFactory(update=update)) == "campaigns_indicatorperiod_closed"
    assert refusal(lambda: rows.delete()) == "campaigns_indicatorperiod_closed"
    rows.update(text="A word more changes no figure.")
    rows.update(is_demo=True)
    assert rows.delete()[0] == 1


def test_a_closed_period_keeps_its_terms_until_it_is_opened():
    period = campaigns.IndicatorPeriodFactory(state="locked")
    rows = IndicatorPeriod.objects.filter(pk=period.pk)
    for terms in ({"target": 5}, {"ends_on": datetime.date(2026, 6, 30)}):
        assert refusal(rows.update, **terms) == "campaigns_indicatorperiod_closed"
    assert refusal(lambda: rows.delete()) == "campaigns_indicatorperiod_closed"
    assert (
        refusal(lambda: Indicator.objects.filter(pk=period.indicator_id).update(counts="trained"))
        == "campaigns_indicatorperiod_closed"
    )
    rows.update(state="open", target=5)
    assert rows.delete()[0] == 1


@pytest.mark.parametrize("of_parent", [False, True])
def test_no_activity_comes_into_or_out_of_a_closed_period(of_parent):
    whole = campaigns.IndicatorFactory()
    part = campaigns.IndicatorFactory(result=whole.result, parent=whole)
    link = campaigns.ActivityIndicatorFactory(indicator=part, activity__approved=True)
    waiting = campaigns.ActivityIndicatorFactory(indicator=part)
    closed(campaigns.IndicatorPeriodFactory(indicator=whole if of_parent else part))
    assert refusal(lambda: campaigns.ActivityIndicatorFactory(indicator=part)) == "campaigns_indicatorperiod_closed"
    assert refusal(lambda: link.delete()) == "campaigns_indicatorperiod_closed"
    assert refusal(lambda: link.activity.delete()) == "campaigns_indicatorperiod_closed"
    waiting.delete()
    later = datetime.date(2027, 1, 1)
    campaigns.ActivityIndicatorFactory(
        indicator=part, activity__starts_on=datetime.date(2026, 12, 31), activity__ends_on=later
    )
    ActivityIndicator.objects.filter(pk=link.pk).update(is_demo=True)
    assert ActivityIndicator.objects.filter(pk=link.pk).delete()[0] == 1
