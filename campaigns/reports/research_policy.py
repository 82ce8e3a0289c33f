"""The register of research and policy: what was published about what, what is asked of whom, and what came of it."""

from typing import Any

from django import forms
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from campaigns.enums.research import Issue
from campaigns.models import AdvocacyAction, PolicyFile, PolicyRecommendation, Publication, PublicationSubject
from campaigns.reports.cited import cited
from campaigns.reports.policy_tables import action_table, policy_table
from campaigns.reports.publication_table import publication_table
from campaigns.reports.scope import RecordChoice
from core.models import Country
from core.reports.document import Document, Figure, Figures, Section
from core.reports.report import Asked, Report, ReportForm
from supplychain.models import Mineral

LATEST_FIRST = F("year").desc(nulls_last=True)
TABLES = (("", _("Publications")), ("policies", _("Policy files")), ("actions", _("Advocacy actions")))


class RegisterForm(ReportForm):
    country = RecordChoice(Country.objects.order_by("name"), _("Country"), key="code")
    mineral = RecordChoice(Mineral.objects.all(), _("Mineral"), key="code")
    issue = forms.ChoiceField(label=_("Issue"), required=False, choices=[("", _("All")), *Issue.choices])
    policy = RecordChoice(PolicyFile.objects.current().order_by("sort_key", "pk"), _("Policy file"))
    csv = forms.ChoiceField(label=_("In the CSV file"), required=False, choices=TABLES)


class ResearchPolicy(Report):
    kind = "research-policy"
    title = _("Research and policy register")
    description = _(
        "Publications with countries, minerals and issues; policy files with what is asked, meetings and outcomes."
    )
    method = (
        _("A publication is about the countries and minerals that its record names and the issues it is marked with."),
        _(
            "With a country, mineral or issue, policy files are those that ask something on the ground of a publication"
            " found, and those of the country."
        ),
        _("With a policy file, publications are those that its recommendations were made in."),
        _("Actions are those that you may see: public ones, and for partners those of their projects."),
        _("The stage of a policy file is that of its latest step or decision up to today."),
    )
    form_class = RegisterForm

    def preview(self, asked: Asked) -> list[Figure]:
        publications = publications_of(asked)
        files = files_of(asked, publications)
        return [Figure(__("Publications"), publications.count()), Figure(__("Policy files"), files.count())]

    def document(self, asked: Asked) -> Document:
        publications = publications_of(asked)
        files = list(files_of(asked, publications).with_stage_today().for_listing().order_by("sort_key", "pk"))  # type: ignore[attr-defined]
        found = list(publications.for_listing().order_by(LATEST_FIRST, "sort_key", "pk"))  # type: ignore[attr-defined]
        actions = list(
            AdvocacyAction.objects.visible_to(asked.user)
            .filter(policy_file__in=files)
            .select_related("policy_file", "recommendation", "partner__organisation")
            .order_by("policy_file__sort_key", "-happened_on", "-pk")
        )
        asks = list(PolicyRecommendation.objects.visible_to(asked.user).filter(policy_file__in=files))
        return self.base(
            asked,
            subtitle=", ".join(text for label, text in asked.form.in_words() if label != str(_("In the CSV file"))),
            sections=[
                Section("summary", __("In short"), [_summary(len(found), len(files), asks, actions)]),
                Section("research", __("Research"), [publication_table(found)]),
                Section("policy", __("Policy"), [policy_table(files, asks, actions, asked.user)]),
                Section("advocacy", __("Advocacy by policy file"), [action_table(actions, asked.user)]),
            ],
            sources=cited([row.source_id for row in (*found, *files, *asks)], asked.user),
            warnings=_warnings(found),
            main=asked.values["csv"] or "publications",
        )


def publications_of(asked: Asked) -> QuerySet[Publication]:
    values = asked.values
    found: QuerySet[Publication] = Publication.objects.visible_to(asked.user)
    for name in ("country", "mineral"):
        if values.get(name):
            about = PublicationSubject.objects.filter(**{name: values[name]})
            found = found.filter(pk__in=about.values("publication"))
    if values.get("issue"):
        found = found.filter(issues__contains=[values["issue"]])
    if values.get("policy"):
        made_in = PolicyRecommendation.objects.filter(policy_file=values["policy"], publication__isnull=False)
        found = found.filter(pk__in=made_in.values("publication"))
    return found


def files_of(asked: Asked, publications: QuerySet[Publication]) -> QuerySet[PolicyFile]:
    values = asked.values
    files: QuerySet[PolicyFile] = PolicyFile.objects.visible_to(asked.user)
    if values.get("policy"):
        return files.filter(pk=values["policy"].pk)
    if not any(values.get(name) for name in ("country", "mineral", "issue")):
        return files
    made_in = PolicyRecommendation.objects.filter(publication__in=publications.values("pk"))
    rule = Q(pk__in=made_in.values("policy_file"))
    if values.get("country"):
        rule |= Q(country=values["country"])
    return files.filter(rule)


def _summary(publications: int, files: int, asks: list[Any], actions: list[Any]) -> Figures:
    return Figures(
        [
            Figure(__("Publications"), publications),
            Figure(__("Policy files"), files, __("with %(number)s recommendations") % {"number": len(asks)}),
            Figure(__("Advocacy actions"), len(actions), __("that you may see")),
        ]
    )


def _warnings(found: list[Publication]) -> list[str]:
    """Drafts are among the rows of those alone who work on them."""
    drafts = sum(not row.is_published for row in found)
    if not drafts:
        return []
    text = ngettext(
        "%(number)s publication is a draft that others do not see.",
        "%(number)s publications are drafts that others do not see.",
        drafts,
    )
    return [text % {"number": drafts}]


RESEARCH_POLICY = ResearchPolicy()
