"""One row an activity, measures as columns: read piece by piece, so that a very long report needs little memory."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext as _

from campaigns.enums.outreach import ActivityType, AudienceGroup, AudienceMeasure
from campaigns.models import Activity, ActivityPartner, AudienceCount, EvidenceFile, Partner
from campaigns.models.activities import LAST_DAY
from core.models import Country
from core.reports.document import Column, Kind, Table

if TYPE_CHECKING:
    from core.reports.report import Viewer

PIECE = 2_000
MEASURES = tuple(AudienceMeasure.values)
NOBODY = [None] * len(MEASURES)
READ = ("name", "type", "country", "city", "venue", "is_online", "lead", "audience_group")


def activity_table(
    activities: QuerySet[Activity], count: int, *, printed: int, evidence_for: "Viewer | None" = None
) -> Table:
    """All activities in the order of their days; with the number of evidence files that a reader may see."""
    return Table(
        name="activities",
        title=_("Activities"),
        columns=[*columns(), *([Column("evidence", _("Evidence files"), Kind.NUMBER)] if evidence_for else [])],
        rows=ActivityRows(activities, evidence_for),
        count=count,
        empty=_("No approved activity ended in this period."),
        printed=printed,
    )


def columns() -> list[Column]:
    return [
        Column("day", _("Date"), Kind.DAY, width=1.2),
        Column("name", _("Title"), width=2.6),
        Column("type", _("Type"), width=1.4),
        Column("country", _("Country"), width=1.2),
        Column("place", _("Place"), width=1.4),
        Column("lead", _("Lead partner"), width=1.6),
        Column("partners", _("With"), width=1.4),
        Column("audience", _("Audience"), width=1.4),
        *measure_columns(),
    ]


def measure_columns(measures: Iterable[AudienceMeasure] = AudienceMeasure) -> list[Column]:
    """One column a measure; nothing is added across them."""
    return [Column(measure.value, str(measure.label), Kind.NUMBER, width=1.1) for measure in measures]


class ActivityRows:
    """Can be read again and again; each reading asks the database anew."""

    def __init__(self, activities: QuerySet[Activity], evidence_for: "Viewer | None" = None) -> None:
        self.activities = activities
        self.evidence_for = evidence_for

    def __iter__(self) -> Iterator[list[Any]]:
        names = _Names()
        rows = self.activities.order_by(LAST_DAY, "pk").values_list("pk", LAST_DAY, *READ)
        reader = rows.iterator(chunk_size=PIECE)
        while piece := list(islice(reader, PIECE)):
            yield from self._piece(piece, names)

    def _piece(self, piece: Sequence[tuple[Any, ...]], names: "_Names") -> Iterator[list[Any]]:
        keys = [row[0] for row in piece]
        numbers, joined = _numbers(keys), _joined(keys, names)
        evidence = _evidence(keys, self.evidence_for) if self.evidence_for else {}
        for pk, day, name, kind, country, city, venue, is_online, lead, audience in piece:
            row = [
                day,
                name,
                names.types.get(kind, kind),
                names.countries.get(country),
                _place(city, venue, is_online),
                names.partners.get(lead),
                joined.get(pk),
                names.audiences.get(audience),
                *numbers.get(pk, NOBODY),
            ]
            yield [*row, evidence.get(pk, 0)] if self.evidence_for else row


class _Names:
    """What codes and keys are called, in the language at work."""

    def __init__(self) -> None:
        self.types = {value: str(label) for value, label in ActivityType.choices}
        self.audiences = {value: str(label) for value, label in AudienceGroup.choices}
        self.countries = {country.pk: str(country) for country in Country.objects.all()}
        self.partners = dict(Partner.objects.values_list("pk", "organisation__name"))


def _place(city: str, venue: str, is_online: bool) -> str:
    parts = [part for part in (city, venue) if part]
    return ", ".join(parts) or (_("online") if is_online else "")


def _numbers(keys: Sequence[int]) -> dict[int, list[int | None]]:
    """Totals by activity, in the order of the measures; one row an activity is faster read than one a figure."""
    totals = AudienceCount.objects.filter(activity__in=keys, sex="", age_band="", country__isnull=True)
    by_measure = {measure: Max("number", filter=Q(measure=measure)) for measure in MEASURES}
    rows = totals.order_by().values("activity").annotate(**by_measure).values_list("activity", *MEASURES)
    return {activity: numbers for activity, *numbers in rows}


def _joined(keys: Sequence[int], names: _Names) -> dict[int, str]:
    """Names of those who took part, besides the lead."""
    found: dict[int, list[str]] = defaultdict(list)
    for activity, partner in ActivityPartner.objects.filter(activity__in=keys).values_list("activity", "partner"):
        found[activity].append(names.partners.get(partner, ""))
    return {activity: ", ".join(sorted(partners)) for activity, partners in found.items()}


def _evidence(keys: Sequence[int], user: "Viewer") -> dict[int, int]:
    files = (
        EvidenceFile.objects.visible_to(user)
        .filter(activity__in=keys)
        .order_by()
        .values("activity")
        .annotate(files=Count("pk"))
    )
    return dict(files.values_list("activity", "files"))
