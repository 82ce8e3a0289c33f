"""Code lists of contacts with institutions, and of pacts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.enums import IatiOrganisationType


class ContactKind(TextChoices):
    MEETING = "meeting", _("Meeting")
    PHONE = "phone", _("Call")
    EMAIL = "email", _("E-mail")
    FOLLOW_UP = "follow_up", _("Follow-up")
    EVENT = "event", _("Event")


class ContactStatus(TextChoices):
    SCHEDULED = "scheduled", _("Planned")
    COMPLETED = "completed", _("Took place")
    CANCELLED = "cancelled", _("Cancelled")


class AdherenceKind(TextChoices):
    """What an organisation is in a pact."""

    PARTICIPANT = "participant", _("Participant")
    SUPPORTER = "supporter", _("Supporter")


# Bodies of these types may support a pact and not take part in it: they have an interest of their own.
PRODUCER_TYPES = (
    IatiOrganisationType.PRIVATE,
    IatiOrganisationType.PRIVATE_PROVIDER,
    IatiOrganisationType.PRIVATE_RECIPIENT,
    IatiOrganisationType.PRIVATE_THIRD,
)
NGO_TYPES = (
    IatiOrganisationType.INTERNATIONAL_NGO,
    IatiOrganisationType.NATIONAL_NGO,
    IatiOrganisationType.REGIONAL_NGO,
    IatiOrganisationType.PARTNER_COUNTRY_NGO,
)
