"""Forms of consortia and pacts: who joins, as what, and who leaves."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums.pipeline import AdherenceKind
from campaigns.forms.pipeline import DayInput, NamedField
from campaigns.forms.proposing import ProposingInput
from core.models import Organisation
from procurement.models import Procurer


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Kept in the history, for example “signed letter of 3 May”. Name no persons."),
    )


class MemberForm(forms.Form):
    """Who buys with the consortium, and since when."""

    member = NamedField(
        model=Procurer, kind="P", label=_("Member"), help_text=_("Name or identifier of the public buyer.")
    )
    joined_on: Any = forms.DateField(label=_("Joined on"), widget=DayInput)
    left_on: Any = forms.DateField(
        label=_("Left on"), widget=DayInput, required=False, help_text=_("Only where it is no member any more.")
    )
    reason = _reason()


class LeavingForm(forms.Form):
    left_on: Any = forms.DateField(label=_("Left on"), widget=DayInput, help_text=_("The first day outside."))
    reason = _reason()


class AdherenceForm(forms.Form):
    """Which organisation is in which pact, and as what."""

    organisation = NamedField(model=Organisation, kind="G", label=_("Organisation"), help_text=_("Name or identifier."))
    body = NamedField(
        model=Organisation,
        kind="G",
        label=_("Pact"),
        help_text=_("Name or identifier of the pact or network."),
        widget=ProposingInput,
    )
    kind = forms.ChoiceField(label=_("Part"), choices=AdherenceKind.choices, widget=forms.RadioSelect)
    joined_on: Any = forms.DateField(
        label=_("Joined on"), widget=DayInput, required=False, help_text=_("Leave it empty where no source says so.")
    )
    reason = _reason()

    def __init__(self, *args: Any, proposed: Mapping[str, Iterable[Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, records in proposed.items():
            self.fields[name].widget.proposed = [str(record) for record in records]
