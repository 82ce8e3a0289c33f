"""Activities of an annex by work package, read piece by piece: what took place with whom, and what did not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db.models import F, QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from campaigns.enums.outreach import ActivityState, ActivityType, AudienceMeasure, Sex
from campaigns.models import Activity, ActivityDecision, AudienceCount
from campaigns.models.activities import LAST_DAY
from core.models import Country
from core.reports.document import Column, Kind, Table

if TYPE_CHECKING:
    from core.reports.report import Viewer

PIECE = 2_000
READ = ("work_package__code", "name", "type", "country", "city", "is_online", "lead__organisation__name")
PARTICIPANTS = AudienceMeasure.PARTICIPANTS.value


def annex_table(activities: QuerySet[Activity], count: int, user: "Viewer") -> Table:
    """One line an activity, in the order of work packages and days."""
    return Table(
        name="activities",
        title=_("Activities by work package"),
        columns=[
            Column("work_package", _("Work package"), width=0.9),
            Column("day", _("Date"), Kind.DAY, width=1.2),
            Column("place", _("Place"), width=1.3),
            Column("topic", _("Topic"), width=2.2),
            Column("type", _("Kind"), width=1.2),
            Column("partner", _("Partner"), width=1.4),
            Column("women", _("Women"), Kind.NUMBER, width=0.8),
            Column("men", _("Men"), Kind.NUMBER, width=0.8),
            Column("participants", _("Participants"), Kind.NUMBER, width=1),
            Column("other_figures", _("Other figures"), width=1.5),
            Column("result", _("Result"), width=2.6),
            Column("deviation", _("Deviation and its reason"), width=1.8),
        ],
        rows=AnnexRows(activities, user),
        count=count,
        note=_("An empty field is not on record. Figures of two kinds are never added to each other."),
        empty=_("No activity ended in these days."),
        printed=PIECE,
    )


class AnnexRows:
    """Can be read again and again; each reading asks the database anew."""

    def __init__(self, activities: QuerySet[Activity], user: "Viewer") -> None:
        self.activities = activities
        self.user = user

    def __iter__(self) -> Iterator[list[Any]]:
        names = _Names()
        in_order = self.activities.order_by(F("work_package__code").asc(nulls_last=True), LAST_DAY, "pk")
        reader = in_order.values_list("pk", "state", "description", LAST_DAY, *READ).iterator(chunk_size=PIECE)
        while piece := list(islice(reader, PIECE)):
            yield from self._piece(piece, names)

    def _piece(self, piece: Sequence[tuple[Any, ...]], names: "_Names") -> Iterator[list[Any]]:
        cancelled = [row[0] for row in piece if row[1] == ActivityState.CANCELLED]
        figures, reasons = _figures([row[0] for row in piece]), _reasons(cancelled, self.user)
        for pk, state, told, *head in piece:
            if state == ActivityState.CANCELLED:
                yield [*names.head(*head), None, None, None, "", "", _cancelled(reasons.get(pk, ""))]
            else:
                yield [*names.head(*head), *figures[pk].cells(), told, ""]


class _Names:
    """What codes are called, in the language at work."""

    def __init__(self) -> None:
        self.types = {value: str(label) for value, label in ActivityType.choices}
        self.countries = {country.pk: str(country) for country in Country.objects.all()}

    def head(self, day: Any, package: str, name: str, kind: str, *where: Any) -> list[Any]:
        country, city, is_online, lead = where
        place = ", ".join(filter(None, (city, self.countries.get(country))))
        return [package, day, place or (_("online") if is_online else ""), name, self.types.get(kind, kind), lead]


class _Figures:
    """What was counted of one activity."""

    def __init__(self) -> None:
        self.totals: dict[str, int] = {}
        self.by_sex: dict[str, int] = {}

    def cells(self) -> list[Any]:
        """Women, men, participants, and figures of other measures in words."""
        others = [
            f"{measure.label}: {number_format(self.totals[measure], use_l10n=True, force_grouping=True)}"
            for measure in AudienceMeasure
            if measure != PARTICIPANTS and measure in self.totals
        ]
        sexes = (self.by_sex.get(Sex.FEMALE), self.by_sex.get(Sex.MALE))
        return [*sexes, self.totals.get(PARTICIPANTS), "; ".join(others)]


def _figures(keys: Sequence[int]) -> dict[int, _Figures]:
    found: dict[int, _Figures] = defaultdict(_Figures)
    counts = AudienceCount.objects.filter(activity__in=keys, age_band="", country__isnull=True)
    for activity, measure, sex, number in counts.values_list("activity", "measure", "sex", "number"):
        if not sex:
            found[activity].totals[measure] = number
        elif measure == PARTICIPANTS:
            found[activity].by_sex[sex] = number
    return found


def _reasons(keys: Sequence[int], user: "Viewer") -> dict[int, str]:
    """Why activities were cancelled, for those who may read decisions on them."""
    if not keys:
        return {}
    told = ActivityDecision.objects.visible_to(user).filter(activity__in=keys, to_state=ActivityState.CANCELLED)
    return dict(told.order_by("decided_at", "pk").values_list("activity", "comment"))


def _cancelled(reason: str) -> str:
    return _("Cancelled: %(reason)s") % {"reason": reason} if reason else _("Cancelled; the reason is to be written.")
