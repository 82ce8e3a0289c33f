"""What buyers change themselves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from procurement.enums import BuyerVisibility


class BuyerVisibilityForm(forms.Form):
    """Who may see what we buy, and why that changes."""

    buyer_visibility = forms.ChoiceField(
        label=_("Who may see what we buy, and the factories behind it?"),
        choices=BuyerVisibility.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Kept in the history of your record, for example “decided by the purchasing board”."),
        error_messages={"required": _("Say in a few words why; the history keeps it.")},
    )
