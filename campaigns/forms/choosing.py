"""Choices in the order of use: what the person chose lately comes first."""

from collections.abc import Iterable
from typing import Any

from babel import Locale
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# The official languages of the European Union, then those spoken where partners and workers are.
_CODES = (
    "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv "
    "ar ca eu gl id is ja ko lb ms nb ru sq sr tl tr uk vi zh-Hans zh-Hant"
)
LANGUAGES = tuple(_CODES.split())

Choice = tuple[Any, Any]


def recent_first(choices: Iterable[Choice], recent: list[Any], blank: Any) -> list[Any]:
    """A blank, then two groups: used lately, and all others. Without recent ones there are no groups."""
    by_value = {str(getattr(value, "value", value)): label for value, label in choices}
    by_value.pop("", None)
    lately = [(value, by_value.pop(value)) for value in map(str, recent) if value in by_value]
    others = list(by_value.items())
    if not lately:
        return [("", blank), *others]
    return [("", blank), (_("Used lately"), lately), (_("All others"), others)]


def language_choices(besides: Iterable[str] = ()) -> list[Choice]:
    """Languages by name in the reader's own; codes of `besides` that are not among them are added."""
    names = Locale.parse(get_language() or "en", sep="-").languages
    codes = [*LANGUAGES, *(code for code in besides if code and code not in LANGUAGES)]
    return sorted(((code, names.get(code.replace("-", "_"), code)) for code in codes), key=lambda choice: choice[1])


def offer(field: forms.Field, choices: list[Any]) -> None:
    """Shows `choices`; what the field accepts stays as it is."""
    widget: Any = field.widget
    widget.choices = choices
