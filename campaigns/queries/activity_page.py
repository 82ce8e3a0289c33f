"""What the page of an activity shows, as far as its reader may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from campaigns.enums.outreach import COUNTED_STATES, AgeBand, AudienceMeasure, Sex
from campaigns.models import Activity, ActivityDecision, AudienceCount, EvidenceFile
from campaigns.queries.outreach import similar_activities
from campaigns.querysets.outreach import own_rule
from core.access import access_of
from core.queries.actors import Actors
from procurement.models import Contract, Procurer

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

    Viewer = User | AnonymousUser


@dataclass(frozen=True)
class Part:
    label: str
    number: int


@dataclass(frozen=True)
class Measured:
    """The figure of one measure with its parts by cut, and what the parts leave unsaid."""

    label: Any
    number: int
    is_estimate: bool
    sexes: list[Part]
    ages: list[Part]
    countries: list[Part]
    crossed: list[Part]


def measured_by(counts: Iterable[AudienceCount]) -> list[Measured]:
    """Figures in the order of the code list; each measure stands for itself."""
    rows = list(counts)
    return [_measured(measure, [row for row in rows if row.measure == measure]) for measure in _used(rows)]


def _used(rows: list[AudienceCount]) -> list[AudienceMeasure]:
    used = {row.measure for row in rows}
    return [measure for measure in AudienceMeasure if measure in used]


def _measured(measure: AudienceMeasure, rows: list[AudienceCount]) -> Measured:
    total = next(row for row in rows if row.is_total)
    parts: dict[str, list[Part]] = {"sexes": [], "ages": [], "countries": [], "crossed": []}
    for row in sorted(rows, key=_order):
        if not row.is_total:
            parts[_cut(row)].append(Part(_label(row), row.number))
    return Measured(measure.label, total.number, total.is_estimate, **parts)


def _cut(row: AudienceCount) -> str:
    given = [name for name, value in _values(row) if value]
    return given[0] if len(given) == 1 else "crossed"


def _values(row: AudienceCount) -> list[tuple[str, Any]]:
    return [("sexes", row.sex), ("ages", row.age_band), ("countries", row.country)]


def _order(row: AudienceCount) -> tuple[int, int, str]:
    sexes, bands = ["", *Sex.values], ["", *AgeBand.values]
    return sexes.index(row.sex), bands.index(row.age_band), str(row.country or "")


def _label(row: AudienceCount) -> str:
    shown = [row.get_sex_display() if row.sex else "", row.get_age_band_display() if row.age_band else ""]
    return ", ".join([*filter(None, map(str, shown)), *([str(row.country)] if row.country else [])])


@dataclass(frozen=True)
class ShownDecision:
    decision: ActivityDecision
    by: str


@dataclass(frozen=True)
class ActivityPage:
    """`is_own`: the reader works for the lead, a co-partner or the coordinator, or is an administrator."""

    is_own: bool
    recorded_by: str
    approved_by: str
    counts: list[Measured]
    procurers: list[Procurer]
    contracts: list[Contract]
    evidence: list[EvidenceFile]
    decisions: list[ShownDecision]
    similar: list[Activity]


def activity_page(activity: Activity, user: "Viewer") -> ActivityPage:
    """A constant number of queries."""
    is_own = access_of(user).is_admin or Activity.objects.filter(own_rule(user), pk=activity.pk).exists()
    decisions = list(activity.decisions.visible_to(user)) if is_own else []
    actors = Actors(user, activity.lead.organisation_id)
    actors.read([activity.author_id, activity.approved_by_id, *(row.actor_id for row in decisions)])
    return ActivityPage(
        is_own=is_own,
        recorded_by=actors.name(activity.author_id),
        approved_by=actors.name(activity.approved_by_id) if activity.approved_at else "",
        counts=measured_by(activity.counts.select_related("country")),
        procurers=list(activity.procurers.visible_to(user).select_related("organisation").by_name()),
        contracts=list(activity.contracts.visible_to(user).order_by("-starts_on", "pk")),
        evidence=list(activity.evidence.visible_to(user).order_by("pk")),
        decisions=[ShownDecision(row, actors.name(row.actor_id)) for row in decisions],
        similar=_similar(activity, user) if is_own else [],
    )


def _similar(activity: Activity, user: "Viewer") -> list[Activity]:
    """Only as long as a double can still be avoided."""
    if activity.state in COUNTED_STATES:
        return []
    fields = ("name", "starts_on", "ends_on", "city", "is_online", "country")
    return similar_activities({name: getattr(activity, name) for name in fields}, user, besides=activity)
