"""Code lists of outreach."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActivityType(TextChoices):
    """Kinds of outreach of the Make ICT Fair project, and `other`."""

    TRAINING = "training", _("Training")
    WORKSHOP = "workshop", _("Workshop")
    SEMINAR = "seminar", _("Seminar")
    WEBINAR = "webinar", _("Webinar")
    ROUNDTABLE = "roundtable", _("Expert roundtable")
    CONGRESS = "congress", _("Conference or congress")
    SPEAKER_TOUR = "speaker_tour", _("Speaker tour")
    GUEST_LECTURE = "guest_lecture", _("Guest lecture")
    SCHOOL_EVENT = "school_event", _("School day or other educational event")
    SCREENING = "screening", _("Documentary screening")
    STREET_ACTION = "street_action", _("Street or other public action")
    SOCIAL_MEDIA = "social_media", _("Social-media campaign")
    PRESS = "press", _("Press and media work")
    MATERIAL = "material", _("Educational material")
    LOBBY_EVENT = "lobby_event", _("Lobby event")
    PETITION = "petition", _("Petition")
    MARKET_DIALOGUE = "market_dialogue", _("Market dialogue")
    OTHER = "other", _("Other")


class ActivityState(TextChoices):
    """Where a record of outreach stands; see `campaigns.services.outreach.workflow` for the moves."""

    PLANNED = "planned", _("Planned")
    DONE = "done", _("Done, not handed in")
    SUBMITTED = "submitted", _("Handed in")
    RETURNED = "returned", _("Returned for changes")
    APPROVED = "approved", _("Approved")
    LOCKED = "locked", _("Locked")
    CANCELLED = "cancelled", _("Cancelled")


COUNTED_STATES = (ActivityState.APPROVED, ActivityState.LOCKED)
OPEN_STATES = (ActivityState.PLANNED, ActivityState.DONE, ActivityState.RETURNED)
NOT_DONE_STATES = (ActivityState.PLANNED, ActivityState.CANCELLED)


class AudienceGroup(TextChoices):
    GENERAL_PUBLIC = "general_public", _("General public")
    PROCURERS = "procurers", _("Public procurers")
    DECISION_MAKERS = "decision_makers", _("Decision-makers")
    STUDENTS = "students", _("Students")
    PUPILS = "pupils", _("Pupils")
    TEACHERS = "teachers", _("Teachers and multipliers")
    CIVIL_SOCIETY = "civil_society", _("Civil society and unions")
    COMPANIES = "companies", _("Companies")
    MEDIA = "media", _("Media")
    EXPERTS = "experts", _("Experts and researchers")
    OTHER = "other", _("Other")


class AudienceMeasure(TextChoices):
    """What was counted. Figures of two measures are never added to each other."""

    PARTICIPANTS = "participants", _("Participants")
    TRAINED = "trained", _("People trained")
    MULTIPLIERS = "multipliers", _("Multipliers")
    PROCURERS = "procurers", _("Procurers")
    DECISION_MAKERS = "decision_makers", _("Decision-makers")
    UNIQUE_REACH = "unique_reach_est", _("Unique reach, estimated")
    MEDIA_CONTACTS = "contacts_media", _("Media contacts")


# People who were there can be counted; nobody fills a larger place. More is a slip of the keyboard.
LARGEST_ATTENDANCE = 1_000_000
# More than all people on earth cannot be reached uniquely; contacts may repeat.
LARGEST_REACH = 8_000_000_000
LARGEST_CONTACTS = 100_000_000_000
LARGEST = {
    measure: {AudienceMeasure.UNIQUE_REACH: LARGEST_REACH, AudienceMeasure.MEDIA_CONTACTS: LARGEST_CONTACTS}.get(
        measure, LARGEST_ATTENDANCE
    )
    for measure in AudienceMeasure
}


class Sex(TextChoices):
    FEMALE = "f", _("Women")
    MALE = "m", _("Men")
    OTHER = "x", _("Another gender")
    UNKNOWN = "unknown", _("Not known")


class AgeBand(TextChoices):
    UNDER_18 = "under_18", _("Under 18")
    FROM_18 = "18_24", _("18 to 24")
    FROM_25 = "25_34", _("25 to 34")
    FROM_35 = "35_64", _("35 to 64")
    FROM_65 = "65_plus", _("65 and over")
    UNKNOWN = "unknown", _("Not known")


class PeopleShown(TextChoices):
    """Whether people can be recognised in a file, and agreed to its publication."""

    NOBODY = "nobody", _("Nobody can be recognised")
    AGREED = "agreed", _("All who can be recognised agreed")
    NOT_ASKED = "not_asked", _("People can be recognised and were not asked")
