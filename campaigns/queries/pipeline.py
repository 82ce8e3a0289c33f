"""The affiliation pipeline as at a day: who stands where, who came how far, and on what ground.

Each figure is one statement over the steps up to that day that the viewer may see; see
docs/methods/affiliation-pipeline.md.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.aggregates import StringAgg
from django.db import connection
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from campaigns.models import Adherence, InstitutionContact, Partner, PipelineMove
from campaigns.querysets.pipeline import backed_rule, knows_pipeline
from core.models import Country, Organisation
from procurement.enums import AffiliationStage
from procurement.models import Affiliation, AffiliationEvent
from procurement.stages import PATH

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

ON_BOARD = 12
POSITIONS = {**{stage: position for position, stage in enumerate(PATH)}, AffiliationStage.RENEWED: len(PATH) - 1}
POSITION = Case(
    *(When(stage=stage, then=Value(position)) for stage, position in POSITIONS.items()),
    default=Value(-1),
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class Scope:
    """Which affiliations are asked about, and as at which day."""

    day: datetime.date
    body: Organisation | None = None
    partner: Partner | None = None
    country: Country | None = None

    def rule(self, affiliation: str = "affiliation__") -> Q:
        """Condition on rows that lead to an affiliation by this path; empty parts leave nothing out."""
        rule = Q()
        if self.body is not None:
            rule &= Q(**{f"{affiliation}body": self.body})
        if self.country is not None:
            rule &= Q(**{f"{affiliation}procurer__organisation__country": self.country})
        if self.partner is not None:
            moved = PipelineMove.objects.filter(partner=self.partner, event__happened_on__lte=self.day)
            rule &= Q(**{f"{affiliation}pk__in": moved.values("event__affiliation")})
        return rule


@dataclass(frozen=True)
class Reached:
    """How many came to a stage or further by the day, and how many stand there on it."""

    stage: AffiliationStage
    reached: int
    standing: int


@dataclass(frozen=True)
class Funnel:
    """Stages of the way in order, then those beside it (renewed, declined, dormant, lapsed) with who stands there."""

    way: tuple[Reached, ...]
    beside: tuple[Reached, ...]


@dataclass(frozen=True)
class Card:
    """An affiliation on the board."""

    affiliation: Affiliation
    since: datetime.date
    days: int
    partner: Partner | None
    contact: InstitutionContact | None


@dataclass(frozen=True)
class BoardColumn:
    stage: AffiliationStage
    count: int
    cards: tuple[Card, ...]

    @property
    def hidden(self) -> int:
        return self.count - len(self.cards)


def steps(scope: Scope, user: "User | AnonymousUser") -> QuerySet[AffiliationEvent]:
    """Steps up to the day, in scope, that `user` may see; those of merged records are told by the survivor."""
    merged = Affiliation.objects.filter(merged_into__isnull=False).values("pk")
    seen = AffiliationEvent.objects.visible_to(user).filter(scope.rule(), happened_on__lte=scope.day)
    found: QuerySet[AffiliationEvent] = seen.exclude(affiliation__in=merged)
    return found


def latest_steps(scope: Scope, user: "User | AnonymousUser") -> QuerySet[AffiliationEvent]:
    """One step an affiliation: the one that says where it stands on the day."""
    return steps(scope, user).order_by("affiliation_id", "-happened_on", "-pk").distinct("affiliation_id")


def funnel(scope: Scope, user: "User | AnonymousUser") -> Funnel:
    """One statement, whatever the number of steps."""
    standing: Counter[str] = Counter()
    furthest: Counter[int] = Counter()
    for way, count in _ways(scope, user).items():
        stages = way.split()
        standing[stages[0]] += count
        furthest[max(_position(stage) for stage in stages)] += count
    on_path = tuple(
        Reached(stage, sum(furthest[at] for at in range(position, len(PATH))), standing[stage])
        for position, stage in enumerate(PATH)
    )
    aside = [stage for stage in AffiliationStage if stage not in PATH]
    return Funnel(on_path, tuple(Reached(stage, 0, standing[stage]) for stage in aside))


def _position(stage: str) -> int:
    """How far on the way; below all of it for what leads off it."""
    return POSITIONS.get(AffiliationStage(stage), -1)


def _ways(scope: Scope, user: "User | AnonymousUser") -> dict[str, int]:
    """How many affiliations went which way: its stages, latest first, with blanks between.

    Where each stands and how far it came both follow from that, so that its steps are read once. There are few
    different ways: a step follows only certain others.
    """
    latest_first = StringAgg("stage", delimiter=" ", order_by=("-happened_on", "-pk"))
    return _counts(steps(scope, user).order_by().values("affiliation_id").annotate(way=latest_first), "way")


def _counts(rows: QuerySet[Any, Any], column: str) -> dict[Any, int]:
    """How many of `rows` have which value of `column`."""
    sql, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}", count(*) FROM ({sql}) AS counted GROUP BY 1', parameters)  # noqa: S608
        return dict(cursor.fetchall())


def first_steps_to(stage: str, scope: Scope, user: "User | AnonymousUser") -> QuerySet[AffiliationEvent]:
    """The events behind a figure of the funnel: of each affiliation the first step to `stage` or beyond it."""
    reached = steps(scope, user).annotate(position=POSITION).filter(position__gte=POSITIONS[AffiliationStage(stage)])
    return _first_of_each(reached)


def encouraged_steps(scope: Scope, user: "User | AnonymousUser") -> QuerySet[AffiliationEvent]:
    """The events behind the counter: of each affiliation the first `encouraged` that a completed contact backs."""
    return _first_of_each(_encouraged(scope, user))


def encouraged_count(scope: Scope, user: "User | AnonymousUser") -> tuple[int, int]:
    """(institutions encouraged, affiliations that this is about): one institution may be encouraged by two bodies."""
    counted = _encouraged(scope, user).aggregate(
        institutions=Count("affiliation__procurer", distinct=True), affiliations=Count("affiliation", distinct=True)
    )
    return counted["institutions"], counted["affiliations"]


def _encouraged(scope: Scope, user: "User | AnonymousUser") -> QuerySet[AffiliationEvent]:
    """All backed steps to `encouraged`; for those who know the pipeline, as the moves are."""
    if not knows_pipeline(user):
        return AffiliationEvent.objects.none()
    backed = backed_rule(move="move__", step="")
    found: QuerySet[AffiliationEvent] = steps(scope, user).filter(backed, stage=AffiliationStage.ENCOURAGED)
    return found.order_by()


def _first_of_each(events: QuerySet[AffiliationEvent]) -> QuerySet[AffiliationEvent]:
    """Of each affiliation the earliest of `events`, latest first; the index of latest steps is read from its end."""
    first = events.order_by("-affiliation_id", "happened_on", "pk").distinct("affiliation_id")
    return AffiliationEvent.objects.filter(pk__in=first.values("pk")).order_by("-happened_on", "-pk")


def shown_steps(keys: Sequence[int]) -> list[AffiliationEvent]:
    """The steps of these keys, in their order, with everything that a row of them shows."""
    found = {event.pk: event for event in _shown(AffiliationEvent.objects.filter(pk__in=keys))}
    return [found[key] for key in keys]


def _shown(events: QuerySet[AffiliationEvent]) -> QuerySet[AffiliationEvent]:
    related = (
        "affiliation__procurer__organisation__country",
        "affiliation__body",
        "via",
        "move__partner__organisation",
    )
    return events.select_related(*related, "move__contact").order_by("-happened_on", "-pk")


def board(scope: Scope, user: "User | AnonymousUser") -> tuple[BoardColumn, ...]:
    """Every stage in order with who stands there, latest first, at most `ON_BOARD` of them."""
    rows = _newest_by_stage(scope, user)
    events = {event.pk: event for event in shown_steps([row[0] for row in rows])}
    contacts = open_steps_of([event.affiliation for event in events.values()], user)
    moves = PipelineMove.objects.visible_to(user).filter(event__in=events).select_related("partner__organisation")
    partners = {move.event_id: move.partner for move in moves}
    cards: dict[str, list[Card]] = defaultdict(list)
    counts: dict[str, int] = {}
    for pk, stage, count in rows:
        event = events[pk]
        days = (scope.day - event.happened_on).days
        contact = contacts.get(event.affiliation_id)
        cards[stage].append(Card(event.affiliation, event.happened_on, days, partners.get(pk), contact))
        counts[stage] = count
    return tuple(BoardColumn(stage, counts.get(stage, 0), tuple(cards[stage])) for stage in AffiliationStage)


def _newest_by_stage(scope: Scope, user: "User | AnonymousUser") -> list[tuple[int, str, int]]:
    """(step, stage, how many stand there) of the first `ON_BOARD` of every stage, by one statement."""
    latest = latest_steps(scope, user).values("id", "stage", "happened_on")
    sql, parameters = latest.query.sql_with_params()
    statement = f"""
        SELECT id, stage, number FROM (
            SELECT id, stage, count(*) OVER (PARTITION BY stage) AS number,
                row_number() OVER (PARTITION BY stage ORDER BY happened_on DESC, id DESC) AS place
            FROM ({sql}) AS latest
        ) AS placed WHERE place <= %s ORDER BY stage, place"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [*parameters, ON_BOARD])
        return list(cursor.fetchall())


def open_steps_of(affiliations: Sequence[Affiliation], user: "User | AnonymousUser") -> dict[int, InstitutionContact]:
    """By affiliation the contact whose next step is open and due first, of those that `user` may see."""
    procurers = {affiliation.procurer_id for affiliation in affiliations}
    contacts = InstitutionContact.objects.visible_to(user).with_open_step().filter(procurer__in=procurers)
    found: dict[tuple[int, int | None], InstitutionContact] = {}
    for contact in contacts.select_related("owner", "next_step_owner").order_by("next_step_on", "pk"):
        found.setdefault((contact.procurer_id, contact.body_id), contact)
    due = {}
    for each in affiliations:
        general = found.get((each.procurer_id, None))
        if contact := found.get((each.procurer_id, each.body_id), general):
            due[each.pk] = contact
    return due


def bodies() -> QuerySet[Organisation]:
    """Organisations that anybody affiliates with, by name."""
    found: QuerySet[Organisation] = Organisation.objects.current().filter(
        pk__in=Affiliation.objects.current().values("body")
    )
    return found.order_by("sort_key", "pk")


def pacts() -> QuerySet[Organisation]:
    """Organisations that somebody takes part in or supports, by name."""
    joined = Adherence.objects.current().values("body")
    found: QuerySet[Organisation] = Organisation.objects.current().filter(pk__in=joined)
    return found.order_by("sort_key", "pk")


def moves_of(affiliation: Affiliation, user: "User | AnonymousUser") -> QuerySet[PipelineMove]:
    """Which partner made which step, latest first."""
    found: QuerySet[PipelineMove] = (
        PipelineMove.objects.visible_to(user).for_listing().filter(event__affiliation=affiliation)
    )
    return found.order_by("-event__happened_on", "-pk")
