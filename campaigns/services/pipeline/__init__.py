"""Contacts with institutions, steps of the affiliation pipeline, and pacts."""

from campaigns.services.pipeline.adherences import end_adherence, record_adherence
from campaigns.services.pipeline.contacts import change_contact, complete_next_step, record_contact
from campaigns.services.pipeline.moves import move_stage

__all__ = [
    "change_contact",
    "complete_next_step",
    "end_adherence",
    "move_stage",
    "record_adherence",
    "record_contact",
]
