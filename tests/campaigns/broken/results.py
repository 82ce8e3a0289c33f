"""Rules of results."""

import datetime

from django.db.models import F

from tests.factories import campaigns

BROKEN = [
    (campaigns.ResultFactory, {"title": ""}, "campaigns_result_named"),
    (campaigns.ResultFactory, {"code": ""}, "campaigns_result_named"),
    (campaigns.ResultFactory, {"type": "4"}, "campaigns_result_type_known"),
    (campaigns.IndicatorFactory, {"name": ""}, "campaigns_indicator_name_given"),
    (campaigns.IndicatorFactory, {"kind": "mood", "unit": "", "counts": ""}, "campaigns_indicator_kind_known"),
    (campaigns.IndicatorFactory, {"unit": "", "counts": ""}, "campaigns_indicator_unit_of_figures"),
    (campaigns.IndicatorFactory, {"unit": "percentage"}, "campaigns_indicator_counts_numbers"),
    (campaigns.IndicatorFactory, {"counts": "likes"}, "campaigns_indicator_counts_numbers"),
    (campaigns.IndicatorFactory, {"frequency": "seldom"}, "campaigns_indicator_frequency_known"),
    (campaigns.IndicatorFactory, {"baseline_value": -1}, "campaigns_indicator_baseline_fits"),
    (
        campaigns.IndicatorFactory,
        {"unit": "percentage", "counts": "", "baseline_value": 101},
        "campaigns_indicator_baseline_fits",
    ),
    (campaigns.IndicatorPeriodFactory, {"state": "ajar"}, "campaigns_indicatorperiod_state_known"),
    (
        campaigns.IndicatorPeriodFactory,
        {"ends_on": datetime.date(2025, 12, 31)},
        "campaigns_indicatorperiod_days_in_order",
    ),
    (campaigns.IndicatorPeriodFactory, {"target": -1}, "campaigns_indicatorperiod_target_plausible"),
    (campaigns.IndicatorUpdateFactory, {"state": "lost"}, "campaigns_indicatorupdate_state_known"),
    (campaigns.IndicatorUpdateFactory, {"narrative": "Many"}, "campaigns_indicatorupdate_one_form"),
    (campaigns.IndicatorUpdateFactory, {"value": -1}, "campaigns_indicatorupdate_plausible"),
    (campaigns.IndicatorUpdateFactory, {"state": "approved"}, "campaigns_indicatorupdate_approval_dated"),
    (campaigns.UpdatePartFactory, {"sex": "q"}, "campaigns_updatepart_sex_known"),
    (campaigns.UpdatePartFactory, {"age_band": "old"}, "campaigns_updatepart_age_known"),
    (campaigns.UpdatePartFactory, {"sex": ""}, "campaigns_updatepart_of_something"),
    (campaigns.UpdatePartFactory, {"number": -1}, "campaigns_updatepart_not_negative"),
    (campaigns.UpdatePartFactory, {"number": 41}, "campaigns_updatepart_within_total"),
    (campaigns.UpdateDecisionFactory, {"to_state": "lost"}, "campaigns_updatedecision_state_known"),
    (campaigns.UpdateDecisionFactory, {"to_state": "returned"}, "campaigns_updatedecision_explained"),
]
# The parent's own trigger sees a circle before the check of the row does.
BROKEN += [
    (campaigns.ResultFactory, {"parent": F("pk")}, "campaigns_result_no_circle"),
    (campaigns.IndicatorFactory, {"parent": F("pk")}, "campaigns_indicator_no_circle"),
]
TRIED_APART = (
    "campaigns_result_not_its_own_parent",
    "campaigns_indicator_not_its_own_parent",
    "campaigns_indicatorupdate_part_of_whole",
    "campaigns_indicatorupdate_four_eyes",
)
