"""Forms of the logframe: a result, an indicator, a period."""

from typing import Any

from django import forms
from django.forms.models import fields_for_model, model_to_dict
from django.utils.translation import gettext_lazy as _

from campaigns.forms.fields import plain
from campaigns.forms.pipeline import DayInput
from campaigns.models import Indicator, IndicatorPeriod, Partner, Result
from campaigns.services.results.logframe import INDICATOR_FIELDS, PERIOD_FIELDS, RESULT_FIELDS

FIELDS: dict[Any, tuple[str, ...]] = {
    Result: RESULT_FIELDS,
    Indicator: INDICATOR_FIELDS,
    IndicatorPeriod: PERIOD_FIELDS,
}


class LogframeForm(forms.Form):
    """The fields of `row` that the coordinator states, with only what belongs to its project to choose from."""

    def __init__(self, *args: Any, row: Any, **kwargs: Any) -> None:
        names = FIELDS[type(row)]
        initial = {name: plain(value) for name, value in model_to_dict(row, names).items()}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.fields |= fields_for_model(type(row), names)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = DayInput()
            elif isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 3
        self._narrow(row)
        self.fields["reason"] = forms.CharField(
            label=_("Reason"), max_length=300, help_text=_("Kept in the history of the record.")
        )

    def _narrow(self, row: Any) -> None:
        choices: dict[Any, dict[str, Any]] = {
            Result: {"parent": Result.objects.filter(project=row.project)},
            Indicator: {
                "parent": Indicator.objects.current().filter(result__project=row.project),
                "partner": Partner.objects.filter(participations__project=row.project).select_related("organisation"),
            },
        }
        for name, records in choices.get(type(row), {}).items():
            field: Any = self.fields[name]
            field.queryset = records.exclude(pk=row.pk) if name == "parent" else records
