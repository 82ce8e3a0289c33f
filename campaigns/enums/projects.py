"""Code lists of projects and their partners."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PartnerRole(TextChoices):
    """What an organisation is in one project."""

    LEAD = "lead", _("Lead partner")
    PARTNER = "partner", _("Partner")
    CONSULTANT = "consultant", _("Consultant")
