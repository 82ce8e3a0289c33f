"""Forms of the affiliation pipeline: what to look at, recording a contact, moving a stage."""

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.enums.pipeline import ContactKind, ContactStatus
from campaigns.forms.fields import identifier_in, named
from campaigns.forms.proposing import ProposingInput
from campaigns.models import Activity, InstitutionContact, Partner, Project, ProjectPartner
from campaigns.queries.pipeline import Scope, bodies
from campaigns.querysets.pipeline import knows_pipeline
from core.access import access_of
from core.models import Country, Organisation, User
from core.public_ids import InvalidPublicId, normalise_public_id
from procurement.enums import AffiliationRoute, AffiliationStage
from procurement.models import Procurer

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

FEW = 6
RECENT = 20


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def add_refusal(form: forms.Form, error: ValidationError) -> None:
    """What a service refused, at its field; at the form's head where the form has no such field."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, texts in by_field.items():
        for text in texts:
            form.add_error(name if name in form.fields else None, text)


class NamedField(forms.CharField):
    """A record by its identifier or its name, typed or chosen from what is proposed; works without scripts.

    "Name (identifier)", as proposals read, means the identifier. A form may leave fewer `records` to choose from.
    """

    def __init__(self, *, model: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(max_length=340, **kwargs)
        self.model, self.kind = model, kind
        self.records: Any = None

    def prepare_value(self, value: Any) -> Any:
        return named(value) if isinstance(value, Model) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            found = list(self._records().filter(public_id=normalise_public_id(identifier_in(text), self.kind)))
        except InvalidPublicId:
            found = self._by_name(text)
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(str(record) for record in found[:FEW])
            raise ValidationError(
                gettext("Several are called so: %(names)s. Write the name in full.") % {"names": names}
            )
        raise ValidationError(gettext("Nothing of this name is on record."))

    def _records(self) -> Any:
        return self.model.objects.current() if self.records is None else self.records

    def _by_name(self, text: str) -> list[Any]:
        path = f"{self.model.objects.none().names}name"
        exact = list(self._records().filter(**{f"{path}__iexact": text})[:2])
        return exact or list(self._records().matching(text)[:FEW])


class ScopeForm(forms.Form):
    """As at which day, and of which affiliations."""

    as_at = forms.DateField(label=_("As at"), required=False, widget=DayInput)
    body = forms.ModelChoiceField(
        Organisation.objects.none(), to_field_name="public_id", required=False, label=_("Body")
    )
    partner = forms.ModelChoiceField(
        Partner.objects.none(), to_field_name="public_id", required=False, label=_("Steps by partner")
    )
    country = forms.ModelChoiceField(Country.objects.none(), required=False, label=_("Country"))

    def __init__(self, asked: Mapping[str, Any], *, user: "User | AnonymousUser", today: datetime.date) -> None:
        # The day that holds is shown, also where the address names none.
        super().__init__({"as_at": today.isoformat(), **{name: asked[name] for name in asked}})
        self.today = today
        self.fields["body"].queryset = bodies()  # type: ignore[attr-defined]
        self.fields["country"].queryset = Country.objects.order_by("name")  # type: ignore[attr-defined]
        for name in ("body", "country"):
            self.fields[name].empty_label = _("all")  # type: ignore[attr-defined]
        if knows_pipeline(user):
            partners = Partner.objects.visible_to(user).select_related("organisation").by_name()
            self.fields["partner"].queryset = partners  # type: ignore[attr-defined]
            self.fields["partner"].empty_label = _("all")  # type: ignore[attr-defined]
        else:
            del self.fields["partner"]

    def clean_as_at(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["as_at"] or self.today
        if day > self.today:
            raise ValidationError(_("This day lies in the future."))
        return day

    def scope(self) -> Scope:
        """What was asked for; parts that could not be read are left out, and the form says so."""
        data = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        return Scope(data.get("as_at") or self.today, data.get("body"), data.get("partner"), data.get("country"))


class ForProject(forms.Form):
    """For which project of one's partner; asked only where there is a choice."""

    participation = forms.ModelChoiceField(
        ProjectPartner.objects.none(), label=_("Partner and project"), empty_label=None
    )

    def choose_participation(self, user: User) -> None:
        access = access_of(user)
        rows = ProjectPartner.objects.select_related("project", "partner__organisation").order_by(
            "-project__starts_on", "pk"
        )
        if not access.is_admin:
            rows = rows.filter(partner__organisation_id__in=access.partner_organisations)
        field = self.fields["participation"]
        field.queryset = rows  # type: ignore[attr-defined]
        field.label_from_instance = lambda row: f"{row.partner}, {row.project}"  # type: ignore[attr-defined]
        known = list(rows[:2])
        if len(known) == 1:
            field.widget = forms.HiddenInput()
        if known:
            field.initial = known[0].pk


class ContactForm(ForProject):
    """A contact, quick on a phone: who, what, when; the rest may stay empty."""

    field_order = (
        "institution",
        "kind",
        "status",
        "held_on",
        "subject",
        "next_step",
        "next_step_on",
        "next_step_owner",
    )

    institution = NamedField(
        model=Procurer, kind="P", label=_("Institution"), help_text=_("Name or identifier of the public buyer.")
    )
    kind = forms.ChoiceField(
        label=_("Kind of contact"), choices=ContactKind.choices, widget=forms.RadioSelect, initial="meeting"
    )
    status = forms.ChoiceField(
        label=_("State"), choices=ContactStatus.choices, widget=forms.RadioSelect, initial="completed"
    )
    held_on = forms.DateField(label=_("Date"), widget=DayInput)
    subject = forms.CharField(label=_("Subject"), max_length=200)
    body = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("About affiliation with"),
        required=False,
        empty_label=_("no body in particular"),
    )
    met_with = forms.CharField(
        label=_("Met with"),
        max_length=200,
        required=False,
        help_text=_("Function or office, not the name of a person."),
    )
    activity = NamedField(
        model=Activity,
        kind="Y",
        label=_("At which activity"),
        required=False,
        help_text=_("Of your projects, where it took place at one. Type its title, or choose a recent one."),
        widget=ProposingInput,
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    next_step = forms.CharField(label=_("Next step"), max_length=300, required=False)
    next_step_on = forms.DateField(label=_("Next step by"), required=False, widget=DayInput)
    next_step_owner = forms.ModelChoiceField(
        User.objects.none(), label=_("Next step by whom"), required=False, empty_label=_("who is in charge")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_participation(user)
        self.fields["body"].queryset = bodies()  # type: ignore[attr-defined]
        activities = Activity.objects.visible_to(user).filter(project__in=Project.objects.joined_by(user).values("pk"))
        self.fields["activity"].records = activities  # type: ignore[attr-defined]
        recent = activities.order_by("-starts_on", "-pk")[:RECENT]
        self.fields["activity"].widget.proposed = [named(activity) for activity in recent]
        organisations = access_of(user).partner_organisations
        colleagues = User.objects.filter(memberships__organisation__in=organisations, memberships__is_active=True)
        self.fields["next_step_owner"].queryset = colleagues.distinct().order_by("name", "pk")  # type: ignore[attr-defined]

    def details(self) -> dict[str, Any]:
        """Values for the services; partner and project are given once, at the beginning."""
        data = dict(self.cleaned_data)
        data["procurer"] = data.pop("institution")
        data.pop("participation", None)
        return data


class MoveForm(ForProject):
    """A step of an affiliation."""

    body = forms.ModelChoiceField(Organisation.objects.none(), label=_("Affiliation with"), empty_label=None)
    stage = forms.ChoiceField(label=_("Stage"))
    happened_on = forms.DateField(
        label=_("Date"), widget=DayInput, help_text=_("For an affiliation: the day of signature.")
    )
    route = forms.ChoiceField(
        label=_("Route"),
        choices=[("", "–"), *AffiliationRoute.choices],
        required=False,
        help_text=_("For an affiliation."),
    )
    via = NamedField(
        model=Organisation,
        kind="G",
        label=_("Through"),
        required=False,
        help_text=_("Name or identifier of the consortium, network or authority, unless direct."),
    )
    contact = forms.ModelChoiceField(
        InstitutionContact.objects.none(),
        label=_("On the ground of"),
        required=False,
        empty_label=_("the latest contact"),
        help_text=_("“Encouraged” needs a contact that took place."),
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Kept in the history, for example “signed letter of 3 May”. Name no persons."),
    )

    def __init__(
        self, *args: Any, user: User, procurer: Procurer, stages: Iterable[AffiliationStage], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choose_participation(user)
        self.fields["body"].queryset = bodies()  # type: ignore[attr-defined]
        self.fields["stage"].choices = [(stage.value, stage.label) for stage in stages]  # type: ignore[attr-defined]
        contacts = InstitutionContact.objects.visible_to(user).filter(procurer=procurer, status=ContactStatus.COMPLETED)
        field = self.fields["contact"]
        field.queryset = contacts.order_by("-held_on", "-pk")  # type: ignore[attr-defined]
        field.label_from_instance = lambda row: f"{row.held_on:%Y-%m-%d} {row.subject}"  # type: ignore[attr-defined]
