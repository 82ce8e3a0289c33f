"""Advocacy: who was spoken to about what, and petitions."""

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from campaigns.enums.advocacy import AdvocacyKind
from campaigns.models.policy import PolicyFile, PolicyRecommendation, recommendation_of_file
from campaigns.querysets.advocacy import (
    AddresseeQuerySet,
    AdvocacyActionQuerySet,
    DecisionMakerQuerySet,
    PetitionCountQuerySet,
    PetitionQuerySet,
)
from core.history import tracked
from core.models import Record


@tracked()
class DecisionMaker(Record):
    """A public office. It never holds a person's name or contact."""

    office = models.CharField(
        _("office"),
        max_length=200,
        help_text=_("The public office alone, for example “rapporteur of the committee”: no name, address or number."),
    )
    institution = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decision_makers",
        verbose_name=_("institution"),
    )
    country = models.ForeignKey(
        "core.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )

    objects = DecisionMakerQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("decision-maker")
        verbose_name_plural = _("decision-makers")
        ordering = ("office", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "institution", "country"],
                nulls_distinct=False,
                name="campaigns_decisionmaker_once",
                violation_error_message=_("This office is there already."),
            ),
            models.CheckConstraint(
                condition=~Q(office=""),
                name="campaigns_decisionmaker_office_given",
                violation_error_message=_("Name the office."),
            ),
            models.CheckConstraint(
                condition=~Q(office__contains="@"),
                name="campaigns_decisionmaker_no_contact",
                violation_error_message=_("Name the office, not how to reach a person."),
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.office, self.institution, self.country) if part)


@tracked()
class AdvocacyAction(Record):
    """A meeting, letter or other step towards an institution, and what it answered."""

    kind = models.CharField(_("kind"), max_length=20, choices=AdvocacyKind)
    policy_file = models.ForeignKey(
        PolicyFile, on_delete=models.PROTECT, related_name="actions", verbose_name=_("policy file")
    )
    recommendation = models.ForeignKey(
        PolicyRecommendation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("recommendation"),
    )
    project = models.ForeignKey(
        "campaigns.Project", on_delete=models.PROTECT, related_name="advocacy", verbose_name=_("project")
    )
    partner = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="advocacy", verbose_name=_("partner")
    )
    happened_on = models.DateField(_("date"))
    subject = models.CharField(_("what was said or sent"), max_length=300, blank=True)
    response = models.TextField(_("answer of the institution"), blank=True)
    decision_makers = models.ManyToManyField(
        DecisionMaker,
        through="campaigns.ActionAddressee",
        related_name="actions",
        blank=True,
        verbose_name=_("decision-makers"),
    )
    activity = models.ForeignKey(
        "campaigns.Activity",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="advocacy",
        verbose_name=_("activity"),
    )
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Everyone may read that it took place and what was answered.")
    )

    objects = AdvocacyActionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("advocacy action")
        verbose_name_plural = _("advocacy actions")
        triggers = [*Record.Meta.triggers, recommendation_of_file("campaigns_advocacyaction")]
        indexes = [models.Index(fields=["policy_file", "-happened_on"], name="campaigns_action_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=AdvocacyKind.values), name="campaigns_advocacyaction_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(happened_on__lte=TruncDate("created_at")),
                name="campaigns_advocacyaction_is_past",
                violation_error_message=_("What lies in the future has not taken place yet."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.happened_on}"

    def get_absolute_url(self) -> str:
        """The page of the policy file, where it stands."""
        return self.policy_file.get_absolute_url()


@tracked()
class ActionAddressee(Record):
    """A public office that an action was addressed to."""

    action = models.ForeignKey(
        AdvocacyAction, on_delete=models.CASCADE, related_name="addressees", verbose_name=_("advocacy action")
    )
    decision_maker = models.ForeignKey(
        DecisionMaker, on_delete=models.PROTECT, related_name="+", verbose_name=_("decision-maker")
    )

    objects = AddresseeQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("addressee")
        verbose_name_plural = _("addressees")
        constraints = [
            models.UniqueConstraint(
                fields=["action", "decision_maker"],
                name="campaigns_actionaddressee_once",
                violation_error_message=_("This office is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.decision_maker)


@tracked()
class Petition(Record):
    """A petition, of a policy file or a campaign or both."""

    policy_file = models.ForeignKey(
        PolicyFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="petitions",
        verbose_name=_("policy file"),
    )
    campaign = models.ForeignKey(
        "campaigns.Campaign",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="petitions",
        verbose_name=_("campaign"),
    )
    title = models.CharField(_("title"), max_length=300)
    url = models.URLField(_("address"), max_length=500, blank=True)
    addressed_to = models.CharField(_("addressed to"), max_length=200, blank=True, help_text=_("A public office."))
    target = models.PositiveIntegerField(
        _("signatures aimed at"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    opened_on = models.DateField(_("open since"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = PetitionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="campaigns_petition_title_given",
                violation_error_message=_("Give the title."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(opened_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="campaigns_petition_dates_in_order",
                violation_error_message=_("A petition closes after it opens."),
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | Q(target__gte=1),
                name="campaigns_petition_target_positive",
                violation_error_message=_("Give a number above zero."),
            ),
            models.CheckConstraint(
                condition=Q(policy_file__isnull=False) | Q(campaign__isnull=False),
                name="campaigns_petition_belongs_somewhere",
                violation_error_message=_("Name the policy file or the campaign."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page where it stands: the campaign's, else the policy file's."""
        owner = self.campaign or self.policy_file
        return owner.get_absolute_url() if owner else ""


_DECREASES = """
IF EXISTS (
    SELECT FROM campaigns_petitioncount AS other
    WHERE other.petition_id = NEW.petition_id AND (
        (other.counted_on < NEW.counted_on AND other.signatures > NEW.signatures)
        OR (other.counted_on > NEW.counted_on AND other.signatures < NEW.signatures)
    )
) THEN
    RAISE check_violation USING CONSTRAINT = 'campaigns_petitioncount_not_decreasing',
        MESSAGE = 'The signatures of a petition do not become fewer.';
END IF;
RETURN NULL;
"""


@tracked()
class PetitionCount(Record):
    """Signatures of a petition up to a day, all together. They do not become fewer: a trigger refuses that."""

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="counts", verbose_name=_("petition"))
    counted_on = models.DateField(_("date"))
    signatures = models.PositiveIntegerField(_("signatures so far"))

    objects = PetitionCountQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("signature count")
        verbose_name_plural = _("signature counts")
        ordering = ("counted_on", "pk")
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="signatures_do_not_decrease",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_DECREASES,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "counted_on"],
                name="campaigns_petitioncount_once",
                violation_error_message=_("This day was counted already."),
            ),
            models.CheckConstraint(
                condition=Q(counted_on__lte=TruncDate("created_at")),
                name="campaigns_petitioncount_is_past",
                violation_error_message=_("This day has not come yet."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.counted_on}: {self.signatures}"
