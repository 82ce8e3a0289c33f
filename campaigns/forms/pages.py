"""Forms of campaign pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.forms.research import SEVERAL, WorkForm
from campaigns.models import Activity, Campaign, Partner, Project, Publication
from campaigns.queries.pages import offered_activities
from campaigns.services.pages.campaigns import PLAIN, CampaignEntry

DAY: dict[str, Any] = {"required": False, "widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class CampaignForm(WorkForm):
    """The text first; activities and publications once the page is there."""

    partner_field = "lead"

    name = forms.CharField(label=_("Name of the campaign"), max_length=300)
    slogan = forms.CharField(label=_("Slogan"), max_length=200, required=False)
    story = forms.CharField(
        label=_("Story"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Plain text; an empty line begins a new paragraph."),
    )
    starts_on: Any = forms.DateField(label=_("Begins on"), **DAY)
    ends_on: Any = forms.DateField(label=_("Ends on"), **DAY)
    project = forms.ModelChoiceField(Project.objects.none(), label=_("Project"))
    lead = forms.ModelChoiceField(Partner.objects.none(), label=_("Lead partner"))
    activities = forms.ModelMultipleChoiceField(
        Activity.objects.none(),
        label=_("Activities"),
        help_text=_("They show once they are announced or approved."),
        **SEVERAL,
    )
    publications = forms.ModelMultipleChoiceField(Publication.objects.none(), label=_("Publications"), **SEVERAL)

    def __init__(self, *args: Any, campaign: Campaign | None = None, user: Any, **kwargs: Any) -> None:
        initial = _stated(campaign) if campaign else {}
        super().__init__(*args, user=user, initial=initial, **kwargs)
        fields: Any = self.fields
        if campaign:
            fields["activities"].queryset = offered_activities(campaign)
            fields["publications"].queryset = Publication.objects.visible_to(user).latest_first()
            absent = ("project", "lead")
        else:
            absent = ("activities", "publications")
        for name in absent:
            del self.fields[name]

    def entry(self) -> CampaignEntry:
        values: dict[str, Any] = {
            name: tuple(value) if name in ("activities", "publications") else value
            for name, value in self.cleaned_data.items()
        }
        return CampaignEntry(**values)


def _stated(campaign: Campaign) -> dict[str, Any]:
    return {
        **{name: getattr(campaign, name) for name in PLAIN},
        "activities": list(campaign.activity_links.values_list("activity", flat=True)),
        "publications": list(campaign.publication_links.values_list("publication", flat=True)),
    }


class ResourceForm(forms.Form):
    """Something to take along: an address, or a file."""

    title = forms.CharField(label=_("Title"), max_length=200)
    language = forms.CharField(
        label=_("Language"), max_length=20, required=False, help_text=_("BCP 47 tag, for example en.")
    )
    url = forms.URLField(label=_("Address"), max_length=500, required=False, assume_scheme="https")
    file = forms.FileField(label=_("Or a file"), required=False, help_text=_("PDF, PNG or JPEG, up to 20 megabytes."))

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
