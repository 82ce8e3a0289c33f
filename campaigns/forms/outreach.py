"""The one form of an activity: the page to log, the page to edit and the import all check through it."""

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import ActivityState, ActivityType, AudienceGroup
from campaigns.forms.audience import MeasureFields, audience_fields, counts_in, entry_of, initial_counts, measures_of
from campaigns.forms.fields import RecordsField, StopsField
from campaigns.models import Activity, EventPreset, Partner, Project, WorkPackage
from campaigns.queries.outreach import similar_activities
from campaigns.services.outreach.checks import check_entry
from campaigns.services.outreach.entries import KEPT_FIELDS, total_field
from campaigns.services.outreach.recording import ActivityEntry, Recorded, change_activity, record_activity
from core.access import access_of
from core.filters.fields import DayField
from core.models import Country
from procurement.models import Contract, Procurer

if TYPE_CHECKING:
    from core.models import User

_PLAIN = (*KEPT_FIELDS, "co_partners", "procurers", "contracts", "stops", "is_done", "client_id")
_NEEDED = ("project", "lead", "type", "name", "starts_on")


def _model_text(name: str, **kwargs: Any) -> forms.CharField:
    field: Any = Activity._meta.get_field(name)
    return forms.CharField(
        label=field.verbose_name,
        max_length=field.max_length,
        help_text=field.help_text,
        **{"required": False, **kwargs},
    )


class ActivityForm(forms.Form):
    """What `user` enters, new or about `activity`. `entry` is what was entered, `save` records it.

    Records are named by public id (projects, partners, events), by code (countries) or, for buyers and contracts, by
    identifier or name. Figures are fields of their own: see `campaigns.forms.audience`.
    """

    project = forms.ModelChoiceField(Project.objects.none(), to_field_name="public_id", label=_("Project"))
    lead = forms.ModelChoiceField(Partner.objects.none(), to_field_name="public_id", label=_("Lead partner"))
    type = forms.ChoiceField(choices=[("", "---------"), *ActivityType.choices], label=_("Kind of activity"))
    name = _model_text("name", required=True)
    starts_on = DayField(label=_("Date or first day"))
    ends_on = DayField(label=_("Last day"), required=False, help_text=_("Only where it took several days."))
    is_done = forms.BooleanField(
        label=_("It has taken place"), required=False, initial=True, help_text=_("Without this it is kept as planned.")
    )
    country = forms.ModelChoiceField(Country.objects.none(), required=False, label=_("Country"))
    city = _model_text("city")
    venue = _model_text("venue")
    is_online = forms.BooleanField(label=_("Online"), required=False)
    language = _model_text("language")
    audience_group = forms.ChoiceField(
        choices=[("", "---------"), *AudienceGroup.choices], required=False, label=_("Audience")
    )
    description = forms.CharField(
        label=_("What happened"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    work_package = forms.ModelChoiceField(WorkPackage.objects.none(), required=False, label=_("Work package"))
    event = forms.ModelChoiceField(
        EventPreset.objects.none(), to_field_name="public_id", required=False, label=_("Event")
    )
    co_partners = forms.ModelMultipleChoiceField(
        Partner.objects.none(),
        to_field_name="public_id",
        required=False,
        label=_("Together with"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They get credit for taking part. The figures are counted once, for the lead partner."),
    )
    stops = StopsField(
        required=False,
        max_length=10_000,
        label=_("Stops"),
        help_text=_("Of a tour, one a line: 2026-03-01; Vienna; AT; University."),
    )
    is_announced = forms.BooleanField(
        label=_("Announce it"), required=False, help_text=_("While planned, shown in the public calendar.")
    )
    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, user: "User", today: datetime.date, activity: Activity | None = None, **kwargs: Any
    ) -> None:
        self.user, self.today, self.activity = user, today, activity
        self.fields: dict[str, Any]
        known = _initial_of(activity, user) if activity else {}
        kwargs["initial"] = known | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self._offer(user)
        self.fields |= audience_fields()

    def _offer(self, user: "User") -> None:
        """What this user may choose."""
        projects = Project.objects.joined_by(user).order_by("-starts_on", "pk")
        chosen = {
            "project": projects,
            "lead": _leads(user).select_related("organisation").by_name(),
            "country": Country.objects.order_by("name"),
            "work_package": WorkPackage.objects.filter(project__in=projects.values("pk")).select_related("project"),
            "event": EventPreset.objects.current().filter(project__in=projects.values("pk")).order_by("-starts_on"),
            "co_partners": Partner.objects.current().select_related("organisation").by_name(),
        }
        for name, records in chosen.items():
            self.fields[name].queryset = records
        self.fields["procurers"] = RecordsField(
            records=Procurer.objects.visible_to(user).select_related("organisation"),
            name_path="organisation__name",
            label=_("Public buyers involved"),
            help_text=_("One a line, by name or identifier."),
        )
        self.fields["contracts"] = RecordsField(
            records=Contract.objects.visible_to(user),
            name_path="title",
            label=_("Contracts concerned"),
            help_text=_("One a line, by title or identifier."),
        )

    @property
    def measures(self) -> list[MeasureFields]:
        return measures_of(self)

    @property
    def has_entry(self) -> bool:
        """Is enough known for an `entry`?"""
        return all(self.cleaned_data.get(name) for name in _NEEDED)

    @property
    def entry(self) -> ActivityEntry:
        """What was entered; ask only where `has_entry`."""
        values = {name: self.cleaned_data[name] for name in _PLAIN if self.cleaned_data.get(name)}
        values["co_partners"] = tuple(values.get("co_partners", ()))
        values["contracts"] = (*values.get("contracts", ()), *self._unseen_contracts())
        values["is_done"] = bool(self.cleaned_data.get("is_done"))
        counts = (*counts_in(self.cleaned_data), *self._cut_twice())
        return ActivityEntry(**values, **_kept(self.activity), counts=counts)

    def _unseen_contracts(self) -> list[Contract]:
        """Contracts that somebody else named and this user may not see stay named."""
        if not self.activity:
            return []
        return list(self.activity.contracts.exclude(pk__in=Contract.objects.visible_to(self.user).values("pk")))

    def _cut_twice(self) -> list[Any]:
        """Figures on record that the form has no field for stay as long as their total does."""
        if not self.activity:
            return []
        held = [entry_of(row) for row in self.activity.counts.all()]
        return [
            entry
            for entry in held
            if len(entry.cut) > 1 and self.cleaned_data.get(total_field(entry.measure)) is not None
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.has_entry:
            try:
                check_entry(self.entry, today=self.today)
            except ValidationError as error:
                self.take_over(error)
        return cleaned

    def take_over(self, error: ValidationError) -> None:
        """Puts what a service refused on the fields; what has none stands above the form."""
        by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, texts in by_field.items():
            for text in texts:
                self.add_error(name if name in self.fields else None, text)

    def similar(self) -> list[Activity]:
        """Activities on record that may be the same one."""
        return similar_activities(self.cleaned_data, self.user, besides=self.activity)

    def save(self, *, reason: str, now: datetime.datetime) -> Recorded | None:
        """Records what was entered; None where that was refused after all, with the reason in the form's errors."""
        try:
            if self.activity is None:
                return record_activity(actor=self.user, reason=reason, entry=self.entry, now=now)
            changed = change_activity(actor=self.user, reason=reason, activity=self.activity, entry=self.entry, now=now)
        except ValidationError as error:
            self.take_over(error)
            return None
        return Recorded(changed, is_new=False)


def _leads(user: "User") -> Any:
    return Partner.objects.current() if access_of(user).is_admin else Partner.objects.own_of(user)


def _kept(activity: Activity | None) -> dict[str, Any]:
    """What the form does not ask and must not lose."""
    return {"latitude": activity.latitude, "longitude": activity.longitude} if activity else {}


def _initial_of(activity: Activity, user: "User") -> dict[str, Any]:
    plain = ("type", "name", "starts_on", "ends_on", "city", "venue", "is_online", "language", "audience_group")
    event = activity.event
    return {
        **{name: getattr(activity, name) for name in (*plain, "description", "is_announced")},
        "project": activity.project.public_id,
        "lead": activity.lead.public_id,
        "country": activity.country_id,
        "work_package": activity.work_package_id,
        "event": event.public_id if event else None,
        "is_done": activity.state != ActivityState.PLANNED,
        "co_partners": [partner.public_id for partner in activity.co_partners.all()],
        "procurers": list(activity.procurers.visible_to(user).select_related("organisation")),
        "contracts": list(activity.contracts.visible_to(user)),
        "stops": list(activity.stops.select_related("country")),
        **initial_counts(activity.counts.all()),
    }
