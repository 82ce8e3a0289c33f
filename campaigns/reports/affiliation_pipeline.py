"""Where institutions stand on their way to an affiliation, how long they have stood there, and what comes next."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from campaigns.models import Partner
from campaigns.queries.pipeline import Funnel, Scope, bodies, encouraged_count, funnel, latest_steps
from campaigns.querysets.pipeline import knows_pipeline
from campaigns.reports.cited import cited
from campaigns.reports.pipeline_rows import pipeline_table
from campaigns.reports.scope import RecordChoice
from core.charts.chart import Bar
from core.charts.funnel import FunnelChart
from core.models import Country, Organisation
from core.reports.document import ChartBlock, Column, Document, Figure, Figures, Kind, Section, Table
from core.reports.report import Asked, Report, ReportForm
from procurement.enums import AffiliationStage


class PipelineForm(ReportForm):
    body = RecordChoice(Organisation.objects.all(), _("Affiliation with"))
    partner = RecordChoice(
        Partner.objects.current().select_related("organisation").order_by("organisation__sort_key"), _("Partner")
    )
    country = RecordChoice(Country.objects.order_by("name"), _("Country"), key="code")
    as_at = forms.DateField(
        label=_("As at"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Today unless given."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Only organisations that somebody affiliates with: asked for when the form is made, and not on import.
        self.fields["body"].queryset = bodies()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["as_at"] = cleaned.get("as_at") or self.today
        return cleaned


class AffiliationPipeline(Report):
    kind = "affiliation-pipeline"
    title = _("Affiliation pipeline")
    description = _("Institutions by stage, with route, days in the stage, who is in charge and the next step.")
    method = (
        _("An institution stands at its latest step up to the day; of two on one day, at the one recorded later."),
        _("Came so far: how many have a step of the stage, or of a later one of the way, up to the day."),
        _("Days are counted from the latest step to the day asked about."),
        _("A partner's institutions are those in whose way it made at least one step up to the day."),
        _("Encouraged are institutions whose step rests on a contact that took place; each counts once."),
        _("Next steps are those that are open when the report is made, of contacts that you may see."),
        _("Totals that bodies publish themselves are counted by rules of their own and stand nowhere in here."),
    )
    form_class = PipelineForm

    def preview(self, asked: Asked) -> list[Figure]:
        return [Figure(__("Institutions"), latest_steps(scope_of(asked), asked.user).count())]

    def document(self, asked: Asked) -> Document:
        scope = scope_of(asked)
        table = pipeline_table(scope, asked.user)
        known = knows_pipeline(asked.user)
        told = latest_steps(scope, asked.user).order_by("affiliation_id", "-happened_on", "-pk")
        names = [str(asked.values[name]) for name in ("body", "partner", "country") if asked.values.get(name)]
        return self.base(
            asked,
            subtitle=", ".join([*names, __("as at %(day)s") % {"day": date_format(scope.day, "j F Y")}]),
            sections=[
                *([_way(scope, asked)] if known else []),
                Section("institutions", str(table.title), [table]),
            ],
            sources=cited(told.values_list("source", flat=True), asked.user),
            warnings=_warnings(scope, asked, known=known, number=table.number),
            main="pipeline",
        )


def scope_of(asked: Asked) -> Scope:
    values = asked.values
    return Scope(values["as_at"], values.get("body"), values.get("partner"), values.get("country"))


def _way(scope: Scope, asked: Asked) -> Section:
    found = funnel(scope, asked.user)
    institutions, affiliations = encouraged_count(scope, asked.user)
    note = __("in %(number)s affiliations") % {"number": affiliations}
    affiliated = next(row for row in found.way if row.stage == AffiliationStage.AFFILIATED)
    figures = [
        Figure(__("Institutions encouraged"), institutions, note),
        Figure(__("Affiliated at any time"), affiliated.reached),
        Figure(__("In force"), _standing(found, (AffiliationStage.AFFILIATED, AffiliationStage.RENEWED))),
    ]
    return Section("way", __("How far they came"), [Figures(figures), _stages(found), ChartBlock(_chart(found))])


def _standing(found: Funnel, stages: Sequence[AffiliationStage]) -> int:
    return sum(row.standing for row in (*found.way, *found.beside) if row.stage in stages)


def _chart(found: Funnel) -> FunnelChart:
    return FunnelChart(
        name="funnel",
        title=__("How many came how far"),
        description=__("One bar a stage: affiliations that came to it or beyond; in brackets how many stand there."),
        rows=[
            Bar(str(row.stage.label), row.reached, note=__("%(number)s there now") % {"number": row.standing})
            for row in found.way
        ],
    )


def _stages(found: Funnel) -> Table:
    rows: list[list[Any]] = [[str(row.stage.label), row.reached, row.standing] for row in found.way]
    rows += [[str(row.stage.label), None, row.standing] for row in found.beside]
    return Table(
        name="stages",
        title=__("Stages"),
        columns=[
            Column("stage", __("Stage"), width=2),
            Column("reached", __("Came so far"), Kind.NUMBER),
            Column("standing", __("Stand there"), Kind.NUMBER),
        ],
        rows=rows,
        note=__("The last four are beside the way: nobody passes through them."),
    )


def _warnings(scope: Scope, asked: Asked, *, known: bool, number: int) -> list[str]:
    said = []
    if not known:
        said.append(__("Steps before an affiliation are for campaign partners; here are affiliations that held."))
    if scope.day > asked.today:
        said.append(__("The day lies in the future: what happens until then is not known."))
    if not number:
        said.append(__("No step of an affiliation is on record for this choice up to the day."))
    return said


AFFILIATION_PIPELINE = AffiliationPipeline()
