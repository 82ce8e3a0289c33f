"""The coordinator keeps the logframe: results, indicators with their baseline, periods with their targets."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaigns.forms.logframe import LogframeForm
from campaigns.models import Indicator, IndicatorPeriod, Project, Result
from campaigns.services.results import logframe as services
from campaigns.views.working import WorkView
from core.lookup import find


class KeepView(WorkView):
    """`row` is what is written; `found` gives the page's record, to which it belongs."""

    form_class = LogframeForm
    button = _("Save")
    done = _("Saved.")
    row: Any = None

    def is_allowed(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"campaigns.change_{self.row._meta.model_name}", self.row)

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"row": self.row}

    def indicators(self, request: HttpRequest) -> Any:
        return Indicator.objects.visible_to(request.user).select_related("result__project")

    def result(self, request: HttpRequest) -> Result:
        rows = Result.objects.filter(project__in=Project.objects.visible_to(request.user)).select_related("project")
        return get_object_or_404(rows, pk=self.kwargs["pk"])


class ResultWork(KeepView):
    """A result stands in the logframe, to which the form leads back."""

    def back(self) -> str:
        return reverse("campaigns:project-logframe", args=[self.row.project.public_id])

    def next_address(self, saved: Any) -> str:
        return f"{self.back()}#result-{saved.pk}"

    def save(self, request: HttpRequest, form: Any, record: Any) -> Result:
        values = form.cleaned_data
        return services.write_result(actor=request.user, reason=values["reason"], result=self.row, values=values)  # type: ignore[arg-type]


class NewResultView(ResultWork):
    title = _("Add a result")

    def found(self, request: HttpRequest) -> Any:
        project = find(Project.objects.visible_to(request.user), self.kwargs["public_id"])
        self.row = Result(project=project)
        return project


class EditResultView(ResultWork):
    title = _("Change the result")

    def found(self, request: HttpRequest) -> Any:
        self.row = self.result(request)
        return self.row


class IndicatorWork(KeepView):
    def save(self, request: HttpRequest, form: Any, record: Any) -> Indicator:
        values = form.cleaned_data
        return services.write_indicator(actor=request.user, reason=values["reason"], indicator=self.row, values=values)  # type: ignore[arg-type]


class NewIndicatorView(IndicatorWork):
    title = _("Add an indicator")

    def found(self, request: HttpRequest) -> Any:
        result = self.result(request)
        self.row = Indicator(result=result)
        return result

    def back(self) -> str:
        return reverse("campaigns:project-logframe", args=[self.row.project.public_id])


class EditIndicatorView(IndicatorWork):
    title = _("Change the indicator")

    def found(self, request: HttpRequest) -> Any:
        self.row = find(self.indicators(request), self.kwargs["public_id"])
        return self.row


class PeriodWork(KeepView):
    def next_address(self, saved: Any) -> str:
        return str(saved.indicator.get_absolute_url())

    def save(self, request: HttpRequest, form: Any, record: Any) -> IndicatorPeriod:
        values = form.cleaned_data
        return services.write_period(actor=request.user, reason=values["reason"], period=self.row, values=values)  # type: ignore[arg-type]


class NewPeriodView(PeriodWork):
    title = _("Add a period")
    lead = _("With the target that is to be reached in it.")

    def found(self, request: HttpRequest) -> Any:
        indicator = find(self.indicators(request), self.kwargs["public_id"])
        self.row = IndicatorPeriod(indicator=indicator)
        return indicator


class EditPeriodView(PeriodWork):
    title = _("Change the period")

    def found(self, request: HttpRequest) -> Any:
        indicator = find(self.indicators(request), self.kwargs["public_id"])
        self.row = get_object_or_404(
            indicator.periods.select_related("indicator__result__project"), pk=self.kwargs["period"]
        )
        return indicator
