"""The form by which a partner records a publication."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.enums.research import Issue, PartyRole
from campaigns.models import Partner, Project, Publication
from campaigns.services.research.publications import PLAIN, PublicationEntry
from core.access import access_of
from core.models import Country, Organisation
from supplychain.models import Brand, Factory, Mineral, Stage

if TYPE_CHECKING:
    from core.models import User

SEVERAL: dict[str, Any] = {"required": False, "widget": forms.CheckboxSelectMultiple}


def partners_of(user: "User") -> Any:
    """Partners that the person may record for."""
    rows = Partner.objects.visible_to(user) if access_of(user).is_admin else Partner.objects.own_of(user)
    return rows.select_related("organisation").by_name()


class IdentifiersField(forms.CharField):
    """Records by their identifiers, one a line or apart by commas."""

    def __init__(self, *, records: Any, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 2}), **kwargs)
        self.records = records

    def clean(self, value: Any) -> Any:
        written = [part.strip().upper() for part in super().clean(value).replace(",", "\n").splitlines()]
        wanted = list(dict.fromkeys(filter(None, written)))
        found = {record.public_id: record for record in self.records().filter(public_id__in=wanted)}
        if unknown := [text for text in wanted if text not in found]:
            raise ValidationError(gettext("No record has the identifier %(text)s.") % {"text": ", ".join(unknown)})
        return [found[text] for text in wanted]


class WorkForm(forms.Form):
    """What forms of partners have in common: the partner and the project, chosen where there is a choice."""

    partner_field = "partner"

    def __init__(self, *args: Any, user: "User", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partners = partners_of(user)
        self.fields["project"].queryset = Project.objects.joined_by(user).order_by("-starts_on")  # type: ignore[attr-defined]
        self.fields[self.partner_field].queryset = partners  # type: ignore[attr-defined]
        for name in ("project", self.partner_field):
            field: Any = self.fields[name]
            field.initial = field.queryset.first()
            if field.queryset.count() == 1:
                field.empty_label = None


class PublicationForm(WorkForm):
    """Title first; everything that makes it found after that."""

    name = forms.CharField(label=_("Title"), max_length=300)
    name_local = forms.CharField(label=_("Title in the language of the publication"), max_length=300, required=False)
    name_local_lang = forms.CharField(
        label=_("Language of this title"), max_length=20, required=False, help_text=_("BCP 47 tag, for example ca.")
    )
    project = forms.ModelChoiceField(Project.objects.none(), label=_("Project"))
    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Recorded by"))
    authors = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label=_("Written by"), help_text=_("Partners of the register."), **SEVERAL
    )
    commissioners = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label=_("Commissioned by"), help_text=_("Partners of the register."), **SEVERAL
    )
    author_names = forms.CharField(label=_("Authors as the publication names them"), max_length=300, required=False)
    published_on = forms.DateField(
        label=_("Published on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    year = forms.IntegerField(
        label=_("Year"), required=False, min_value=1900, max_value=2100, help_text=_("Where the day is not known.")
    )
    url = forms.URLField(label=_("Address"), max_length=500, required=False, assume_scheme="https")
    languages = forms.CharField(
        label=_("Languages"), max_length=100, required=False, help_text=_("Tags apart by commas, for example en, ca.")
    )
    summary = forms.CharField(
        label=_("Summary"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In your own words; what the publication says, not what you conclude."),
    )
    countries = forms.ModelMultipleChoiceField(
        Country.objects.all(), label=_("Countries"), required=False, widget=forms.SelectMultiple(attrs={"size": 8})
    )
    minerals = forms.ModelMultipleChoiceField(Mineral.objects.all(), label=_("Minerals"), **SEVERAL)
    stages = forms.ModelMultipleChoiceField(Stage.objects.all(), label=_("Stages of production"), **SEVERAL)
    issues = forms.MultipleChoiceField(choices=Issue.choices, label=_("Issues"), **SEVERAL)
    brands = IdentifiersField(
        records=lambda: Brand.objects.current(),
        label=_("Brands that it names"),
        help_text=_("Identifiers, one a line. Only brands that the publication itself names."),
    )
    factories = IdentifiersField(
        records=lambda: Factory.objects.current(),
        label=_("Factories that it names"),
        help_text=_("Identifiers, one a line. Only factories that the publication itself names."),
    )

    def __init__(self, *args: Any, publication: Publication | None = None, **kwargs: Any) -> None:
        initial = {**(_stated(publication) if publication else {}), **(kwargs.pop("initial", None) or {})}
        super().__init__(*args, initial=initial, **kwargs)
        offered = Q(partner__isnull=False)
        if publication:
            offered |= Q(publication_parts__publication=publication)
        bodies = Organisation.objects.current().filter(offered).distinct().order_by("sort_key", "pk")
        for name in ("authors", "commissioners"):
            self.fields[name].queryset = bodies  # type: ignore[attr-defined]
        if publication:
            for name in ("project", "partner"):
                del self.fields[name]

    def clean_languages(self) -> tuple[str, ...]:
        tags = (tag.strip() for tag in self.cleaned_data["languages"].split(","))
        return tuple(dict.fromkeys(tag for tag in tags if tag))

    def entry(self) -> PublicationEntry:
        """What was typed, checked."""
        lists = ("authors", "commissioners", "countries", "minerals", "stages", "issues", "brands", "factories")
        values: dict[str, Any] = {
            name: tuple(value) if name in lists else value for name, value in self.cleaned_data.items()
        }
        return PublicationEntry(**values)


def _stated(publication: Publication) -> dict[str, Any]:
    """The form's fields as the record has them."""
    subjects = list(publication.subjects.select_related("country", "mineral", "stage", "brand", "factory"))
    return {
        **{name: getattr(publication, name) for name in (*PLAIN, "issues")},
        "languages": ", ".join(publication.languages),
        "authors": _with_role(publication, PartyRole.AUTHOR),
        "commissioners": _with_role(publication, PartyRole.COMMISSIONER),
        "countries": _named(subjects, "country"),
        "minerals": _named(subjects, "mineral"),
        "stages": _named(subjects, "stage"),
        "brands": "\n".join(one.public_id for one in _named(subjects, "brand")),
        "factories": "\n".join(one.public_id for one in _named(subjects, "factory")),
    }


def _named(subjects: list[Any], kind: str) -> list[Any]:
    return [found for subject in subjects if (found := getattr(subject, kind)) is not None]


def _with_role(publication: Publication, role: PartyRole) -> list[int]:
    return list(publication.parties.filter(role=role).values_list("organisation_id", flat=True))
