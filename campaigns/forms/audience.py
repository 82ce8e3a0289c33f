"""The part of the activity's form that takes figures: per measure a total, and parts by sex, age and country."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from campaigns.enums.outreach import AgeBand, AudienceMeasure, Sex
from campaigns.forms.fields import CountryPartsField
from campaigns.models import AudienceCount
from campaigns.services.outreach.entries import (
    CountEntry,
    always_estimated,
    countries_field,
    estimate_field,
    total_field,
)

MEASURES = tuple(AudienceMeasure)


@dataclass(frozen=True)
class MeasureFields:
    """The bound fields of one measure, as the page shows them."""

    label: Any
    total: Any
    is_estimate: Any
    sexes: list[Any]
    ages: list[Any]
    countries: Any

    @property
    def parts(self) -> list[Any]:
        return [*self.sexes, *self.ages, self.countries]

    @property
    def is_used(self) -> bool:
        fields = [self.total, *self.parts]
        return any(field.value() not in (None, "") or field.errors for field in fields)

    @property
    def has_parts(self) -> bool:
        return any(field.value() not in (None, "") or field.errors for field in self.parts)


def audience_fields() -> dict[str, forms.Field]:
    """All fields by name; `campaigns.services.outreach.entries` names them."""
    fields: dict[str, forms.Field] = {}
    for measure in MEASURES:
        fields[total_field(measure.value)] = _number(measure.label)
        if not always_estimated(measure.value):
            fields[estimate_field(measure.value)] = forms.BooleanField(label=_("This is an estimate"), required=False)
        for part in _parts(measure.value):
            fields[part.field] = _number(_part_label(part))
        fields[countries_field(measure.value)] = CountryPartsField(
            label=_("By country"),
            required=False,
            max_length=1000,
            help_text=_("Code and number, for example AT 20; DE 15."),
        )
    return fields


def _parts(measure: str) -> Iterator[CountEntry]:
    for sex in Sex.values:
        yield CountEntry(measure, 0, sex=sex)
    for band in AgeBand.values:
        yield CountEntry(measure, 0, age_band=band)


def _part_label(part: CountEntry) -> Any:
    if part.sex == Sex.UNKNOWN:
        return _("Sex not known")
    if part.age_band == AgeBand.UNKNOWN:
        return _("Age not known")
    return Sex(part.sex).label if part.sex else AgeBand(part.age_band).label


def _number(label: Any) -> forms.IntegerField:
    field = forms.IntegerField(label=label, required=False)
    field.widget.attrs["inputmode"] = "numeric"
    field.error_messages["invalid"] = _("Give a whole number, without spaces or points.")
    return field


def measures_of(form: forms.Form) -> list[MeasureFields]:
    return [
        MeasureFields(
            label=measure.label,
            total=form[total_field(measure.value)],
            is_estimate=form[estimate_field(measure.value)] if estimate_field(measure.value) in form.fields else None,
            sexes=[form[part.field] for part in _parts(measure.value) if part.sex],
            ages=[form[part.field] for part in _parts(measure.value) if part.age_band],
            countries=form[countries_field(measure.value)],
        )
        for measure in MEASURES
    ]


def counts_in(values: Mapping[str, Any]) -> Iterator[CountEntry]:
    """The figures among a form's cleaned values; a blank is no figure."""
    for measure in MEASURES:
        estimated = always_estimated(measure.value) or bool(values.get(estimate_field(measure.value)))
        if (total := values.get(total_field(measure.value))) is not None:
            yield CountEntry(measure.value, total, estimated)
        for part in _parts(measure.value):
            if (number := values.get(part.field)) is not None:
                yield CountEntry(measure.value, number, estimated, part.sex, part.age_band)
        for code, number in values.get(countries_field(measure.value)) or ():
            yield CountEntry(measure.value, number, estimated, country=code)


def initial_counts(rows: Iterable[AudienceCount]) -> dict[str, Any]:
    """Initial values for figures on record; parts cut twice have no field and are left out."""
    values: dict[str, Any] = {}
    countries: dict[str, list[str]] = {}
    for row in rows:
        entry = entry_of(row)
        if len(entry.cut) > 1:
            continue
        if entry.country:
            countries.setdefault(entry.field, []).append(f"{entry.country} {entry.number}")
        else:
            values[entry.field] = entry.number
        if entry.is_total and not always_estimated(entry.measure):
            values[estimate_field(entry.measure)] = entry.is_estimate
    return values | {field: "; ".join(parts) for field, parts in countries.items()}


def entry_of(row: AudienceCount) -> CountEntry:
    return CountEntry(row.measure, row.number, row.is_estimate, row.sex, row.age_band, row.country_id or "")
