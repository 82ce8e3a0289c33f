"""Histories of the campaigns' records."""

from campaigns.models import Partner
from campaigns.queries.histories_research import CAMPAIGN, POLICY, PUBLICATION
from core.queries.histories import History, Part
from core.queries.record_histories import organisation_part

__all__ = ["CAMPAIGN", "PARTNER", "POLICY", "PUBLICATION"]

PARTNER = History(own=Part(Partner), related=(organisation_part("partner"),), owner="organisation_id")
