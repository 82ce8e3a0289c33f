"""Rules of advocacy and campaign pages."""

import datetime

from tests.factories import campaigns

TOMORROW = datetime.date(2999, 1, 1)
EARLIER, LATER = datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)

BROKEN = [
    (campaigns.PolicyFileFactory, {"name": ""}, "campaigns_policyfile_name_given"),
    (campaigns.PolicyFileFactory, {"level": "cosmic"}, "campaigns_policyfile_level_known"),
    (campaigns.PolicyFileFactory, {"level": "national"}, "campaigns_policyfile_national_has_country"),
    (
        lambda **given: campaigns.PolicyFileFactory(kept=True, **given),
        {"project": None},
        "campaigns_policyfile_partner_with_project",
    ),
    (campaigns.PolicyStepFactory, {"stage": "outcome"}, "campaigns_policystep_stage_known"),
    (campaigns.PolicyStepFactory, {"happened_on": TOMORROW}, "campaigns_policystep_is_past"),
    (campaigns.PolicyRecommendationFactory, {"ask": ""}, "campaigns_policyrecommendation_ask_given"),
    (campaigns.PositionFactory, {"text": ""}, "campaigns_position_says_something"),
    (campaigns.PolicyOutcomeFactory, {"state": "lost"}, "campaigns_policyoutcome_state_known"),
    (campaigns.PolicyOutcomeFactory, {"decided_on": TOMORROW}, "campaigns_policyoutcome_is_past"),
    (campaigns.DecisionMakerFactory, {"office": ""}, "campaigns_decisionmaker_office_given"),
    (campaigns.DecisionMakerFactory, {"office": "a@b.example"}, "campaigns_decisionmaker_no_contact"),
    (campaigns.AdvocacyActionFactory, {"kind": "dinner"}, "campaigns_advocacyaction_kind_known"),
    (campaigns.AdvocacyActionFactory, {"happened_on": TOMORROW}, "campaigns_advocacyaction_is_past"),
    (campaigns.PetitionFactory, {"title": ""}, "campaigns_petition_title_given"),
    (campaigns.PetitionFactory, {"opened_on": LATER, "closed_on": EARLIER}, "campaigns_petition_dates_in_order"),
    (campaigns.PetitionFactory, {"target": 0}, "campaigns_petition_target_positive"),
    (campaigns.PetitionFactory, {"policy_file": None}, "campaigns_petition_belongs_somewhere"),
    (campaigns.PetitionCountFactory, {"counted_on": TOMORROW}, "campaigns_petitioncount_is_past"),
    (campaigns.CampaignFactory, {"name": ""}, "campaigns_campaign_name_given"),
    (campaigns.CampaignFactory, {"starts_on": LATER, "ends_on": EARLIER}, "campaigns_campaign_dates_in_order"),
    (campaigns.CampaignResourceFactory, {"title": ""}, "campaigns_campaignresource_title_given"),
    (campaigns.CampaignResourceFactory, {"url": ""}, "campaigns_campaignresource_one_place"),
]
