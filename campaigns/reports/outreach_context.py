"""What goes with outreach in a period: institutions that moved, indicators, advocacy, publications, evidence."""

import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from campaigns.models import (
    Activity,
    AdvocacyAction,
    EvidenceFile,
    Indicator,
    PipelineMove,
    Publication,
)
from campaigns.queries.results.progress import progress_on
from campaigns.reports.scope import activities_of
from core.reports.document import Column, Kind, Section, Table
from core.reports.report import Asked
from procurement.enums import AffiliationStage

PRINTED = 100


def sections(asked: Asked) -> list[Section]:
    """Those that the chosen scope has something to say in; a country alone says nothing about indicators."""
    return [
        Section("pipeline", _("Institutions on the way to affiliation"), [_moves(asked)]),
        Section("indicators", _("Indicators"), [_indicators(asked)]),
        Section("advocacy", _("Advocacy"), [_advocacy(asked)]),
        Section("publications", _("Publications"), [_publications(asked)]),
        Section("evidence", _("Evidence"), [_evidence(asked)]),
    ]


def _of_scope(asked: Asked, *, project: str = "project", partner: str = "partner", country: str = "") -> Q:
    """What was chosen, as a condition on rows with these columns."""
    rule = Q()
    for path, name in ((project, "project"), (partner, "partner"), (country, "country")):
        if path and (chosen := asked.values.get(name)):
            rule &= Q(**{path: chosen})
    return rule


def _days(asked: Asked, field: str) -> Q:
    first = asked.period.first or datetime.date.min
    return Q(**{f"{field}__range": (first, asked.period.last)})


def _moves(asked: Asked) -> Table:
    """Steps that partners moved institutions to, by stage."""
    moves = PipelineMove.objects.visible_to(asked.user).filter(
        _of_scope(asked, country="event__affiliation__procurer__organisation__country"),
        _days(asked, "event__happened_on"),
    )
    counted = (
        moves.order_by()
        .values("event__stage")
        .annotate(steps=Count("pk"), institutions=Count("event__affiliation__procurer", distinct=True))
    )
    found = {row["event__stage"]: row for row in counted}
    rows = [
        [str(stage.label), found[stage.value]["steps"], found[stage.value]["institutions"]]
        for stage in AffiliationStage
        if stage.value in found
    ]
    columns = [
        Column("stage", _("Stage"), width=2),
        Column("steps", _("Steps"), Kind.NUMBER),
        Column("institutions", _("Institutions"), Kind.NUMBER),
    ]
    empty = _("No step of an institution is on record in this period.")
    return Table("pipeline", _("Steps in this period, by stage reached"), columns, rows, len(rows), empty=empty)


def _indicators(asked: Asked) -> Table:
    """Indicators of the project, or of the partner's share, in their period at the end of the report's."""
    found = Indicator.objects.current().filter(_of_scope(asked, project="result__project")).in_order()
    if not asked.values.get("partner"):
        found = found.filter(parent__isnull=True)
    indicators = list(found.select_related("result")[:PRINTED])
    progress = progress_on(indicators, asked.period.last)
    rows = [_indicator_row(each, progress.get(each.pk)) for each in indicators]
    columns = [
        Column("code", _("No."), width=0.6),
        Column("indicator", _("Indicator"), width=3),
        Column("baseline", _("Baseline"), Kind.NUMBER),
        Column("target", _("Target"), Kind.NUMBER),
        Column("actual", _("Actual"), Kind.NUMBER),
        Column("period", _("Period"), width=1.6),
    ]
    note = _("Targets and actuals are those of the indicator's own period that runs on the last day of the report.")
    empty = _("No indicator is on record for this choice.")
    return Table("indicators", _("Against their targets"), columns, rows, len(rows), note=note, empty=empty)


def _indicator_row(indicator: Indicator, progress: Any) -> list[Any]:
    period = progress.period if progress else None
    return [
        indicator.code,
        indicator.name,
        indicator.baseline_value,
        progress.target if progress else None,
        (progress.narrative or progress.actual) if progress else None,
        f"{period.starts_on.isoformat()} – {period.ends_on.isoformat()}" if period else None,
    ]


def _advocacy(asked: Asked) -> Table:
    actions = AdvocacyAction.objects.visible_to(asked.user).filter(_of_scope(asked), _days(asked, "happened_on"))
    chosen = actions.select_related("policy_file", "partner__organisation").order_by("happened_on", "pk")
    rows = [
        [
            action.happened_on,
            action.get_kind_display(),
            action.policy_file.name,
            str(action.partner),
            action.subject,
            action.response,
        ]
        for action in chosen
    ]
    columns = [
        Column("day", _("Date"), Kind.DAY),
        Column("kind", _("Kind")),
        Column("policy", _("Policy file"), width=2),
        Column("partner", _("Partner"), width=1.5),
        Column("subject", _("Subject"), width=2),
        Column("response", _("Answer"), width=2),
    ]
    empty = _("No advocacy is on record in this period.")
    return Table("advocacy", _("Meetings, letters and events"), columns, rows, len(rows), empty=empty)


def _publications(asked: Asked) -> Table:
    """Of the period by their day; those known by their year alone, where the period reaches into it."""
    period = asked.period
    first = period.first or datetime.date.min
    dated = _days(asked, "published_on") | Q(published_on__isnull=True, year__range=(first.year, period.last.year))
    found = Publication.objects.visible_to(asked.user).filter(_of_scope(asked), dated)
    rows = [
        [each.name, each.author_names, each.published_on or str(each.year), each.url]
        for each in found.order_by("year", "sort_key", "pk")
    ]
    columns = [
        Column("title", _("Title"), width=3),
        Column("authors", _("Authors"), width=2),
        Column("day", _("Published"), Kind.DAY),
        Column("url", _("Address"), Kind.LINK, width=2),
    ]
    empty = _("No publication is on record for this choice.")
    return Table("publications", _("Published in this period"), columns, rows, len(rows), empty=empty)


def _evidence(asked: Asked) -> Table:
    """Files that prove what is reported, as far as the reader may see them."""
    activities: QuerySet[Activity] = activities_of(asked, asked.period)
    files = EvidenceFile.objects.visible_to(asked.user).filter(activity__in=activities.order_by().values("pk"))
    chosen = files.select_related("activity").order_by("activity__starts_on", "pk")
    rows = [
        [each.title, each.name, each.activity.name, each.activity.starts_on, each.sha256]
        for each in chosen[: 10 * PRINTED]
    ]
    columns = [
        Column("title", _("What it shows"), width=2),
        Column("file", _("File"), width=1.6),
        Column("activity", _("Activity"), width=2),
        Column("day", _("Date"), Kind.DAY),
        Column("sha256", _("SHA-256"), width=2.4),
    ]
    empty = _("No file is on record that you may see.")
    return Table("evidence", _("Files"), columns, rows, len(rows), empty=empty, printed=PRINTED)
