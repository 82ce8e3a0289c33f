"""Talks with institutions that the steps of their affiliations rest on, and what is still to be done."""

import datetime
from collections.abc import Iterator

from campaigns.enums.pipeline import ContactKind, ContactStatus
from campaigns.models import InstitutionContact, PipelineMove, Project
from campaigns.services.demo.consortium import BEFORE, MAIN
from campaigns.services.demo.world import World, chance, save
from procurement.enums import AffiliationStage
from procurement.models import AffiliationEvent

KINDS = (ContactKind.MEETING, ContactKind.PHONE, ContactKind.EMAIL, ContactKind.EVENT)
SPOKEN = (AffiliationStage.CONTACTED, AffiliationStage.ENCOURAGED, AffiliationStage.INTERESTED)
SUBJECTS = {
    AffiliationStage.CONTACTED: "First talk about factories behind their contracts",
    AffiliationStage.ENCOURAGED: "What affiliation asks for and what it gives",
    AffiliationStage.INTERESTED: "Questions of the purchasing department",
}
STEPS = ("Send the offer form", "Call again after the budget round", "Meet the legal department")
OFFICES = ("Head of purchasing", "Sustainability officer", "IT department")


def make_contacts(world: World) -> None:
    """A contact for each step that needs one, a few days before it; the last ones leave something to do."""
    events = list(
        AffiliationEvent.objects.filter(is_demo=True, stage__in=SPOKEN)
        .select_related("affiliation")
        .order_by("happened_on", "pk")
    )
    contacts = save(_contact(world, event, number) for number, event in enumerate(events))
    save(
        world.make(PipelineMove, event=event, project=contact.project, partner=contact.partner, contact=contact)
        for event, contact in zip(events, contacts, strict=True)
    )
    save(_planned(world, events))


def _contact(world: World, event: AffiliationEvent, number: int) -> InstitutionContact:
    chooser = chance(f"contact {number}")
    day = event.happened_on - datetime.timedelta(days=chooser.randint(0, 9))
    is_open = event.stage == AffiliationStage.INTERESTED and number % 2 == 0
    partners = list(world.partners.values())
    return world.make(
        InstitutionContact,
        procurer_id=event.affiliation.procurer_id,
        body_id=event.affiliation.body_id,
        project=_project(world, day),
        partner=partners[event.affiliation.procurer_id % len(partners)],
        kind=chooser.choice(KINDS),
        status=ContactStatus.COMPLETED,
        held_on=day,
        declared_held_on=day,
        subject=SUBJECTS[AffiliationStage(event.stage)],
        met_with=chooser.choice(OFFICES),
        next_step=STEPS[number % len(STEPS)] if is_open else "",
        next_step_on=day + datetime.timedelta(days=30) if is_open else None,
    )


def _project(world: World, day: datetime.date) -> Project:
    main = world.projects[MAIN]
    return main if day >= main.starts_on else world.projects[BEFORE]


def _planned(world: World, events: list[AffiliationEvent]) -> Iterator[InstitutionContact]:
    """Meetings of the coming weeks."""
    partners = list(world.partners.values())
    for number, event in enumerate(events[-4:]):
        yield world.make(
            InstitutionContact,
            procurer_id=event.affiliation.procurer_id,
            body_id=event.affiliation.body_id,
            project=world.projects[MAIN],
            partner=partners[number % len(partners)],
            kind=ContactKind.MEETING,
            status=ContactStatus.SCHEDULED,
            held_on=world.today + datetime.timedelta(days=9 + 5 * number),
            subject="Where the request for an offer stands",
        )
