"""Tables of the narrative report besides that of its activities."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from campaigns.enums.outreach import AudienceMeasure, Sex
from campaigns.models import Activity
from campaigns.queries.results.spans import Span
from campaigns.reports.logframe_tables import named
from campaigns.reports.measured import rounded
from core.reports.document import Column, Kind, Table


def target_group_table(totals: Sequence[dict[str, Any]], sexes: dict[str, dict[str, int]]) -> Table:
    """Every measure that was counted, with women and men; no line adds up two of them."""
    rows = []
    for told in totals:
        parts = sexes.get(told["measure"], {})
        women, men = parts.get(Sex.FEMALE), parts.get(Sex.MALE)
        rest = None if women is None and men is None else told["number"] - (women or 0) - (men or 0)
        rows.append([str(told["label"]), told["number"], women, men, rest, told["activities"]])
    return Table(
        name="target_groups",
        title=_("Reached, by measure"),
        columns=[
            Column("measure", _("Measure"), width=2),
            Column("number", _("Number"), Kind.NUMBER),
            Column("women", _("Women"), Kind.NUMBER),
            Column("men", _("Men"), Kind.NUMBER),
            Column("rest", _("Other or not stated"), Kind.NUMBER),
            Column("activities", _("Activities"), Kind.NUMBER),
        ],
        rows=rows,
        note=_("People who came twice are counted twice. No line is part of another, and none are added."),
        empty=_("Nobody was counted in these days."),
    )


def package_table(activities: QuerySet[Activity]) -> Table:
    """Activities and participants by work package. One query."""
    sexes = {"counts__age_band": "", "counts__country__isnull": True, "counts__measure": AudienceMeasure.PARTICIPANTS}
    rows = (
        activities.order_by()
        .values("work_package__code", "work_package__title")
        .annotate(
            activities=Count("pk", distinct=True),
            participants=Sum("counts__number", filter=Q(**sexes, counts__sex="")),
            women=Sum("counts__number", filter=Q(**sexes, counts__sex=Sex.FEMALE)),
            men=Sum("counts__number", filter=Q(**sexes, counts__sex=Sex.MALE)),
        )
        .order_by(F("work_package__code").asc(nulls_last=True))
    )
    return Table(
        name="work_packages",
        title=_("By work package"),
        columns=[
            Column("work_package", _("Work package"), width=3),
            Column("activities", _("Activities"), Kind.NUMBER),
            Column("women", _("Women"), Kind.NUMBER),
            Column("men", _("Men"), Kind.NUMBER),
            Column("participants", _("Participants"), Kind.NUMBER),
        ],
        rows=[[_package(row), row["activities"], row["women"], row["men"], row["participants"]] for row in rows],
        empty=_("No activity took place in these days."),
    )


def _package(row: Mapping[str, Any]) -> str:
    if row["work_package__code"] is None:
        return _("Without work package")
    return f"{row['work_package__code']} {row['work_package__title']}"


def outcome_table(spans: Sequence[Span]) -> Table:
    """Outcomes of the logframe, for the comment that a person writes on them."""
    return Table(
        name="outcomes",
        title=_("Outcomes"),
        columns=[
            Column("indicator", _("Indicator"), width=3),
            Column("baseline", _("Baseline"), Kind.NUMBER),
            Column("target", _("Target"), Kind.NUMBER),
            Column("reached", _("Reached"), Kind.NUMBER),
            Column("share", _("Of the way"), Kind.PERCENT),
        ],
        rows=[
            [
                named(span.indicator),
                rounded(span.indicator.baseline_value),
                rounded(span.now.target),
                rounded(span.now.actual),
                rounded(span.now.share, 1),
            ]
            for span in spans
            if span.now
        ],
        empty=_("The logframe has no outcome with a period in these days."),
    )
