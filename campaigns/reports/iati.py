"""The activity file of a project for the registry of the International Aid Transparency Initiative."""

from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from campaigns.enums.projects import PartnerRole
from campaigns.models import Project, ProjectPartner
from campaigns.reports.cited import cited
from campaigns.reports.iati_activity import activity_of
from campaigns.reports.iati_results import results_of
from campaigns.reports.iati_xml import Activity, Period, Result, Value, figure, writer_of
from campaigns.reports.measured import ProjectField
from core.reports.document import Column, Document, Figure, Figures, Kind, Section, Table
from core.reports.report import Asked, Format, Report
from core.reports.words import in_words


class IatiForm(ProjectField):
    """A project with a lead partner: the standard wants to know who reports."""

    def clean_project(self) -> Project:
        project: Project = self.cleaned_data["project"]
        if not ProjectPartner.objects.filter(project=project, role=PartnerRole.LEAD).exists():
            raise forms.ValidationError(__("This project has no lead partner; the file names who reports."))
        return project


class IatiFile(Report):
    kind = "iati"
    title = _("IATI activity file")
    description = _(
        "A project with its results in the format of the International Aid Transparency Initiative, version 2.03."
    )
    method = (
        _("The file holds what everyone may see, whoever makes it: approved figures and public documents alone."),
        _("Results and indicators are those that are marked as part of the IATI file."),
        _("A figure is told once as a whole and once by sex, age or country, as far as it was counted so."),
        _("A percentage is all numerators over all denominators, and has no parts in the file."),
        _("What is told in words stands as a comment and has no value."),
        _("A baseline without a day is dated with the year in which the project begins."),
        _("Countries are those where approved activities took place; without any, those of the partners."),
        _("No sector code is on record, so the file names none; add it before you publish the file."),
    )
    formats = (Format.XML, Format.HTML)
    form_class = IatiForm

    def preview(self, asked: Asked) -> list[Figure]:
        results = results_of(asked.values["project"])
        return [Figure(__("Indicators"), sum(len(result.indicators) for result in results))]

    def document(self, asked: Asked) -> Document:
        project = asked.values["project"]
        results = results_of(project)
        activity = activity_of(project, results, asked.today, asked.language)
        return self.base(
            asked,
            subtitle=str(project),
            sections=_sections(activity),
            sources=cited([project.source_id], asked.user),
            warnings=_warnings(activity, project),
            main="values",
            payload=writer_of(activity),
        )


def _warnings(activity: Activity, project: Project) -> list[str]:
    said = []
    if project.is_demo:
        said.append(__("This project is fictional. Do not publish the file."))
    if not activity.reporter.is_registered:
        said.append(
            __(
                "The lead partner has no registered identifier on record. The file is valid, but the registry wants"
                " identifiers that begin with one; record it with the organisation."
            )
        )
    if not activity.results:
        said.append(__("No indicator of this project is part of the IATI file: it tells the project alone."))
    return said


def _sections(activity: Activity) -> list[Section]:
    values = _value_table(activity.results)
    return [
        Section("summary", __("In the file"), [_summary(activity), _facts(activity)]),
        Section("values", __("Results"), [values]),
        Section("links", __("Documents"), [_links(activity)]),
    ]


def _summary(activity: Activity) -> Figures:
    return Figures(
        [
            Figure(__("Results"), len(activity.results)),
            Figure(__("Indicators"), sum(len(result.indicators) for result in activity.results)),
            Figure(__("Documents"), len(activity.links)),
        ]
    )


def _facts(activity: Activity) -> Table:
    rows = [
        [__("Identifier"), activity.identifier],
        [__("Reporting organisation"), f"{activity.reporter.name} ({activity.reporter.ref})"],
        *([__("Participating organisation"), f"{each.name} ({_role(each.role)})"] for each in activity.participants),
        [__("Activity status"), _status(activity.status)],
        *([_date(kind), in_words(day)] for kind, day in activity.dates),
        [__("Countries"), ", ".join(name for _code, name in activity.countries)],
    ]
    columns = [Column("fact", __("Element")), Column("value", __("Content"), width=2)]
    return Table("facts", __("The project"), columns, rows, printed=len(rows))


def _status(code: str) -> str:
    return {"1": __("Being prepared"), "2": __("Running"), "4": __("Closed")}[code]


def _date(code: str) -> str:
    return {"1": __("Planned start"), "2": __("Actual start"), "3": __("Planned end"), "4": __("Actual end")}[code]


def _role(code: str) -> str:
    return {"1": __("funding"), "2": __("accountable"), "4": __("implementing")}[code]


def _value_table(results: Any) -> Table:
    rows = [row for result in results for row in _rows(result)]
    return Table(
        name="values",
        title=__("Indicators, targets and figures"),
        columns=[
            Column("result", __("Result"), width=2),
            Column("indicator", __("Indicator"), width=2),
            Column("since", __("From"), Kind.DAY),
            Column("until", __("Up to"), Kind.DAY),
            Column("of", __("Of"), width=1.2),
            Column("target", __("Target"), Kind.NUMBER),
            Column("actual", __("Reached"), Kind.NUMBER),
            Column("comment", __("Comment"), width=2),
        ],
        rows=rows,
        empty=__("No results are in the file."),
        printed=len(rows) or 1,
    )


def _rows(result: Result) -> list[list[Any]]:
    return [
        [result.title, indicator.title, period.starts_on, period.ends_on, *row]
        for indicator in result.indicators
        for period in indicator.periods
        for row in _values(period)
    ]


def _values(period: Period) -> list[list[Any]]:
    target = period.target or Value(None)
    rows: list[list[Any]] = [
        [
            _of(value),
            _number(target) if not (value.dimension or value.country) else None,
            _number(value),
            value.comment,
        ]
        for value in period.actual
    ]
    return rows or [["", _number(target), None, target.comment]]


def _of(value: Value) -> str:
    return "=".join(value.dimension) if value.dimension else value.country or __("the whole")


def _number(value: Value) -> float | None:
    return None if value.number is None else float(figure(value.number))


def _links(activity: Activity) -> Table:
    return Table(
        name="links",
        title=__("Documents that everyone can open"),
        columns=[Column("title", __("Title"), width=2), Column("url", __("Address"), Kind.LINK, width=3)],
        rows=[[link.title, link.url] for link in activity.links],
        empty=__("No public documents are on record."),
    )


IATI_FILE = IatiFile()
