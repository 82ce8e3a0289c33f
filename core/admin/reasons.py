"""Every change through the administration has a reason, and it is recorded with who made it."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

FIELD = "change_reason"
LONGEST = 300


def reason_field() -> forms.CharField:
    return forms.CharField(
        label=_("Reason for the change"),
        max_length=LONGEST,
        help_text=_("Everyone who may see the record reads this in its history. Name no persons."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class ReasonForm(forms.ModelForm):
    """A record's form with the reason for the change. `refusal` is what the database said of the last attempt."""

    change_reason = reason_field()
    refusal = ""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned

    @cached_property
    def changed_data(self) -> list[str]:
        """The reason is no change by itself."""
        return [name for name in super().changed_data if name != FIELD]


class BulkForm(forms.Form):
    """What a bulk action asks for."""

    change_reason = reason_field()
