"""Code lists of results; the values of types and measures follow IATI where it has them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import AudienceMeasure


class ResultType(TextChoices):
    """IATI ResultType."""

    OUTPUT = "1", _("Output")
    OUTCOME = "2", _("Outcome")
    IMPACT = "3", _("Impact")
    OTHER = "9", _("Other")


class IndicatorKind(TextChoices):
    QUANTITATIVE = "quantitative", _("In figures")
    QUALITATIVE = "qualitative", _("In words")


class IndicatorUnit(TextChoices):
    UNIT = "unit", _("Number")
    PERCENTAGE = "percentage", _("Percentage")


# IATI IndicatorMeasure by unit; words have none, and the code that exporters use.
IATI_MEASURES = {IndicatorUnit.UNIT: "1", IndicatorUnit.PERCENTAGE: "2", "": "5"}


class IndicatorCounts(TextChoices):
    """What an approved activity adds to an indicator; nothing else than updates where it is empty."""

    ACTIVITIES = "activities", _("One for each activity")
    PARTICIPANTS = AudienceMeasure.PARTICIPANTS.value, AudienceMeasure.PARTICIPANTS.label
    TRAINED = AudienceMeasure.TRAINED.value, AudienceMeasure.TRAINED.label
    MULTIPLIERS = AudienceMeasure.MULTIPLIERS.value, AudienceMeasure.MULTIPLIERS.label
    PROCURERS = AudienceMeasure.PROCURERS.value, AudienceMeasure.PROCURERS.label
    DECISION_MAKERS = AudienceMeasure.DECISION_MAKERS.value, AudienceMeasure.DECISION_MAKERS.label
    UNIQUE_REACH = AudienceMeasure.UNIQUE_REACH.value, AudienceMeasure.UNIQUE_REACH.label
    MEDIA_CONTACTS = AudienceMeasure.MEDIA_CONTACTS.value, AudienceMeasure.MEDIA_CONTACTS.label


class Frequency(TextChoices):
    """How often figures of an indicator are collected."""

    CONTINUOUS = "continuous", _("As it happens")
    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every quarter")
    HALF_YEARLY = "half_yearly", _("Twice a year")
    YEARLY = "yearly", _("Every year")
    ONCE = "once", _("Once")


class PeriodState(TextChoices):
    """Whether figures of a period may still move."""

    OPEN = "open", _("Open")
    LOCKED = "locked", _("Locked")
    REPORTED = "reported", _("Reported")


class UpdateState(TextChoices):
    """Where an update stands; see `campaigns.services.results.updates` for the moves."""

    DRAFT = "draft", _("Draft")
    PENDING = "pending", _("Waiting for approval")
    RETURNED = "returned", _("Returned for changes")
    APPROVED = "approved", _("Approved")
