"""Forms of results: what a partner reports, what is decided about it, and closing a period."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import Sex
from campaigns.models import Indicator, IndicatorPeriod, IndicatorUpdate, Partner
from campaigns.services.results.updates import PartEntry, UpdateEntry
from core.access import access_of
from core.templatetags.records import day

COUNTED_SEXES = (Sex.FEMALE, Sex.MALE, Sex.OTHER)


def _figure(label: Any, help_text: Any = "", **options: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, help_text=help_text, min_value=0, max_digits=18, decimal_places=4, **options)


class PeriodField(forms.ModelChoiceField):
    """Periods by their days in words."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{day(obj.starts_on)} – {day(obj.ends_on)}"


class UpdateForm(forms.Form):
    """What an update of `indicator` has; only the fields that fit how it is measured."""

    def __init__(
        self,
        *args: Any,
        indicator: Indicator,
        partners: Any,
        update: IndicatorUpdate | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if update is None:
            open_periods = IndicatorPeriod.objects.filter(indicator=indicator, state="open").order_by("-starts_on")
            self.fields["period"] = PeriodField(open_periods, label=_("Period"), empty_label=None)
            self.fields["partner"] = forms.ModelChoiceField(partners, label=_("Partner"), empty_label=None)
        self.fields |= _measured(indicator)
        self.fields["text"] = forms.CharField(
            label=_("Comment"),
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Where the figure comes from; for whoever approves it, and public once approved."),
        )

    @classmethod
    def values_of(cls, update: IndicatorUpdate) -> dict[str, Any]:
        """What the form begins with."""
        values = {name: getattr(update, name) for name in ("value", "numerator", "denominator", "narrative", "text")}
        parts = {part.sex: part.number for part in update.parts.all() if not (part.age_band or part.country_id)}
        return values | {f"sex_{sex}": parts.get(sex) for sex in COUNTED_SEXES}

    def entry(self) -> UpdateEntry:
        data = self.cleaned_data
        parts = [PartEntry(number, sex=sex) for sex in COUNTED_SEXES if (number := data.get(f"sex_{sex}")) is not None]
        return UpdateEntry(
            value=data.get("value"),
            numerator=data.get("numerator"),
            denominator=data.get("denominator"),
            narrative=data.get("narrative", ""),
            text=data["text"],
            parts=parts,
        )


def _measured(indicator: Indicator) -> dict[str, forms.Field]:
    if indicator.is_qualitative:
        return {"narrative": forms.CharField(label=_("In words"), widget=forms.Textarea(attrs={"rows": 6}))}
    sexes: dict[str, forms.Field] = {
        f"sex_{sex}": _figure(_("Of these: %(who)s") % {"who": sex.label}, required=False) for sex in COUNTED_SEXES
    }
    if indicator.is_percentage:
        return {
            "numerator": _figure(_("How many of them")),
            "denominator": forms.DecimalField(
                label=_("Out of how many"), min_value=Decimal("0.0001"), max_digits=18, decimal_places=4
            ),
        } | sexes
    return {"value": _figure(_("Number"), _("What this period adds, besides the activities linked."))} | sexes


class DecisionForm(forms.Form):
    """A comment for what is handed in, returned or approved."""

    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed when you return it: what has to change?"),
    )


class PeriodMoveForm(forms.Form):
    """Why a period is closed, reported or opened."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Kept in the history, for example “interim report sent”."),
        error_messages={"required": _("Say in a few words why; the history keeps it.")},
    )


class LinkForm(forms.Form):
    """The indicator that an activity is to feed."""

    indicator = forms.ModelChoiceField(Indicator.objects.none(), to_field_name="public_id", label=_("Indicator"))

    def __init__(self, *args: Any, indicators: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = indicators  # type: ignore[attr-defined]


def own_partners(user: Any, indicator: Indicator) -> Any:
    """Partners of the project for which `user` may report."""
    partners = Partner.objects.filter(participations__project=indicator.project).select_related("organisation")
    access = access_of(user)
    return partners if access.is_admin else partners.filter(organisation__in=access.partner_organisations)
