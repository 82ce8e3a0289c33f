"""What waits on a partner's desk, in one project: its own records; for the coordinator those of the whole project."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When

from campaigns.enums.outreach import ActivityState
from campaigns.enums.projects import PartnerRole
from campaigns.models import (
    Activity,
    ActivityDecision,
    ActivityDraft,
    GroupThread,
    Indicator,
    IndicatorPeriod,
    InstitutionContact,
    Partner,
    Project,
)
from campaigns.queries.results.progress import Progress, progress_on
from core.access import access_of

if TYPE_CHECKING:
    from core.models import User

SHOWN = 5
MOST_PROJECTS = 50
MOST_TARGETS = 12
NOT_HANDED_IN = (ActivityState.DONE, ActivityState.PLANNED)


@dataclass(frozen=True)
class Desk:
    """Who looks at which project, when. `partners` are those that the viewer works for there."""

    user: "User"
    project: Project
    partners: tuple[Partner, ...]
    coordinates: bool
    today: datetime.date
    first: datetime.date
    last: datetime.date

    @property
    def own_partner(self) -> Partner | None:
        """The one partner whose records these are; None where they are those of all, or of several."""
        return self.partners[0] if len(self.partners) == 1 and not self.coordinates else None

    @property
    def activities(self) -> QuerySet[Activity]:
        """Of the whole project for those who coordinate, else those that the own partners lead."""
        found: QuerySet[Activity] = Activity.objects.current().filter(project=self.project)
        return found if self.coordinates else found.filter(lead__in=self.partners)

    @property
    def counted(self) -> QuerySet[Activity]:
        """Approved ones of the period."""
        found: QuerySet[Activity] = Activity.objects.counted().in_period(self.first, self.last)
        found = found.filter(project=self.project)
        return found if self.coordinates else found.filter(lead__in=self.partners)


@dataclass(frozen=True)
class Pile:
    """So many records, and the first of them."""

    count: int
    rows: Sequence[Any]

    @property
    def hidden(self) -> int:
        return self.count - len(self.rows)


def projects_of(user: "User", today: datetime.date) -> list[Project]:
    """Projects that `user` works in: running ones first, of each the latest first."""
    runs = Q(starts_on__lte=today) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    found = Project.objects.joined_by(user).annotate(
        is_running=Case(When(runs, then=Value(True)), default=Value(False))
    )
    return list(found.order_by("-is_running", "-starts_on", "pk")[:MOST_PROJECTS])


def desk_of(user: "User", project: Project, today: datetime.date) -> Desk:
    """Two queries."""
    ours = access_of(user).partner_organisations
    parts = list(
        project.participations.filter(partner__organisation_id__in=ours).select_related("partner__organisation")
    )
    leads = any(part.role == PartnerRole.LEAD for part in parts)
    first, last = period_of(project, today)
    partners = tuple(part.partner for part in parts)
    return Desk(user, project, partners, leads or access_of(user).is_admin, today, first, last)


def period_of(project: Project, day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The period that most indicators have on `day`, else the last that they had; without any the calendar year."""
    periods = IndicatorPeriod.objects.filter(
        indicator__result__project=project, indicator__merged_into__isnull=True, starts_on__lte=day
    )
    found = (
        periods.order_by()
        .values_list("starts_on", "ends_on")
        .annotate(uses=Count("pk"))
        .order_by("-ends_on", "-uses", "starts_on")
        .first()
    )
    if found:
        return found[0], found[1]
    year = min(day, project.ends_on or day).year
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def targets_of(desk: Desk) -> list[Progress]:
    """Progress of the indicators that count here: the partner's shares, else those of all. Four queries."""
    indicators = Indicator.objects.current().filter(result__project=desk.project).in_order().select_related("result")
    chosen = _of_desk(desk, list(indicators))[:MOST_TARGETS]
    progress = progress_on(chosen, desk.today)
    return [progress[each.pk] for each in chosen if each.pk in progress]


def _of_desk(desk: Desk, indicators: list[Indicator]) -> list[Indicator]:
    own = set() if desk.coordinates else {partner.pk for partner in desk.partners}
    shares = [each for each in indicators if each.partner_id in own]
    return shares or [each for each in indicators if each.parent_id is None]


def drafts_of(user: "User") -> Pile:
    """What `user` began to log, latest first; a person has few, so that they are counted as read."""
    rows = list(ActivityDraft.objects.filter(owner=user.pk).order_by("-updated_at", "pk")[:100])
    return Pile(len(rows), rows[:SHOWN])


def not_handed_in(desk: Desk) -> Pile:
    """Done, or planned for a day that has passed, and not handed in; the oldest first, own partners' only."""
    mine = Activity.objects.current().filter(project=desk.project, lead__in=desk.partners)
    due = mine.filter(Q(state=ActivityState.DONE) | Q(state=ActivityState.PLANNED, starts_on__lt=desk.today))
    return _pile(due.order_by("starts_on", "pk"))


def returned(desk: Desk) -> Pile:
    """Returned to the own partners, each with the comment of the latest return."""
    mine = Activity.objects.current().filter(project=desk.project, lead__in=desk.partners, state=ActivityState.RETURNED)
    latest = ActivityDecision.objects.filter(activity=OuterRef("pk"), to_state=ActivityState.RETURNED)
    pile = _pile(mine.order_by("starts_on", "pk"))
    comments = dict(
        Activity.objects.filter(pk__in=[row.pk for row in pile.rows])
        .annotate(comment=Subquery(latest.order_by("-decided_at", "-pk").values("comment")[:1]))
        .values_list("pk", "comment")
    )
    for row in pile.rows:
        row.return_comment = comments.get(row.pk)
    return pile


def awaiting_approval(desk: Desk) -> Pile:
    """Handed in by any partner of the project, the longest ago first."""
    waiting = Activity.objects.current().filter(project=desk.project, state=ActivityState.SUBMITTED)
    return _pile(waiting.order_by("starts_on", "pk"))


def overdue_steps(desk: Desk) -> Pile:
    """Next steps of contacts whose day has passed."""
    contacts = InstitutionContact.objects.visible_to(desk.user).overdue_on(desk.today).filter(project=desk.project)
    if not desk.coordinates:
        contacts = contacts.filter(partner__in=desk.partners)
    return _pile(contacts.order_by("next_step_on", "pk"), "procurer__organisation", "partner__organisation")


def _pile(rows: QuerySet[Any], *related: str) -> Pile:
    """Two queries."""
    return Pile(rows.count(), list(rows.select_related(*(related or ("lead__organisation", "country")))[:SHOWN]))


def places_of(desk: Desk) -> list[dict[str, Any]]:
    """Approved activities of the period by country, most first; those online or without a country last. One query."""
    counted: Any = desk.counted.order_by().values("country", "country__name").annotate(activities=Count("pk"))
    return sorted(counted, key=lambda row: (row["country"] is None, -row["activities"], row["country"] or ""))


def latest_threads(user: "User") -> list[GroupThread]:
    """Threads of the groups that `user` belongs to, the latest post first."""
    threads = GroupThread.objects.visible_to(user)
    if access_of(user).is_admin:
        threads = threads.filter(group__memberships__organisation__in=access_of(user).organisations).distinct()
    return list(threads.for_listing().order_by("-latest_at", "-pk")[:SHOWN])
