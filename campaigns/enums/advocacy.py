"""Code lists of advocacy."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PolicyLevel(TextChoices):
    """Where a policy is decided."""

    EU = "eu", _("European Union")
    NATIONAL = "national", _("National")
    LOCAL = "local", _("Regional or local")
    DEVELOPMENT_BANK = "development_bank", _("Development bank")
    INTERNATIONAL = "international", _("International")


class PolicyStage(TextChoices):
    """How far advocacy on a file has come. Steps may repeat: a second meeting after an answer is a step again."""

    IDEA = "idea", _("Idea")
    POSITION_AGREED = "position_agreed", _("Position agreed")
    MEETING_OR_LOBBY = "meeting_or_lobby", _("Meetings and lobbying")
    RESPONSE_RECORDED = "response_recorded", _("Answer received")
    OUTCOME = "outcome", _("Decided")
    MONITORED = "monitored", _("Application monitored")


# A decision is a `PolicyOutcome` with its state and source, and no bare step.
STEP_STAGES = tuple(stage for stage in PolicyStage if stage != PolicyStage.OUTCOME)


class OutcomeState(TextChoices):
    """What became of a recommendation."""

    ADOPTED = "adopted", _("Adopted")
    PARTLY = "partly", _("Adopted in part")
    REJECTED = "rejected", _("Rejected")
    PENDING = "pending", _("Not decided yet")


class AdvocacyKind(TextChoices):
    MEETING = "meeting", _("Meeting")
    LOBBY_EVENT = "lobby_event", _("Lobby event")
    LETTER = "letter", _("Letter")
    POSITION_PAPER = "position_paper", _("Position paper")
    HEARING = "hearing", _("Hearing or consultation")
    PETITION_HANDOVER = "petition_handover", _("Handing over a petition")
