"""The form on the phone: the activity's form, with what the person uses first and as large as a thumb."""

import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import ActivityType, AudienceGroup
from campaigns.forms.choosing import language_choices, offer, recent_first
from campaigns.forms.outreach import ActivityForm
from campaigns.models import Activity
from campaigns.queries.recent import Recent, partners_by_use
from core.models import Country

if TYPE_CHECKING:
    from core.models import User

DONE, PLANNED = "yes", "no"


class LogForm(ActivityForm):
    """One entry. A similar record on file has to be told apart before it is saved: `is_another`."""

    is_done = forms.TypedChoiceField(  # type: ignore[assignment]
        label=_("Has it taken place?"),
        choices=[(DONE, _("Done")), (PLANNED, _("Planned"))],
        coerce=lambda value: value == DONE,
        initial=DONE,
        widget=forms.RadioSelect,
    )
    is_another = forms.BooleanField(label=_("It is another one, save it"), required=False)

    def __init__(self, *args: Any, user: "User", today: datetime.date, recent: Recent, **kwargs: Any) -> None:
        super().__init__(*args, user=user, today=today, **kwargs)
        self.found_similar: list[Activity] = []
        self.fields["name"].label = _("Title")
        for field in self.fields.values():
            field.label = capfirst(field.label)
        self._order_by_use(recent)

    def _order_by_use(self, recent: Recent) -> None:
        self.fields["event"].widget = forms.HiddenInput()
        offer(self.fields["type"], recent_first(ActivityType.choices, recent.values.get("type", []), _("Choose")))
        groups = recent.values.get("audience_group", [])
        offer(self.fields["audience_group"], recent_first(AudienceGroup.choices, groups, _("Not stated")))
        countries = sorted(((row.pk, str(row)) for row in Country.objects.all()), key=lambda choice: choice[1])
        offer(self.fields["country"], recent_first(countries, recent.values.get("country_id", []), _("Not stated")))
        spoken = recent.values.get("language", [])
        self.fields["language"].widget = forms.Select()
        self.fields["language"].help_text = ""
        known = language_choices([*spoken, str(self["language"].value() or "")])
        offer(self.fields["language"], recent_first(known, spoken, _("Not stated")))
        project = self.fields["project"].queryset.filter(public_id=self["project"].value() or "").first()
        partners = partners_by_use(recent, project)
        offer(self.fields["co_partners"], [(partner.public_id, partner.name) for partner in partners])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("is_another"):
            self.found_similar = self.similar()
            if self.found_similar:
                self.add_error("is_another", gettext("A record like this is there already. Is it another one?"))
        return cleaned


def submitted(fields: dict[str, list[str]], client_id: UUID) -> QueryDict:
    """What a device kept of a form, as if the form had sent it."""
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    data["client_id"] = str(client_id)
    return data


def as_typed(fields: dict[str, list[str]]) -> dict[str, Any]:
    """A draft as initial values of the form, nothing of it checked."""
    return {name: values if name == "co_partners" else values[0] for name, values in fields.items() if values}
