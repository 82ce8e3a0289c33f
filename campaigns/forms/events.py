"""The form of an event."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import ActivityType, AudienceGroup
from campaigns.forms.choosing import language_choices, offer, recent_first
from campaigns.models import EventPreset, Partner, Project
from campaigns.queries.recent import Recent
from campaigns.services.events import save_event
from core.access import access_of
from core.filters.fields import DayField
from core.models import Country

if TYPE_CHECKING:
    from core.models import User

_TEXTS = ("name", "city", "venue")
_RECORDS = ("project", "lead", "country")


class EventForm(forms.Form):
    """What is preset for everything that is logged at an event."""

    name = forms.CharField(label=_("Name of the event"), max_length=200)
    type = forms.ChoiceField(label=_("Kind of activity"), choices=ActivityType.choices)
    starts_on = DayField(label=_("Date or first day"))
    ends_on = DayField(label=_("Last day"), required=False, help_text=_("Only where it takes several days."))
    is_online = forms.BooleanField(label=_("Online"), required=False)
    country = forms.ModelChoiceField(Country.objects.none(), required=False, label=_("Country"))
    city = forms.CharField(label=_("Town"), max_length=120, required=False)
    venue = forms.CharField(
        label=_("Place"), max_length=200, required=False, help_text=_("Building, street or website.")
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    audience_group = forms.ChoiceField(
        label=_("Audience"), choices=[("", _("Not stated")), *AudienceGroup.choices], required=False
    )
    project = forms.ModelChoiceField(Project.objects.none(), to_field_name="public_id", label=_("Project"))
    lead = forms.ModelChoiceField(Partner.objects.none(), to_field_name="public_id", label=_("Lead partner"))

    def __init__(
        self, *args: Any, user: "User", recent: Recent, event: EventPreset | None = None, **kwargs: Any
    ) -> None:
        self.user, self.event = user, event
        kwargs["initial"] = initial_of(event) if event else first_values(recent)
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["project"].queryset = Project.objects.joined_by(user).order_by("-starts_on", "pk")
        leads = Partner.objects.current() if access_of(user).is_admin else Partner.objects.own_of(user)
        fields["lead"].queryset = leads.select_related("organisation").by_name()
        fields["country"].queryset = Country.objects.all()
        offer(fields["type"], recent_first(ActivityType.choices, recent.values.get("type", []), _("Choose")))
        countries = sorted(((row.pk, str(row)) for row in Country.objects.all()), key=lambda choice: choice[1])
        offer(fields["country"], recent_first(countries, recent.values.get("country_id", []), _("Not stated")))
        held = [event.language] if event else []
        languages = language_choices([*recent.values.get("language", []), *held])
        fields["language"].choices = recent_first(languages, recent.values.get("language", []), _("Not stated"))

    def save(self, *, reason: str) -> EventPreset | None:
        """The event; None where that was refused after all, with the reason in the form's errors."""
        try:
            return save_event(actor=self.user, reason=reason, values=self.cleaned_data, event=self.event)
        except ValidationError as error:
            by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
            for name, texts in by_field.items():
                self.add_error(name if name in self.fields else None, texts)
            return None


def initial_of(event: EventPreset) -> dict[str, Any]:
    """The event's values, as its form and that of an activity logged there name them."""
    plain = ("type", "starts_on", "ends_on", "city", "venue", "is_online", "language", "audience_group")
    return {
        **{name: getattr(event, name) for name in plain},
        "name": event.name,
        "country": event.country_id,
        "project": event.project.public_id,
        "lead": event.lead.public_id,
    }


def first_values(recent: Recent) -> dict[str, Any]:
    """What is the same as last time, most likely."""
    return {"project": recent.first("project__public_id"), "lead": recent.first("lead__public_id")}
