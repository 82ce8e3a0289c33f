"""Rules of groups."""

import datetime

from tests.factories import campaigns

BEFORE = datetime.date(2020, 1, 1)
BROKEN = [
    (campaigns.WorkingGroupFactory, {"name": ""}, "campaigns_workinggroup_name_given"),
    (campaigns.WorkingGroupFactory, {"kind": "club"}, "campaigns_workinggroup_kind_known"),
    (
        campaigns.WorkingGroupFactory,
        {"starts_on": datetime.date(2021, 1, 1), "ends_on": BEFORE},
        "campaigns_workinggroup_dates_in_order",
    ),
    (campaigns.GroupMembershipFactory, {"role": "king"}, "campaigns_groupmembership_role_known"),
    (campaigns.GroupMembershipFactory, {"left_on": BEFORE}, "campaigns_groupmembership_dates_in_order"),
    (campaigns.AssessmentQuestionFactory, {"text": ""}, "campaigns_assessmentquestion_text_given"),
    (campaigns.AssessmentQuestionFactory, {"kind": "song"}, "campaigns_assessmentquestion_codes_known"),
    (campaigns.AssessmentAnswerFactory, {"number": 3}, "campaigns_assessmentanswer_given_once"),
    (campaigns.GroupWorkshopFactory, {"topic": ""}, "campaigns_groupworkshop_topic_given"),
    (campaigns.GroupResourceFactory, {"title": ""}, "campaigns_groupresource_named"),
    (campaigns.GroupThreadFactory, {"title": ""}, "campaigns_groupthread_title_given"),
    (campaigns.GroupPostFactory, {"body": ""}, "campaigns_grouppost_body_given"),
    (
        campaigns.GroupPostFactory,
        {"hidden_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)},
        "campaigns_grouppost_hidden_with_reason",
    ),
    (campaigns.DigestSubscriptionFactory, {"frequency": "hourly"}, "campaigns_digestsubscription_known"),
]
