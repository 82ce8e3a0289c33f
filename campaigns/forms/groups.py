"""Forms of groups."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums.groups import DigestFrequency, GroupRole, QuestionKind
from campaigns.models import AssessmentQuestion, GroupPost, GroupThread
from core.models import Organisation
from core.public_ids import InvalidPublicId, normalise_public_id

YES_NO = [("1", _("Yes")), ("0", _("No"))]
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ReasonedForm(forms.Form):
    """A form whose entry the history explains."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Kept in the history, for example “agreed at the meeting in March”."),
        error_messages={"required": _("Say in a few words why; the history keeps it.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "reason"])


class MemberForm(ReasonedForm):
    organisation = forms.CharField(
        label=_("Organisation"), max_length=20, help_text=_("Its identifier, as its page shows it: G-….")
    )
    role = forms.ChoiceField(label=_("Role"), choices=GroupRole.choices, initial=GroupRole.MEMBER)
    joined_on = forms.DateField(label=_("Joined on"), widget=DAY)

    def clean_organisation(self) -> Organisation:
        try:
            written = normalise_public_id(self.cleaned_data["organisation"], Organisation.ID_KIND)
        except InvalidPublicId as error:
            raise forms.ValidationError(_("This is no identifier of an organisation; one begins with G-.")) from error
        found = Organisation.objects.current().filter(public_id=written).first()
        if found is None:
            raise forms.ValidationError(_("No organisation has this identifier."))
        return found


class LeavingForm(ReasonedForm):
    left_on = forms.DateField(label=_("Last day in the group"), widget=DAY)


class WorkshopForm(ReasonedForm):
    topic = forms.CharField(label=_("Topic"), max_length=200)
    held_on = forms.DateField(label=_("Date"), widget=DAY)
    place = forms.CharField(label=_("Place"), max_length=200, required=False, help_text=_("Empty for online."))
    outcome = forms.CharField(label=_("Outcome"), widget=forms.Textarea(attrs={"rows": 4}), required=False)


class ResourceForm(ReasonedForm):
    title = forms.CharField(label=_("Title"), max_length=200)
    url = forms.URLField(label=_("Address"), max_length=500, assume_scheme="https")
    description = forms.CharField(
        label=_("What it is good for"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    is_public = forms.BooleanField(label=_("Everyone may see it"), required=False)


class ThreadForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=GroupThread._meta.get_field("title").max_length)
    body = forms.CharField(
        label=_("What do you want to say?"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=GroupPost._meta.get_field("body").max_length,
    )


class PostForm(forms.Form):
    body = forms.CharField(
        label=_("Your reply"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=GroupPost._meta.get_field("body").max_length,
    )


class HidingForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is this post hidden?"), max_length=300, help_text=_("Shown in the place of the post.")
    )


class DigestForm(forms.Form):
    frequency = forms.ChoiceField(label=_("Mail me what is new"), choices=DigestFrequency.choices)


class AssessmentForm(forms.Form):
    """One field a question; empty ones keep their earlier answer."""

    def __init__(self, *args: Any, questions: list[AssessmentQuestion], latest: dict[int, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = {f"question-{question.pk}": question for question in questions}
        for name, question in self.questions.items():
            self.fields[name] = _field_of(question)
            self.initial.setdefault(name, latest.get(question.pk))

    def answers(self) -> dict[AssessmentQuestion, str | int | None]:
        return {question: self._value(name, question) for name, question in self.questions.items()}

    def _value(self, name: str, question: AssessmentQuestion) -> str | int | None:
        value = self.cleaned_data[name]
        return value if question.kind == QuestionKind.TEXT or value == "" else int(value)


def _field_of(question: AssessmentQuestion) -> forms.Field:
    if question.kind == QuestionKind.TEXT:
        return forms.CharField(
            label=question.text, widget=forms.Textarea(attrs={"rows": 3}), max_length=5_000, required=False
        )
    choices = YES_NO if question.kind == QuestionKind.YES_NO else [(str(n), str(n)) for n in range(1, 6)]
    return forms.ChoiceField(label=question.text, choices=choices, widget=forms.RadioSelect, required=False)
