"""Forms of results: what a partner reports, what is decided about it, and closing a period."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import AgeBand, Sex
from campaigns.forms.fields import CountryPartsField, plain
from campaigns.models import Indicator, IndicatorPeriod, IndicatorUpdate, Partner, UpdatePart
from campaigns.services.results.updates import PartEntry, UpdateEntry
from core.access import access_of
from core.models import Country
from core.templatetags.records import day

COUNTED_SEXES = (Sex.FEMALE, Sex.MALE, Sex.OTHER)
COUNTED_AGES = tuple(band for band in AgeBand if band != AgeBand.UNKNOWN)
PART_FIELDS = (*(f"sex_{sex}" for sex in COUNTED_SEXES), *(f"age_{band}" for band in COUNTED_AGES), "countries")


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
        self.update = update
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
        names = ("value", "numerator", "denominator", "narrative", "text")
        values = {name: plain(getattr(update, name)) for name in names}
        parts = [part for part in update.parts.all() if not _is_cut_twice(part)]
        countries = [f"{part.country_id} {part.number:.0f}" for part in parts if part.country_id]
        named = {_field_of(part): plain(part.number) for part in parts if not part.country_id}
        return values | named | {"countries": "; ".join(countries)}

    @property
    def main(self) -> list[Any]:
        """The fields of the figure itself."""
        return [self[name] for name in self.fields if name not in PART_FIELDS]

    @property
    def parts(self) -> list[Any]:
        """The fields of its parts; none where words are reported."""
        return [self[name] for name in PART_FIELDS if name in self.fields]

    @property
    def has_parts(self) -> bool:
        return any(field.value() not in (None, "") or field.errors for field in self.parts)

    def entry(self) -> UpdateEntry:
        data = self.cleaned_data
        parts = [*_parts_in(data), *self._cut_twice()]
        return UpdateEntry(
            value=data.get("value"),
            numerator=data.get("numerator"),
            denominator=data.get("denominator"),
            narrative=data.get("narrative", ""),
            text=data["text"],
            parts=parts,
        )

    def _cut_twice(self) -> list[PartEntry]:
        """Parts on record that the form has no field for stay."""
        held = self.update.parts.select_related("country") if self.update else ()
        return [PartEntry(row.number, row.sex, row.age_band, row.country) for row in held if _is_cut_twice(row)]


def _is_cut_twice(part: UpdatePart) -> bool:
    return sum(map(bool, (part.sex, part.age_band, part.country_id))) > 1


def _field_of(part: UpdatePart) -> str:
    return f"sex_{part.sex}" if part.sex else f"age_{part.age_band}"


def _parts_in(data: dict[str, Any]) -> Iterator[PartEntry]:
    """The parts among cleaned values; a blank is no part."""
    cuts: list[tuple[str, dict[str, Any]]] = [(f"sex_{sex}", {"sex": sex}) for sex in COUNTED_SEXES]
    cuts += [(f"age_{band}", {"age_band": band}) for band in COUNTED_AGES]
    yield from (PartEntry(data[name], **cut) for name, cut in cuts if data.get(name) is not None)
    pairs = data.get("countries") or ()
    known = Country.objects.in_bulk([code for code, _number in pairs])
    yield from (PartEntry(Decimal(count), country=known[code]) for code, count in pairs)


def _part_fields() -> dict[str, forms.Field]:
    """In the order of `PART_FIELDS`."""
    label = _("Of these: %(who)s")
    sexes = {f"sex_{sex}": _figure(label % {"who": sex.label}, required=False) for sex in COUNTED_SEXES}
    ages = {f"age_{band}": _figure(label % {"who": band.label}, required=False) for band in COUNTED_AGES}
    countries = CountryPartsField(
        label=_("By country"),
        required=False,
        max_length=1000,
        help_text=_("Code and number, for example AT 20; DE 15."),
    )
    return {**sexes, **ages, "countries": countries}


def _measured(indicator: Indicator) -> dict[str, forms.Field]:
    if indicator.is_qualitative:
        return {"narrative": forms.CharField(label=_("In words"), widget=forms.Textarea(attrs={"rows": 6}))}
    if indicator.is_percentage:
        return {
            "numerator": _figure(_("How many of them")),
            "denominator": forms.DecimalField(
                label=_("Out of how many"), min_value=Decimal("0.0001"), max_digits=18, decimal_places=4
            ),
        } | _part_fields()
    return {"value": _figure(_("Number"), _("What this period adds, besides the activities linked."))} | _part_fields()


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
