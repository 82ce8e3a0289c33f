"""Histories of the campaigns' records."""

from campaigns.models import Partner
from core.queries.histories import History, Part
from core.queries.record_histories import organisation_part

PARTNER = History(own=Part(Partner), related=(organisation_part("partner"),), owner="organisation_id")
