"""`seed_demo`: the whole demonstration in one transaction, or nothing."""

import datetime

from django.db import transaction

from campaigns.services.demo.affiliating import make_affiliations
from campaigns.services.demo.asking import Answers, make_questions
from campaigns.services.demo.buying import make_contracts
from campaigns.services.demo.campaign import make_campaign
from campaigns.services.demo.chains import make_chains, make_relations
from campaigns.services.demo.circle import make_circle
from campaigns.services.demo.consortium import make_consortium
from campaigns.services.demo.contacts import make_contacts
from campaigns.services.demo.doubles import make_double, merge_double, supersede
from campaigns.services.demo.links import Links
from campaigns.services.demo.logframe import make_logframe
from campaigns.services.demo.outreach import make_outreach
from campaigns.services.demo.parties import make_parties
from campaigns.services.demo.products import make_products
from campaigns.services.demo.showcase import make_showcase
from campaigns.services.demo.sites import make_sites
from campaigns.services.demo.sources import MARKER, VERSION, make_sources
from campaigns.services.demo.world import World
from campaigns.services.reference import load_reference
from core.history import change
from core.models import Source

REASON = "Seed the demonstration"


class OtherVersion(Exception):
    """Demo data of an earlier version is there; it has to be purged first."""


@transaction.atomic
def seed_demo(*, today: datetime.date) -> bool:
    """Reference data and the demonstration as of `today`; False where it is there already.

    Rows that an administrator changed or removed stay so: what is there once is not made again.
    Raises `OtherVersion`.
    """
    load_reference()
    present = Source.objects.filter(code=MARKER).values_list("document", flat=True).first()
    if present == VERSION:
        return False
    if present:
        raise OtherVersion(present)
    world = World(today)
    with change(actor=None, reason=REASON):
        _build(world)
    return True


def _build(world: World) -> None:
    make_sources(world)
    make_parties(world)
    make_sites(world)
    make_products(world)
    links = Links(world)
    answers = Answers(world, links)
    make_chains(world, links)
    make_relations(world)
    make_double(world, links)
    make_contracts(world)
    make_questions(world, answers)
    make_showcase(world, answers)
    answers.save()
    supersede(links)
    make_affiliations(world)
    make_consortium(world)
    make_outreach(world)
    make_logframe(world)
    make_contacts(world)
    make_circle(world)
    make_campaign(world)
    merge_double(world)
