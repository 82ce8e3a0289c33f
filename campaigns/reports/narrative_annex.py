"""The narrative report to the European Commission (Annex VI), as far as the record can write it.

Heads have the numbers of that form. Where a person has to write, a line in brackets says so.
"""

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from campaigns.enums.outreach import COUNTED_STATES, ActivityState
from campaigns.enums.results import ResultType
from campaigns.models import Activity
from campaigns.queries.outreach import totals_by_measure
from campaigns.queries.outreach_sums import sums_of
from campaigns.queries.results.spans import Span, spans_of
from campaigns.reports.annex_heads import Days, heads, to_write
from campaigns.reports.annex_rows import annex_table
from campaigns.reports.annex_tables import outcome_table, package_table, target_group_table
from campaigns.reports.cited import cited
from campaigns.reports.measured import ResultsForm, indicators_of
from core.access import access_of
from core.reports.document import Document, Figure, Figures, Section
from core.reports.report import Asked, Format, Report

if TYPE_CHECKING:
    from core.reports.report import Viewer


class NarrativeAnnex(Report):
    kind = "narrative-annex"
    title = _("Narrative report (Annex VI)")
    description = _(
        "The heads of the European Commission's narrative report with what the record knows, activities by work package"
        " with women and men, and a line wherever a person has to write."
    )
    method = (
        _("Approved and locked activities count, on their last day. Cancelled ones are listed without figures."),
        _("Women and men are told as far as participants were counted so; the rest is not stated."),
        _("Each measure stands by itself: participants are not added to people trained or to media contacts."),
        _("The result of an activity is what its partner wrote about it."),
        _("Outcomes are those of the logframe; a percentage is all numerators over all denominators."),
    )
    formats = (Format.DOCX, Format.HTML, Format.PDF, Format.CSV)
    form_class = ResultsForm

    def may_make(self, user: "Viewer") -> bool:
        """Those who report on projects."""
        access = access_of(user)
        return access.is_partner or access.is_admin

    def preview(self, asked: Asked) -> list[Figure]:
        return [Figure(__("Activities"), _activities(asked).count())]

    def document(self, asked: Asked) -> Document:
        project, partner = asked.values["project"], asked.values.get("partner")
        activities = _activities(asked)
        spans = _outcomes(asked)
        sources = [project.source_id, *(span.indicator.source_id for span in spans)]
        return self.base(
            asked,
            subtitle=", ".join(str(name) for name in (project, partner) if name),
            sections=[*heads(project, days_of(asked), _groups(activities)), *_assessment(activities, spans, asked)],
            sources=cited(sources, asked.user),
            warnings=_warnings(activities, asked),
            main="activities",
        )


def days_of(asked: Asked) -> Days:
    """The reporting period; one without a begin starts with the project."""
    return (asked.period.first or asked.values["project"].starts_on, asked.period.last)


def _activities(asked: Asked) -> QuerySet[Activity]:
    """What counts, and what was cancelled as far as the reader may know of it."""
    found = Activity.objects.visible_to(asked.user).filter(project=asked.values["project"])
    found = found.filter(state__in=[*COUNTED_STATES, ActivityState.CANCELLED])
    if partner := asked.values.get("partner"):
        found = found.of_partner(partner.pk)
    return found.in_period(*days_of(asked))


def _counted(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    return activities.filter(state__in=COUNTED_STATES)


def _outcomes(asked: Asked) -> list[Span]:
    partner = asked.values.get("partner")
    outcomes = indicators_of(asked.values["project"]).filter(result__type=ResultType.OUTCOME)
    return spans_of(list(outcomes), *days_of(asked), partner.pk if partner else None)


def _groups(activities: QuerySet[Activity]) -> Section:
    counted = _counted(activities)
    table = target_group_table(totals_by_measure(counted), sums_of(counted, ()).by_sex)
    title = __("1.8 Final beneficiaries and target groups")
    return Section("target-groups", title, [table, to_write(__("who the target groups are"))], level=2)


def _assessment(activities: QuerySet[Activity], spans: list[Span], asked: Asked) -> list[Section]:
    number, done = activities.count(), _counted(activities).count()
    said = Figures(
        [
            Figure(__("Activities that took place"), done),
            Figure(__("Cancelled"), number - done, __("as far as you may know of them")),
        ]
    )
    summary = to_write(__("the summary of the action in these days, at most half a page"))
    change = to_write(__("what the outcomes mean, and changes of the logframe with their reasons"))
    table = annex_table(activities, number, asked.user)
    return [
        Section("assessment", __("2 Assessment of the activities"), []),
        Section("summary", __("2.1 Executive summary"), [said, summary, outcome_table(spans), change], level=2),
        Section("activities", __("2.2 Results and activities"), [package_table(_counted(activities)), table], level=2),
        Section("deviations", __("Deviations"), [to_write(__("what differed from the plan, and why"))], level=2),
    ]


def _warnings(activities: QuerySet[Activity], asked: Asked) -> list[str]:
    said = []
    if not activities.exists():
        said.append(__("No activity of this project ended in the chosen days."))
    if waiting := _waiting(asked):
        text = ngettext(
            "%(number)s activity of these days is not approved yet and not in this report.",
            "%(number)s activities of these days are not approved yet and not in this report.",
            waiting,
        )
        said.append(text % {"number": waiting})
    return said


def _waiting(asked: Asked) -> int:
    """Activities that took place and are not approved: told to those alone who see them."""
    states = (ActivityState.DONE, ActivityState.SUBMITTED, ActivityState.RETURNED)
    found = Activity.objects.visible_to(asked.user).filter(project=asked.values["project"], state__in=states)
    return int(found.in_period(*days_of(asked)).count())


NARRATIVE_ANNEX = NarrativeAnnex()
