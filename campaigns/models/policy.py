"""Policy: files, what is asked in them, and what became of it."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from campaigns.enums.advocacy import STEP_STAGES, OutcomeState, PolicyLevel, PolicyStage
from campaigns.querysets.advocacy import OfFileQuerySet, PolicyFileQuerySet, PositionQuerySet
from campaigns.querysets.outreach import OfActivityQuerySet
from core.history import tracked
from core.models import PublicRecord, Record, Searchable


def recommendation_of_file(table: str) -> pgtrigger.Trigger:
    """Refuses a recommendation that belongs to another policy file."""
    return pgtrigger.Trigger(
        name="recommendation_of_file",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Q(new__recommendation__isnull=False),
        func=f"""
        IF NOT EXISTS (
            SELECT FROM campaigns_policyrecommendation
            WHERE id = NEW.recommendation_id AND policy_file_id = NEW.policy_file_id
        ) THEN
            RAISE check_violation USING CONSTRAINT = '{table}_recommendation_of_file',
                MESSAGE = 'The recommendation belongs to another policy file.';
        END IF;
        RETURN NEW;
        """,
    )


@tracked()
class PolicyFile(Searchable, PublicRecord):
    """A law, strategy, guideline or standard that advocacy wants to change. `name` is its title."""

    ID_KIND = "5"
    URL_NAME = "campaigns:policy-detail"

    level = models.CharField(_("level"), max_length=20, choices=PolicyLevel)
    institution = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="policy_files",
        verbose_name=_("institution"),
        help_text=_("That decides on it."),
    )
    country = models.ForeignKey(
        "core.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    reference = models.CharField(
        _("reference"), max_length=120, blank=True, help_text=_("As the institution gives it.")
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    opened_on = models.DateField(_("opened on"), null=True, blank=True)
    summary = models.TextField(_("what it is about"), blank=True)
    project = models.ForeignKey(
        "campaigns.Project",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="policy_files",
        verbose_name=_("project"),
    )
    partner = models.ForeignKey(
        "campaigns.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="policy_files",
        verbose_name=_("responsible partner"),
        help_text=_("Keeps the file and what is asked in it."),
    )
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = PolicyFileQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("policy file")
        verbose_name_plural = _("policy files")
        indexes = Searchable.Meta.indexes
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.CheckConstraint(condition=Q(level__in=PolicyLevel.values), name="campaigns_policyfile_level_known"),
            models.CheckConstraint(
                condition=~Q(level=PolicyLevel.NATIONAL) | Q(country__isnull=False),
                name="campaigns_policyfile_national_has_country",
                violation_error_message=_("Name the country of a national policy."),
            ),
            models.CheckConstraint(
                condition=Q(partner__isnull=True, project__isnull=True)
                | Q(partner__isnull=False, project__isnull=False),
                name="campaigns_policyfile_partner_with_project",
                violation_error_message=_("Name the responsible partner and its project together."),
            ),
        ]


@tracked()
class PolicyStep(Record):
    """A dated step of the advocacy on a file; the file's stage is that of the latest."""

    policy_file = models.ForeignKey(
        PolicyFile, on_delete=models.CASCADE, related_name="steps", verbose_name=_("policy file")
    )
    stage = models.CharField(_("stage"), max_length=20, choices=PolicyStage)
    happened_on = models.DateField(_("date"))
    note = models.CharField(_("note"), max_length=300, blank=True, help_text=_("Everyone can read it."))
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = OfFileQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("step of a policy file")
        verbose_name_plural = _("steps of policy files")
        indexes = [models.Index(fields=["policy_file", "-happened_on"], name="campaigns_policystep_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=[stage.value for stage in STEP_STAGES]),
                name="campaigns_policystep_stage_known",
                violation_error_message=_("A decision is recorded as an outcome, with its state and source."),
            ),
            models.CheckConstraint(
                condition=Q(happened_on__lte=TruncDate("created_at")),
                name="campaigns_policystep_is_past",
                violation_error_message=_("This day has not come yet."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}, {self.happened_on}"


@tracked()
class PolicyRecommendation(Record):
    """What is asked of the institution."""

    policy_file = models.ForeignKey(
        PolicyFile, on_delete=models.CASCADE, related_name="recommendations", verbose_name=_("policy file")
    )
    ask = models.TextField(_("what is asked"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    publication = models.ForeignKey(
        "campaigns.Publication",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name=_("made in"),
        help_text=_("The publication that makes this recommendation."),
    )
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = OfFileQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ("position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(ask=""),
                name="campaigns_policyrecommendation_ask_given",
                violation_error_message=_("Say what is asked."),
            ),
        ]

    def __str__(self) -> str:
        return self.ask


@tracked()
class Position(Record):
    """What an organisation says on a file."""

    policy_file = models.ForeignKey(
        PolicyFile, on_delete=models.CASCADE, related_name="positions", verbose_name=_("policy file")
    )
    organisation = models.ForeignKey(
        "core.Organisation", on_delete=models.PROTECT, related_name="policy_positions", verbose_name=_("organisation")
    )
    text = models.TextField(_("position"), blank=True)
    agreed_on = models.DateField(_("agreed on"))
    url = models.URLField(_("address of the document"), max_length=500, blank=True)
    is_public = models.BooleanField(_("public"), default=False)

    objects = PositionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(url=""),
                name="campaigns_position_says_something",
                violation_error_message=_("Give the position or the address of its document."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.agreed_on}"


@tracked()
class PolicyOutcome(Record):
    """What was decided on a file, or on one recommendation of it."""

    policy_file = models.ForeignKey(
        PolicyFile, on_delete=models.CASCADE, related_name="outcomes", verbose_name=_("policy file")
    )
    recommendation = models.ForeignKey(
        PolicyRecommendation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name=_("recommendation"),
    )
    state = models.CharField(_("outcome"), max_length=10, choices=OutcomeState)
    decided_on = models.DateField(_("as of"))
    note = models.CharField(_("note"), max_length=300, blank=True, help_text=_("Everyone can read it."))
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = OfFileQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        triggers = [*Record.Meta.triggers, recommendation_of_file("campaigns_policyoutcome")]
        indexes = [models.Index(fields=["policy_file", "-decided_on"], name="campaigns_outcome_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=OutcomeState.values), name="campaigns_policyoutcome_state_known"
            ),
            models.CheckConstraint(
                condition=Q(decided_on__lte=TruncDate("created_at")),
                name="campaigns_policyoutcome_is_past",
                violation_error_message=_("This day has not come yet."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.decided_on}"


@tracked()
class ActivityPolicyFile(Record):
    """A policy file that an activity was about."""

    activity = models.ForeignKey(
        "campaigns.Activity", on_delete=models.CASCADE, related_name="+", verbose_name=_("activity")
    )
    policy_file = models.ForeignKey(
        PolicyFile, on_delete=models.PROTECT, related_name="activity_links", verbose_name=_("policy file")
    )

    objects = OfActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("policy file of an activity")
        verbose_name_plural = _("policy files of activities")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "policy_file"],
                name="campaigns_activitypolicyfile_once",
                violation_error_message=_("This policy file is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.policy_file)
