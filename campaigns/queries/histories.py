"""Histories of the campaigns' records."""

from campaigns.models import GroupMembership, GroupWorkshop, Partner, QuotedGroupSize, WorkingGroup
from campaigns.queries.histories_outreach import ACTIVITY, PROJECT
from campaigns.queries.histories_research import CAMPAIGN, POLICY, PUBLICATION
from campaigns.queries.histories_results import INDICATOR
from core.queries.histories import History, Part
from core.queries.record_histories import organisation_part

__all__ = ["ACTIVITY", "CAMPAIGN", "GROUP", "INDICATOR", "PARTNER", "POLICY", "PROJECT", "PUBLICATION"]


PARTNER = History(own=Part(Partner), related=(organisation_part("partner"),), owner="organisation_id")
GROUP = History(
    own=Part(WorkingGroup),
    related=(
        Part(GroupMembership, path="group", named_by=("organisation",)),
        Part(GroupWorkshop, path="group", named_by=("topic", "held_on")),
        Part(QuotedGroupSize, path="group", named_by=("stated_on",)),
    ),
)
