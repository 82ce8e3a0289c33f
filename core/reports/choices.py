"""Fields of report forms: one record out of few."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class RecordChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """One record by its public identifier or code; in words its name. Nothing chosen means all."""

    def __init__(self, queryset: Any, label: Any, *, required: bool = False, key: str = "public_id") -> None:
        super().__init__(queryset, label=label, required=required, to_field_name=key, empty_label=_("All"))
