"""Contacts with institutions, and the steps of affiliations that partners made on their ground."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.pipeline import ContactKind, ContactStatus
from campaigns.querysets.pipeline import InstitutionContactQuerySet, PipelineMoveQuerySet
from core.history import tracked
from core.models import PublicRecord, Record

_ACTIVITY_OF_PROJECT = """
IF NOT EXISTS (
    SELECT FROM campaigns_activity WHERE id = NEW.activity_id AND project_id = NEW.project_id
) THEN
    RAISE check_violation USING CONSTRAINT = 'campaigns_institutioncontact_activity_of_project',
        MESSAGE = 'The activity belongs to another project.';
END IF;
RETURN NEW;
"""


@tracked()
class InstitutionContact(PublicRecord):
    """A meeting, call or message between a partner and an institution, with what is to come next.

    `declared_held_on` is the day on which a person said that it had taken place: nothing in the future
    can have. `met_with` names a function or office, never a person.
    """

    ID_KIND = "6"
    URL_NAME = "campaigns:contact-detail"

    procurer = models.ForeignKey(
        "procurement.Procurer", on_delete=models.PROTECT, related_name="contacts", verbose_name=_("institution")
    )
    body = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("about affiliation with"),
    )
    project = models.ForeignKey(
        "campaigns.Project", on_delete=models.PROTECT, related_name="contacts", verbose_name=_("project")
    )
    partner = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="contacts", verbose_name=_("partner")
    )
    kind = models.CharField(_("kind of contact"), max_length=10, choices=ContactKind)
    status = models.CharField(_("state"), max_length=10, choices=ContactStatus, default=ContactStatus.COMPLETED)
    held_on = models.DateField(_("date"), help_text=_("On which it took place, or is planned."))
    declared_held_on = models.DateField(_("declared held on"), null=True, blank=True, editable=False)
    subject = models.CharField(_("subject"), max_length=200)
    note = models.TextField(_("note"), blank=True)
    met_with = models.CharField(
        _("met with"), max_length=200, blank=True, help_text=_("Function or office, not the name of a person.")
    )
    activity = models.ForeignKey(
        "campaigns.Activity",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contacts",
        verbose_name=_("activity"),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("in charge"),
    )
    next_step = models.CharField(_("next step"), max_length=300, blank=True)
    next_step_on = models.DateField(_("next step by"), null=True, blank=True)
    next_step_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("next step by whom"),
    )
    next_step_done_on = models.DateField(_("next step done on"), null=True, blank=True)

    objects = InstitutionContactQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("institution contact")
        verbose_name_plural = _("institution contacts")
        triggers = [
            *PublicRecord.Meta.triggers,
            pgtrigger.Trigger(
                name="activity_of_project",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("activity_id", "project_id"),
                condition=pgtrigger.Q(new__activity__isnull=False),
                func=_ACTIVITY_OF_PROJECT,
            ),
        ]
        indexes = [
            models.Index(fields=["procurer", "-held_on", "-id"], name="campaigns_contact_latest"),
            models.Index(fields=["partner", "-held_on", "-id"], name="campaigns_contact_of_partner"),
            models.Index(
                fields=["next_step_on", "id"],
                condition=~Q(next_step="") & Q(next_step_done_on__isnull=True),
                name="campaigns_contact_open_step",
            ),
        ]
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=ContactKind.values), name="campaigns_contact_kind_known"),
            models.CheckConstraint(condition=Q(status__in=ContactStatus.values), name="campaigns_contact_status_known"),
            models.CheckConstraint(
                condition=~Q(subject=""),
                name="campaigns_contact_subject_given",
                violation_error_message=_("Say what it was about."),
            ),
            models.CheckConstraint(
                condition=~Q(status=ContactStatus.COMPLETED)
                | Q(declared_held_on__isnull=False, declared_held_on__gte=F("held_on")),
                name="campaigns_contact_held_is_past",
                violation_error_message=_("What lies in the future is planned; it cannot have taken place already."),
            ),
            models.CheckConstraint(
                condition=Q(next_step_on__isnull=True, next_step_done_on__isnull=True) | ~Q(next_step=""),
                name="campaigns_contact_step_named",
                violation_error_message=_("Say what the next step is."),
            ),
        ]

    def __str__(self) -> str:
        return self.subject


@tracked()
class PipelineMove(Record):
    """Which partner made a step of an affiliation, in which project and on the ground of which contact."""

    event = models.OneToOneField(
        "procurement.AffiliationEvent", on_delete=models.CASCADE, related_name="move", verbose_name=_("step")
    )
    project = models.ForeignKey(
        "campaigns.Project", on_delete=models.PROTECT, related_name="pipeline_moves", verbose_name=_("project")
    )
    partner = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="pipeline_moves", verbose_name=_("partner")
    )
    contact = models.ForeignKey(
        InstitutionContact,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="moves",
        verbose_name=_("on the ground of"),
    )

    objects = PipelineMoveQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("pipeline move")
        verbose_name_plural = _("pipeline moves")
        indexes = [
            models.Index(fields=["partner", "event"], name="campaigns_move_of_partner"),
            models.Index(
                fields=["event"],
                include=["contact"],
                condition=Q(contact__isnull=False),
                name="campaigns_move_with_contact",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.event}"
