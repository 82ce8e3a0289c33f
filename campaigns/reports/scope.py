"""What reports of outreach are about: a project, a partner, a country, a period."""

import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.models import Activity, Partner, Project
from core.models import Country
from core.reports.periods import Period
from core.reports.report import Asked, PeriodForm, ReportForm


class RecordChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """One record by its public identifier; in words its name."""

    def __init__(self, queryset: Any, label: Any, *, required: bool = False, key: str = "public_id") -> None:
        super().__init__(queryset, label=label, required=required, to_field_name=key, empty_label=_("All"))


class ScopeFields(ReportForm):
    """Project, partner and country, each of them or all."""

    project = RecordChoice(Project.objects.current().order_by("-starts_on", "pk"), _("Project"))
    partner = RecordChoice(
        Partner.objects.current().select_related("organisation").order_by("organisation__sort_key"), _("Partner")
    )


class OutreachForm(PeriodForm, ScopeFields):
    country = RecordChoice(Country.objects.order_by("name"), _("Country"), key="code")

    field_order = ("project", "partner", "country", "period", "since", "until")


def activities_of(asked: Asked, period: Period) -> QuerySet[Activity]:
    """Approved activities that the reader may see, which ended in the period."""
    found: QuerySet[Activity] = Activity.objects.visible_to(asked.user).counted()
    found = found.in_period(period.first or datetime.date.min, period.last)  # type: ignore[attr-defined]
    return _chosen(found, asked.values)


def _chosen(found: Any, values: dict[str, Any]) -> QuerySet[Activity]:
    if project := values.get("project"):
        found = found.filter(project=project)
    if partner := values.get("partner"):
        found = found.of_partner(partner.pk)
    if country := values.get("country"):
        found = found.filter(country=country)
    return found


def subtitle_of(asked: Asked) -> str:
    """Project and partner, as far as they are chosen."""
    names = [str(asked.values[name]) for name in ("project", "partner", "country") if asked.values.get(name)]
    return ", ".join(names)
