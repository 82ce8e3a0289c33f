"""Administration of projects."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from campaigns.models import BudgetLine, Project, ProjectPartner, WorkPackage
from campaigns.queries.histories import PROJECT
from core.admin.base import RecordAdmin, RecordInline


class ProjectPartnerInline(RecordInline):
    model = ProjectPartner
    fields = ("partner", "role", "source")


class WorkPackageInline(RecordInline):
    model = WorkPackage
    fields = ("code", "title", "lead")


class BudgetLineInline(RecordInline):
    model = BudgetLine
    fields = ("heading", "amount", "currency", "work_package", "partner")


@admin.register(Project)
class ProjectAdmin(RecordAdmin):
    history = PROJECT
    list_display = ("name", "public_id", "code", "starts_on", "ends_on", "funder", "is_demo")
    list_filter = ("is_demo",)
    search_fields = ("search_text", "public_id", "code")
    ordering = ("-starts_on", "pk")
    groups = (
        (_("What"), ("name", "code", "summary", "website")),
        (_("When"), ("starts_on", "ends_on")),
        (_("Funding"), ("funder", "grant_reference", "budget", "currency", "funded_percent")),
        (_("Sources"), ("source",)),
    )
    inlines = (ProjectPartnerInline, WorkPackageInline, BudgetLineInline)
