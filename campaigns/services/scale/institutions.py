"""Synthetic institutions on their way to affiliation: steps, who made them, and contacts with next steps."""

import datetime
from collections.abc import Iterator
from typing import Any

from campaigns.enums.pipeline import ContactKind, ContactStatus
from campaigns.models import InstitutionContact, PipelineMove
from campaigns.services.scale.copying import copy_rows, references_checked_at_once, reserve
from campaigns.services.scale.outreach import Consortium
from campaigns.services.scale.population import Population, organisations, profiles
from campaigns.services.scale.words import identifiers
from procurement.enums import AffiliationRoute, AffiliationStage, ProcurerLevel
from procurement.models import Affiliation, AffiliationEvent, Procurer
from procurement.stages import PATH

# So many steps an institution: ten bodies, with four of them on average.
BODIES = 10
MEAN_STEPS = 4
LONGEST = 2 * MEAN_STEPS - 1
ENDINGS = (AffiliationStage.DECLINED, AffiliationStage.DORMANT)
EVENT = ("id", "affiliation_id", "stage", "happened_on", "route")
MOVE = ("event_id", "project_id", "partner_id", "contact_id")
CONTACT = (
    *("id", "public_id", "procurer_id", "body_id", "project_id", "partner_id", "kind", "status", "held_on"),
    *("declared_held_on", "subject", "next_step", "next_step_on", "next_step_done_on"),
)


def make_pipeline(people: Population, consortia: list[Consortium], steps: int, today: datetime.date) -> int:
    """About so many steps of affiliations, and a contact for every tenth; says how many steps."""
    bodies = [body.pk for body in organisations(people, BODIES, "Alliance")]
    count = max(steps // (BODIES * MEAN_STEPS), 1)
    institutions = profiles(
        people,
        Procurer,
        organisations(people, count, "Institution"),
        start=Procurer.objects.count(),
        level=ProcurerLevel.LOCAL,
    )
    first = reserve(Affiliation, count * BODIES)
    numbers = identifiers("A", people.seed)
    pairs = [(procurer, body) for procurer in institutions for body in bodies]
    with references_checked_at_once(Affiliation, AffiliationEvent, PipelineMove, InstitutionContact):
        copy_rows(
            Affiliation,
            ("id", "public_id", "procurer_id", "body_id"),
            ((first + position, next(numbers), *pair) for position, pair in enumerate(pairs)),
        )
        events = list(_events(people, range(first, first + len(pairs)), today))
        start = reserve(AffiliationEvent, len(events))
        copy_rows(AffiliationEvent, EVENT, ((start + place, *event) for place, event in enumerate(events)))
        backed = _make_contacts(people, consortia, events, pairs, today)
        moves = _moves(people, consortia, start, [backed.get(place) for place in range(len(events))])
        copy_rows(PipelineMove, MOVE, moves)
    return len(events)


def _events(people: Population, affiliations: range, today: datetime.date) -> Iterator[tuple[Any, ...]]:
    """One affiliation after the other, its steps in order, the last of them sometimes the end of the way."""
    chooser = people.chooser
    for affiliation in affiliations:
        length = chooser.randint(1, LONGEST)
        way = list(PATH[:length])
        if chooser.random() < 0.1:
            way[-1] = AffiliationStage.AFFILIATED
        elif length > 2 and chooser.random() < 0.1:
            way[-1] = chooser.choice(ENDINGS)
        day = today - datetime.timedelta(days=chooser.randrange(400, 1000))
        for stage in way:
            route = AffiliationRoute.DIRECT.value if stage == AffiliationStage.AFFILIATED else ""
            yield affiliation, stage.value, day, route
            day += datetime.timedelta(days=chooser.randrange(5, 55))


def _moves(
    people: Population, consortia: list[Consortium], first: int, contacts: list[int | None]
) -> Iterator[tuple[Any, ...]]:
    for event, contact in enumerate(contacts, first):
        consortium = people.chooser.choice(consortia)
        yield event, consortium.project, people.chooser.choice(consortium.partners), contact


def _make_contacts(
    people: Population,
    consortia: list[Consortium],
    events: list[tuple[Any, ...]],
    pairs: list[tuple[int, int]],
    today: datetime.date,
) -> dict[int, int]:
    """One for every tenth step. Who encourages has met somebody: gives these contacts by the places of their steps."""
    count = len(events) // 10
    if not count:
        return {}
    first = reserve(InstitutionContact, count)
    grounds = [place for place, event in enumerate(events) if event[1] == AffiliationStage.ENCOURAGED][:count]
    about = [(pairs[events[place][0] - events[0][0]], events[place][2]) for place in grounds]
    about += [(people.chooser.choice(pairs), _lately(people, today)) for _ in range(count - len(about))]
    copy_rows(InstitutionContact, CONTACT, _contacts(people, consortia, about, first))
    return {place: first + number for number, place in enumerate(grounds)}


def _lately(people: Population, today: datetime.date) -> datetime.date:
    return today - datetime.timedelta(days=people.chooser.randrange(1, 730))


def _contacts(
    people: Population, consortia: list[Consortium], about: list[tuple[tuple[int, int], datetime.date]], first: int
) -> Iterator[tuple[Any, ...]]:
    """Held on these days, about these ways; a third with a next step, of which one in three is still to do."""
    chooser = people.chooser
    numbers = identifiers("6", people.seed)
    for pk, ((procurer, body), day) in enumerate(about, first):
        consortium = chooser.choice(consortia)
        has_step, is_open = chooser.random() < 0.33, chooser.random() < 0.33
        due = day + datetime.timedelta(days=chooser.randrange(3, 60)) if has_step else None
        yield (
            *(pk, next(numbers), procurer, body, consortium.project, chooser.choice(consortium.partners)),
            *(chooser.choice(ContactKind.values), ContactStatus.COMPLETED.value, day, day),
            *("Affiliation", "Send the offer" if has_step else "", due),
            day + datetime.timedelta(days=2) if has_step and not is_open else None,
        )
