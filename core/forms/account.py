"""What people change about themselves."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from core.models import User


def languages() -> list[tuple[str, str]]:
    """Languages of the site, each in its own name."""
    return [(code, get_language_info(code)["name_local"].capitalize()) for code, _name in settings.LANGUAGES]


class AccountForm(forms.Form):
    """Name and language of an account."""

    name = forms.CharField(
        label=_("Name"),
        max_length=User._meta.get_field("name").max_length,
        required=False,
        strip=True,
        help_text=_("Shown to people of your own organisation and to administrators."),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=languages, help_text=_("For pages after you sign in, and for mails.")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        initial = {"name": user.name, "language": user.language or settings.LANGUAGE_CODE}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.fields["name"].widget.attrs["autocomplete"] = "name"
