"""Form fields of filters: each names the value it refuses and says what it would take."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

Known = Callable[[list[str]], Mapping[str, Any]]
LONGEST_VALUE = 200
MOST_VALUES = 100


class EveryValue(forms.Widget):
    """All values that an address gives to one parameter."""

    template_name = "components/listing/values.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        given = data.getlist(name) if isinstance(data, QueryDict) else data.get(name, [])
        values = [given] if isinstance(given, str) else list(given)
        return list(dict.fromkeys(value.strip() for value in values if value.strip()))


class ValuesField(forms.Field):
    """Any of several codes or identifiers. `known(values)` gives the meaning of those that exist."""

    widget = EveryValue

    def __init__(self, *, known: Known, accepted: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.known = known
        self.accepted = accepted

    def clean(self, value: list[str]) -> dict[str, Any]:
        """Meaning by value, in the order of the address."""
        if len(value) > MOST_VALUES:
            raise forms.ValidationError(_("Give at most %(most)d values.") % {"most": MOST_VALUES})
        meanings = self.known(value) if value else {}
        unknown = [text for text in value if text not in meanings]
        if unknown:
            raise forms.ValidationError([refusal(text, self.accepted) for text in unknown])
        return {text: meanings[text] for text in value}


class DayField(forms.DateField):
    """A date as `2026-01-31`, whatever the language of the page."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            raise forms.ValidationError(refusal(value, _("a date like 2026-01-31"))) from error


class YesNoField(forms.Field):
    """`yes` or `no`; `true`/`false` and `1`/`0` are understood too."""

    READ = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    widget = forms.Select(choices=[("", "-")])

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.choices = [("", _("Either")), ("yes", _("Yes")), ("no", _("No"))]

    def to_python(self, value: Any) -> bool | None:
        if value in self.empty_values:
            return None
        if value not in self.READ:
            raise forms.ValidationError(refusal(value, "yes, no"))
        return self.READ[value]


class TextField(forms.CharField):
    """Free text without characters that no database keeps."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": LONGEST_VALUE, **kwargs})


def refusal(value: Any, accepted: str = "") -> str:
    """Sentence that names a refused value and what would be accepted."""
    shown = str(value)[:LONGEST_VALUE]
    if not accepted:
        return _("“%(value)s” is not known here.") % {"value": shown}
    return _("“%(value)s” is not known here; accepted: %(accepted)s.") % {"value": shown, "accepted": accepted}
