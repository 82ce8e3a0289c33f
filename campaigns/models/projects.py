"""Projects: a consortium with a beginning, an end, work packages and a funder."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.projects import PartnerRole
from campaigns.querysets.projects import BudgetLineQuerySet, ProjectQuerySet
from core.history import tracked
from core.models import PublicRecord, Record, Searchable


@tracked()
class Project(Searchable, PublicRecord):
    """What partners do together for a time. A follow-up is a project of its own: its figures start at nothing."""

    ID_KIND = "W"
    URL_NAME = "campaigns:project-detail"

    code = models.SlugField(_("code"), max_length=40, unique=True, help_text=_("Short name, for addresses and files."))
    summary = models.TextField(_("what it is for"), blank=True)
    starts_on = models.DateField(_("begins on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    grant_reference = models.CharField(_("grant reference"), max_length=80, blank=True)
    funder = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="funded_projects",
        verbose_name=_("funder"),
    )
    budget = models.DecimalField(
        _("budget"), max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    currency = models.ForeignKey(
        "core.Currency", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("currency")
    )
    funded_percent = models.DecimalField(
        _("share of the funder, per cent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    website = models.URLField(_("website"), blank=True)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = ProjectQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        indexes = Searchable.Meta.indexes
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="campaigns_project_dates_in_order",
                violation_error_message=_("A project ends after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(budget__isnull=True) | Q(budget__gte=0, currency__isnull=False),
                name="campaigns_project_budget_with_currency",
                violation_error_message=_("Give the budget with its currency, not below zero."),
            ),
            models.CheckConstraint(
                condition=Q(funded_percent__isnull=True) | Q(funded_percent__range=(0, 100)),
                name="campaigns_project_share_is_percentage",
                violation_error_message=_("A share lies between 0 and 100 per cent."),
            ),
        ]


@tracked()
class ProjectPartner(Record):
    """A partner's part in one project."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="participations", verbose_name=_("project")
    )
    partner = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="participations", verbose_name=_("partner")
    )
    role = models.CharField(_("role"), max_length=12, choices=PartnerRole, default=PartnerRole.PARTNER)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    class Meta(Record.Meta):
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "partner"],
                name="campaigns_projectpartner_once",
                violation_error_message=_("This partner is in the project already."),
            ),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(role=PartnerRole.LEAD),
                name="campaigns_projectpartner_one_lead",
                violation_error_message=_("A project has one lead partner."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=PartnerRole.values), name="campaigns_projectpartner_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner} - {self.get_role_display()}"


@tracked()
class WorkPackage(Record):
    """A part of a project's plan."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="work_packages", verbose_name=_("project")
    )
    code = models.CharField(_("code"), max_length=20, help_text=_("For example WP2."))
    title = models.CharField(_("title"), max_length=200)
    lead = models.ForeignKey(
        "campaigns.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_work_packages",
        verbose_name=_("led by"),
    )

    class Meta(Record.Meta):
        verbose_name = _("work package")
        verbose_name_plural = _("work packages")
        ordering = ("project", "code")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "code"],
                name="campaigns_workpackage_once",
                violation_error_message=_("The project has a work package with this code."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


@tracked()
class BudgetLine(Record):
    """Money planned for one heading, of one partner or work package where stated."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="budget_lines", verbose_name=_("project")
    )
    work_package = models.ForeignKey(
        WorkPackage, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("work package")
    )
    partner = models.ForeignKey(
        "campaigns.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("partner"),
    )
    heading = models.CharField(_("heading"), max_length=200)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])
    currency = models.ForeignKey(
        "core.Currency", on_delete=models.PROTECT, related_name="+", verbose_name=_("currency")
    )

    objects = BudgetLineQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="campaigns_budgetline_not_negative",
                violation_error_message=_("An amount is not below zero."),
            ),
        ]

    def __str__(self) -> str:
        return self.heading
