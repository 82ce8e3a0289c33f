"""A kind of report: what it is called, what it counts and how, what can be chosen, and what it then says.

To add one, write a subclass in an app's `reports` package and name an instance of it in `settings.REPORTS`.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.reports.document import Document, Figure
from core.reports.periods import Period, PeriodName, period_named
from core.reports.words import in_words

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

    Viewer = User | AnonymousUser


class Format(StrEnum):
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"
    XML = "xml"
    SVG = "svg"


class ReportForm(forms.Form):
    """What can be chosen. Its data are texts, and are kept as such: a relative period is resolved when it runs."""

    def __init__(self, *args: Any, user: "Viewer", today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.today = today

    def in_words(self) -> list[tuple[str, str]]:
        """(label, value) of everything chosen, in the language at work."""
        said = [(str(field.label), self.text_of(name)) for name, field in self.fields.items()]
        return [(label, text) for label, text in said if text]

    def text_of(self, name: str) -> str:
        """The chosen value of a field as a person reads it; empty where nothing was chosen."""
        value = self.cleaned_data.get(name)
        field = self.fields[name]
        if value in (None, "", []) or (value is False):
            return ""
        if isinstance(field, forms.ModelChoiceField):
            return str(value)
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
        return gettext("Yes") if value is True else str(value)


class PeriodForm(ReportForm):
    """With a period, relative or from day to day."""

    period = forms.ChoiceField(label=_("Period"), choices=PeriodName.choices, initial=PeriodName.LAST_QUARTER)
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Up to"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("period") == PeriodName.DAYS:
            self._check_days(cleaned.get("since"), cleaned.get("until"))
        return cleaned

    def _check_days(self, since: datetime.date | None, until: datetime.date | None) -> None:
        for name, day in (("since", since), ("until", until)):
            if day is None and name not in self.errors:
                self.add_error(name, gettext("Give the day."))
        if since and until and until < since:
            self.add_error("until", gettext("The last day is before the first one."))

    @property
    def chosen_period(self) -> Period:
        name = self.cleaned_data["period"]
        if name == PeriodName.DAYS:
            return Period(self.cleaned_data["since"], self.cleaned_data["until"])
        return period_named(name, self.today)

    def text_of(self, name: str) -> str:
        if name in ("since", "until"):
            if self.cleaned_data["period"] == PeriodName.ALL:
                return ""
            day = getattr(self.chosen_period, "first" if name == "since" else "last")
            return in_words(day) if day else ""
        return super().text_of(name)


@dataclass(frozen=True)
class Asked:
    """One wish for a report: who asks, what was chosen, and when."""

    user: "Viewer"
    form: Any
    now: datetime.datetime
    language: str

    @property
    def today(self) -> datetime.date:
        return self.form.today

    @property
    def values(self) -> dict[str, Any]:
        return self.form.cleaned_data

    @property
    def period(self) -> Period:
        return self.form.chosen_period


class Report:
    """Base of all kinds."""

    kind: ClassVar[str]
    title: ClassVar[Any]
    description: ClassVar[Any]
    # What it counts and how, one text a rule.
    method: ClassVar[Sequence[Any]] = ()
    formats: ClassVar[Sequence[Format]] = (Format.HTML, Format.PDF, Format.XLSX, Format.CSV, Format.JSON)
    form_class: ClassVar[type[ReportForm]] = ReportForm
    # Whether it can be made of parts too (`parts`).
    has_parts: ClassVar[bool] = False

    def may_make(self, user: "Viewer") -> bool:
        """Whether the kind is offered to `user`; its rows are what the user may see in any case."""
        return True

    def form(self, data: Mapping[str, Any] | QueryDict | None, user: "Viewer", today: datetime.date) -> ReportForm:
        initial = {name: field.initial for name, field in self.form_class.base_fields.items()}
        return self.form_class(data, user=user, today=today, initial=initial)

    def preview(self, asked: Asked) -> list[Figure]:
        """What the report would be about, in numbers. The first is the number of its rows."""
        raise NotImplementedError

    def document(self, asked: Asked) -> Document:
        raise NotImplementedError

    def parts(self, asked: Asked) -> list[tuple[str, dict[str, str]]]:
        """Reports that this one is joined from: their names, and what their parameters add to those of the whole."""
        return []

    def base(self, asked: Asked, **values: Any) -> Document:
        """A document with what every report says of itself."""
        common: dict[str, Any] = {
            "kind": self.kind,
            "title": str(self.title),
            "subtitle": "",
            "language": asked.language,
            "made_at": asked.now,
            "made_for": str(asked.user) if asked.user.is_authenticated else "",
            "chosen": asked.form.in_words(),
            "method": [str(text) for text in self.method],
            "sections": (),
        }
        return Document(**common | values)
