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
        copy_rows(PipelineMove, ("event_id", "project_id", "partner_id"), _moves(people, consortia, start, len(events)))
        met = len(events) // 10
        keys = range(start := reserve(InstitutionContact, met), start + met) if met else range(0)
        copy_rows(InstitutionContact, CONTACT, _contacts(people, consortia, pairs, keys, today))
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


def _moves(people: Population, consortia: list[Consortium], first: int, count: int) -> Iterator[tuple[int, int, int]]:
    for event in range(first, first + count):
        consortium = people.chooser.choice(consortia)
        yield event, consortium.project, people.chooser.choice(consortium.partners)


def _contacts(
    people: Population, consortia: list[Consortium], pairs: list[tuple[int, int]], keys: range, today: datetime.date
) -> Iterator[tuple[Any, ...]]:
    """Held in the last two years; a third with a next step, of which one in three is still to do."""
    chooser = people.chooser
    numbers = identifiers("6", people.seed)
    for pk in keys:
        consortium = chooser.choice(consortia)
        procurer, body = chooser.choice(pairs)
        day = today - datetime.timedelta(days=chooser.randrange(1, 730))
        has_step, is_open = chooser.random() < 0.33, chooser.random() < 0.33
        due = day + datetime.timedelta(days=chooser.randrange(3, 60)) if has_step else None
        yield (
            *(pk, next(numbers), procurer, body, consortium.project, chooser.choice(consortium.partners)),
            *(chooser.choice(ContactKind.values), ContactStatus.COMPLETED.value, day, day),
            *("Affiliation", "Send the offer" if has_step else "", due),
            day + datetime.timedelta(days=2) if has_step and not is_open else None,
        )
