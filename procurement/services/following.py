"""Members of a consortium follow it: affiliated with it, lapsed with it or by leaving it.

A step that follows is dated as what it follows; where the member's own record goes on later already, on the day of
its latest step, so that no history is told backwards. Who is affiliated by another way stays as it is.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from core.models import Organisation
from procurement.enums import AffiliationRoute, AffiliationStage
from procurement.models import AffiliationEvent, ConsortiumMember, Procurer
from procurement.services.steps import affiliation_of, is_affiliated, latest_step, write_step


@dataclass(frozen=True)
class Holding:
    """A time in which a consortium is affiliated with a body; `until` None where it still is."""

    body: Organisation
    since: datetime.date
    until: datetime.date | None = None

    def holds_on(self, day: datetime.date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


def holdings_of(consortium: Procurer) -> list[Holding]:
    """When `consortium` was and is affiliated, by body, oldest first."""
    steps = AffiliationEvent.objects.filter(affiliation__procurer=consortium, affiliation__merged_into__isnull=True)
    rows = steps.select_related("affiliation__body").order_by("affiliation", "happened_on", "pk")
    return [
        holding
        for _affiliation, group in groupby(rows, key=lambda step: step.affiliation_id)
        for holding in _holdings(group)
    ]


def _holdings(steps: Iterable[AffiliationEvent]) -> Iterator[Holding]:
    since: datetime.date | None = None
    body: Organisation | None = None
    for step in steps:
        body = step.affiliation.body
        if is_affiliated(step):
            since = since or step.happened_on
        elif since is not None:
            yield Holding(body, since, step.happened_on)
            since = None
    if since is not None and body is not None:
        yield Holding(body, since)


def follow_event(step: AffiliationEvent, today: datetime.date) -> None:
    """What `step` of a consortium means for its members."""
    affiliation = step.affiliation
    memberships = ConsortiumMember.objects.filter(consortium=affiliation.procurer).for_listing()
    if step.stage == AffiliationStage.AFFILIATED:
        for membership in memberships.overlapping(step.happened_on, None).order_by("joined_on", "pk"):
            follow_membership(membership, Holding(affiliation.body, step.happened_on), today)
    elif step.stage == AffiliationStage.LAPSED:
        members = Procurer.objects.filter(pk__in=memberships.values("member")).select_related("organisation")
        for member in members.order_by("pk"):
            lapse(member, affiliation.procurer, affiliation.body, step.happened_on, today)


def follow_membership(membership: ConsortiumMember, holding: Holding, today: datetime.date) -> None:
    """The member is affiliated for as long as its membership and the consortium's affiliation meet."""
    begins = max(membership.joined_on, holding.since)
    ends = min(filter(None, (membership.left_on, holding.until)), default=None)
    if begins > today or (ends is not None and ends <= begins):
        return
    affiliate(membership.member, membership.consortium, holding.body, begins, today)
    if ends is not None and ends <= today:
        lapse(membership.member, membership.consortium, holding.body, ends, today)


def affiliate(
    member: Procurer, consortium: Procurer, body: Organisation, day: datetime.date, today: datetime.date
) -> None:
    """`member` is affiliated through `consortium`, unless it is by any way already."""
    last = latest_step(affiliation_of(member, body))
    if is_affiliated(last):
        return
    write_step(
        procurer=member,
        body=body,
        stage=AffiliationStage.AFFILIATED,
        happened_on=max(day, last.happened_on) if last else day,
        route=AffiliationRoute.VIA_CONSORTIUM,
        via=consortium.organisation,
        today=today,
    )


def lapse(member: Procurer, consortium: Procurer, body: Organisation, day: datetime.date, today: datetime.date) -> None:
    """Ends what `member` has through `consortium`; another consortium of its takes over where one holds that day."""
    last = latest_step(affiliation_of(member, body))
    if last is None or not is_affiliated(last) or last.via_id != consortium.organisation_id:
        return
    ended_on = max(day, last.happened_on)
    write_step(procurer=member, body=body, stage=AffiliationStage.LAPSED, happened_on=ended_on, today=today)
    others = ConsortiumMember.objects.filter(member=member).exclude(consortium=consortium).in_force_on(ended_on)
    for other in others.for_listing().order_by("joined_on", "pk"):
        if any(each.body == body and each.holds_on(ended_on) for each in holdings_of(other.consortium)):
            affiliate(member, other.consortium, body, ended_on, today)
