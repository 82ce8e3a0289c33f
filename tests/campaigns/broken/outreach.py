"""Rules of outreach."""

import datetime

from tests.factories import campaigns

EARLIER, LATER = datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)
BROKEN = [
    (campaigns.EventPresetFactory, {"name": ""}, "campaigns_eventpreset_name_given"),
    (campaigns.EventPresetFactory, {"type": "party"}, "campaigns_eventpreset_type_known"),
    (campaigns.EventPresetFactory, {"audience_group": "cats"}, "campaigns_eventpreset_audience_known"),
    (campaigns.EventPresetFactory, {"starts_on": LATER, "ends_on": EARLIER}, "campaigns_eventpreset_days_in_order"),
    (campaigns.ActivityFactory, {"name": ""}, "campaigns_activity_name_given"),
    (campaigns.ActivityFactory, {"type": "party"}, "campaigns_activity_type_known"),
    (campaigns.ActivityFactory, {"audience_group": "cats"}, "campaigns_activity_audience_known"),
    (
        campaigns.ActivityFactory,
        {"starts_on": LATER, "ends_on": EARLIER, "declared_done_on": LATER},
        "campaigns_activity_days_in_order",
    ),
    (campaigns.ActivityFactory, {"state": "lost"}, "campaigns_activity_state_known"),
    (campaigns.ActivityFactory, {"declared_done_on": None}, "campaigns_activity_done_is_past"),
    (
        campaigns.ActivityFactory,
        {"starts_on": LATER, "declared_done_on": EARLIER},
        "campaigns_activity_done_is_past",
    ),
    (campaigns.ActivityFactory, {"state": "approved", "approved_at": None}, "campaigns_activity_approval_dated"),
    (campaigns.ActivityFactory, {"latitude": 91, "longitude": 0}, "campaigns_activity_point_on_earth"),
    (campaigns.ActivityStopFactory, {"city": ""}, "campaigns_activitystop_town_given"),
    (campaigns.ActivityDecisionFactory, {"to_state": "lost"}, "campaigns_activitydecision_state_known"),
    (campaigns.ActivityDecisionFactory, {"to_state": "returned"}, "campaigns_activitydecision_explained"),
    (campaigns.ActivityDecisionFactory, {"from_state": "locked"}, "campaigns_activitydecision_explained"),
    (campaigns.AudienceCountFactory, {"measure": "likes"}, "campaigns_audiencecount_measure_known"),
    (campaigns.AudienceCountFactory, {"sex": "q"}, "campaigns_audiencecount_sex_known"),
    (campaigns.AudienceCountFactory, {"age_band": "old"}, "campaigns_audiencecount_age_known"),
    (campaigns.AudienceCountFactory, {"number": -1}, "campaigns_audiencecount_plausible"),
    (campaigns.AudienceCountFactory, {"number": 1_000_001}, "campaigns_audiencecount_plausible"),
    (campaigns.AudienceCountFactory, {"measure": "unique_reach_est"}, "campaigns_audiencecount_reach_is_estimate"),
    (campaigns.AudienceCountFactory, {"sex": "f"}, "campaigns_audiencecount_within_total"),
    (campaigns.EvidenceFileFactory, {"people": "robots"}, "campaigns_evidencefile_people_known"),
    (campaigns.EvidenceFileFactory, {"is_published": True}, "campaigns_evidencefile_consent"),
]
TRIED_APART = ("campaigns_activity_four_eyes",)
