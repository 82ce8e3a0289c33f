"""Which rows of an import run to show."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.enums import RowVerdict
from core.queries.import_rows import Remark


class ImportRowsForm(forms.Form):
    verdict = forms.ChoiceField(label=_("Verdict"), required=False, choices=[("", _("All")), *RowVerdict.choices])
    after = forms.IntegerField(min_value=0, max_value=2_147_483_647, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, remarks: list[Remark], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = sorted({remark.code for remark in remarks})
        choices = [("", _("All")), *((code, code) for code in codes)]
        self.fields["code"] = forms.ChoiceField(label=_("Remark"), required=False, choices=choices)

    def problems(self) -> list[str]:
        """What the address asks and the page cannot do: unknown parameters and refused values, by name."""
        unknown = [name[:80] for name in self.data if name not in self.fields]
        texts = [gettext("There is no parameter “%(name)s” here.") % {"name": name} for name in unknown]
        return [*texts, *(f"{name}: {text}" for name, found in self.errors.items() for text in found)]
