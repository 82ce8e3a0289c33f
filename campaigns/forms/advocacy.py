"""Forms of advocacy, made for a phone after a meeting."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.enums.advocacy import AdvocacyKind, OutcomeState
from campaigns.forms.research import SEVERAL, WorkForm
from campaigns.models import AdvocacyAction, DecisionMaker, Partner, PolicyFile, PolicyRecommendation, Project
from campaigns.services.advocacy.actions import ActionEntry

DAY: dict[str, Any] = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class ActionForm(WorkForm):
    """A meeting, letter or the like on one policy file: what was said, and what came of it."""

    kind = forms.ChoiceField(label=_("Kind"), choices=AdvocacyKind.choices)
    happened_on: Any = forms.DateField(label=_("Date"), **DAY)
    recommendation = forms.ModelChoiceField(
        PolicyRecommendation.objects.none(), label=_("About which recommendation"), required=False
    )
    subject = forms.CharField(label=_("What was said or sent"), max_length=300, required=False)
    response = forms.CharField(
        label=_("Answer of the institution"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    outcome = forms.ChoiceField(
        label=_("What became of it"),
        choices=[("", _("Nothing was decided")), *OutcomeState.choices],
        required=False,
        help_text=_("Everyone can read what was decided."),
    )
    decision_makers = forms.ModelMultipleChoiceField(
        DecisionMaker.objects.none(),
        label=_("Public offices that were spoken to"),
        help_text=_("Offices alone: never write names or addresses of people here."),
        **SEVERAL,
    )
    project = forms.ModelChoiceField(Project.objects.none(), label=_("Project"))
    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Partner"))
    is_public = forms.BooleanField(label=_("Everyone may read this"), required=False)

    def __init__(
        self, *args: Any, policy_file: PolicyFile, action: AdvocacyAction | None = None, **kwargs: Any
    ) -> None:
        stated = _stated(action) if action else {"happened_on": timezone.localdate()}
        super().__init__(*args, initial={**stated, **(kwargs.pop("initial", None) or {})}, **kwargs)
        self.policy_file = policy_file
        fields: Any = self.fields
        fields["recommendation"].queryset = policy_file.recommendations.all()
        fields["decision_makers"].queryset = DecisionMaker.objects.for_listing().order_by("office", "pk")
        if action:
            for name in ("project", "partner", "outcome"):
                del self.fields[name]

    def entry(self) -> ActionEntry:
        values = {**self.cleaned_data, "decision_makers": tuple(self.cleaned_data["decision_makers"])}
        return ActionEntry(policy_file=self.policy_file, **values)


def _stated(action: AdvocacyAction) -> dict[str, Any]:
    plain = ("kind", "happened_on", "recommendation", "subject", "response", "is_public")
    return {
        **{name: getattr(action, name) for name in plain},
        "decision_makers": list(action.addressees.values_list("decision_maker_id", flat=True)),
    }


class SignaturesForm(forms.Form):
    """How many have signed so far."""

    counted_on: Any = forms.DateField(label=_("Date"), **DAY)
    signatures = forms.IntegerField(
        label=_("Signatures so far"), min_value=0, max_value=2_000_000_000, help_text=_("All together, not new ones.")
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"counted_on": timezone.localdate()}, **kwargs})
