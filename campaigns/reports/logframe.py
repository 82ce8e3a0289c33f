"""The logframe as funders ask for it: what was aimed at, what was reached, and how that is known."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from campaigns.enums.results import UpdateState
from campaigns.models import IndicatorUpdate, Result
from campaigns.queries.results.spans import Span, spans_of
from campaigns.reports.cited import cited
from campaigns.reports.logframe_tables import main_table, partner_table, parts_table, way_chart
from campaigns.reports.measured import ResultsForm, indicators_of
from core.reports.document import Block, ChartBlock, Document, Figure, Figures, Section
from core.reports.report import Asked, Report

if TYPE_CHECKING:
    from core.reports.report import Viewer


class Logframe(Report):
    kind = "logframe"
    title = _("Logframe")
    description = _(
        "Results and indicators of a project with baseline, target, what was reached, means of verification and"
        " assumptions: the table that funders ask for with every report."
    )
    method = (
        _("Of each indicator those periods are reported that touch the chosen days, with their whole target."),
        _("Only approved activities and approved updates count, an activity on its last day and for its lead partner."),
        _("A percentage is all numerators over all denominators, never the mean of percentages."),
        _("Per cent of the way is (reached - baseline) / (target - baseline)."),
        _("Over several periods numbers and targets add up; of a percentage the last target holds."),
        _("The target of the whole project is that of all its periods; the baseline is that of its begin."),
    )
    form_class = ResultsForm

    def preview(self, asked: Asked) -> list[Figure]:
        return [Figure(__("Indicators"), indicators_of(asked.values["project"]).count())]

    def document(self, asked: Asked) -> Document:
        project, partner = asked.values["project"], asked.values.get("partner")
        results = list(Result.objects.filter(project=project).order_by("position", "code"))
        spans = spans_of(
            list(indicators_of(project)), asked.period.first, asked.period.last, partner.pk if partner else None
        )
        sources = [project.source_id, *(row.source_id for row in results), *(row.indicator.source_id for row in spans)]
        return self.base(
            asked,
            subtitle=", ".join(str(name) for name in (project, partner) if name),
            sections=_sections(spans),
            sources=cited(sources, asked.user),
            warnings=_warnings(asked, spans),
            main="logframe",
        )


def _sections(spans: Sequence[Span]) -> list[Section]:
    frame: list[Block] = [main_table(spans)]
    if chart := way_chart(spans):
        frame.append(ChartBlock(chart))
    return [
        Section("summary", __("In short"), [_summary(spans)]),
        Section("logframe", __("Results and indicators"), frame),
        Section("parts", __("What the figures are made of"), [partner_table(spans), parts_table(spans)]),
    ]


def _summary(spans: Sequence[Span]) -> Figures:
    reached = [span.now.is_reached if span.now else None for span in spans]
    open_ones = reached.count(None)
    return Figures(
        [
            Figure(__("Indicators"), len(spans), __("%(number)s without figure or target") % {"number": open_ones}),
            Figure(__("Target met"), reached.count(True), __("in the periods reported on")),
            Figure(__("Target not met yet"), reached.count(False), __("in the periods reported on")),
        ]
    )


def _warnings(asked: Asked, spans: Sequence[Span]) -> list[str]:
    said = []
    if not spans:
        said.append(__("No indicators are on record for this project."))
    elif not any(span.now for span in spans):
        said.append(__("No period of an indicator touches the chosen days: there are targets, but nothing to report."))
    elif not any(span.partners for span in spans):
        said.append(
            __("Nothing approved adds to these indicators yet: a zero says what is on record, not what was done.")
        )
    if asked.values.get("partner"):
        said.append(__("The figures are what this partner alone added; the targets are those of the indicators."))
    if waiting := _waiting(spans, asked.user):
        text = ngettext(
            "%(number)s update is not approved yet and does not count.",
            "%(number)s updates are not approved yet and do not count.",
            waiting,
        )
        said.append(text % {"number": waiting})
    return said


def _waiting(spans: Sequence[Span], user: "Viewer") -> int:
    """Updates that only those see whom they concern: nobody else is told that there are any."""
    periods = [period.pk for span in spans for period in span.periods]
    mine = IndicatorUpdate.objects.concerning(user).filter(period__in=periods)
    return mine.exclude(state=UpdateState.APPROVED).count() if periods else 0


LOGFRAME = Logframe()
