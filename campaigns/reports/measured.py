"""What reports of indicators share: whom they are about, and figures as they are written."""

from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.models import Indicator, Partner, Project
from campaigns.reports.scope import RecordChoice
from core.reports.report import PeriodForm, ReportForm


class ProjectField(ReportForm):
    """A project; reports of results are of one."""

    project = RecordChoice(Project.objects.current().order_by("-starts_on", "pk"), _("Project"), required=True)


class ResultsForm(PeriodForm, ProjectField):
    """A project, what one partner or all added, and the days that are reported on."""

    partner = RecordChoice(
        Partner.objects.current().select_related("organisation").order_by("organisation__sort_key"), _("Partner")
    )

    field_order = ("project", "partner", "period", "since", "until")


def indicators_of(project: Project) -> QuerySet[Indicator]:
    """In the order of the logframe."""
    found: QuerySet[Indicator] = Indicator.objects.current().filter(result__project=project).for_listing().in_order()
    return found


def rounded(value: Decimal | None, digits: int = 2) -> int | float | None:
    """So many digits behind the point at most. A plain number, so that it is one in files for programs too."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(round(value, digits))
