"""Forms by which a partner keeps policy files and what is asked in them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums.advocacy import PolicyLevel
from campaigns.forms.advocacy import DAY
from campaigns.forms.pipeline import NamedField
from campaigns.forms.research import WorkForm
from campaigns.models import Partner, PolicyFile, PolicyRecommendation, Project, Publication
from campaigns.services.advocacy.files import PLAIN, PolicyEntry
from core.models import Country, Organisation


class PolicyFileForm(WorkForm):
    """Title and level first; partner and project are given once."""

    name = forms.CharField(label=_("Title"), max_length=300)
    level = forms.ChoiceField(label=_("Level"), choices=PolicyLevel.choices)
    institution = NamedField(
        model=Organisation,
        kind="G",
        label=_("Institution"),
        required=False,
        help_text=_("That decides on it; name or identifier."),
    )
    country = forms.ModelChoiceField(Country.objects.order_by("name"), label=_("Country"), required=False)
    reference = forms.CharField(
        label=_("Reference"), max_length=120, required=False, help_text=_("As the institution gives it.")
    )
    url = forms.URLField(label=_("Address"), max_length=500, required=False, assume_scheme="https")
    opened_on: Any = forms.DateField(label=_("Opened on"), required=False, **DAY)
    summary = forms.CharField(label=_("What it is about"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    project = forms.ModelChoiceField(Project.objects.none(), label=_("Project"))
    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Responsible partner"))

    def __init__(self, *args: Any, file: PolicyFile | None = None, **kwargs: Any) -> None:
        stated = {name: getattr(file, name) for name in PLAIN} if file else {}
        super().__init__(*args, initial={**stated, **(kwargs.pop("initial", None) or {})}, **kwargs)
        if file:
            for name in ("project", "partner"):
                del self.fields[name]

    def entry(self) -> PolicyEntry:
        return PolicyEntry(**self.cleaned_data)


class RecommendationForm(forms.Form):
    """What is asked of the institution, and the publication that says so."""

    ask = forms.CharField(label=_("What is asked"), widget=forms.Textarea(attrs={"rows": 4}))
    publication = NamedField(
        model=Publication,
        kind="2",
        label=_("Made in"),
        required=False,
        help_text=_("The publication that makes this recommendation: title or identifier."),
    )

    def __init__(
        self, *args: Any, user: Any, recommendation: PolicyRecommendation | None = None, **kwargs: Any
    ) -> None:
        stated = {"ask": recommendation.ask, "publication": recommendation.publication} if recommendation else {}
        super().__init__(*args, **{"initial": stated, **kwargs})
        self.fields["publication"].records = Publication.objects.visible_to(user)  # type: ignore[attr-defined]
