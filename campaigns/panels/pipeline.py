"""Contacts, moves, dues and pacts on the pages of other apps."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import Adherence, InstitutionContact
from campaigns.queries.pipeline import moves_of
from core.access import access_of
from core.panels import Panel
from procurement.enums import ProcurerLevel
from procurement.models import ConsortiumMember, DuesBand

SHOWN = 10
MOST_AT_ACTIVITY = 100


def contacts_of(request: HttpRequest, procurer: Any) -> dict[str, Any] | None:
    """For partners and administrators: their contacts with the institution, and what they may do."""
    access = access_of(request.user)
    if not (access.is_partner or access.is_admin):
        return None
    contacts = InstitutionContact.objects.visible_to(request.user).for_listing().filter(procurer=procurer)
    return {
        "contacts": contacts.order_by("-held_on", "-pk")[:SHOWN],
        "contacts_total": contacts.count(),
        "procurer": procurer,
        "today": timezone.localdate(),
    }


def contacts_at(request: HttpRequest, activity: Any) -> dict[str, Any] | None:
    """Contacts that took place at an activity, for those who may see them."""
    rows = InstitutionContact.objects.visible_to(request.user).for_listing().filter(activity=activity)
    contacts = list(rows.order_by("-held_on", "-pk")[:MOST_AT_ACTIVITY])
    return {"contacts": contacts} if contacts else None


def consortium_of(request: HttpRequest, procurer: Any) -> dict[str, Any] | None:
    """Members of a consortium, and the consortia that a buyer is in, left ones with their days."""
    members = list(ConsortiumMember.objects.for_listing().filter(consortium=procurer).order_by("joined_on", "pk")[:200])
    consortia = list(ConsortiumMember.objects.for_listing().filter(member=procurer).order_by("joined_on", "pk"))
    buys_for_others = bool(members) or procurer.level == ProcurerLevel.CONSORTIUM
    may_keep = buys_for_others and request.user.has_perm("campaigns.keep_consortium")
    if not (members or consortia or may_keep):
        return None
    return {"members": members, "consortia": consortia, "may_keep": may_keep, "procurer": procurer}


def moves(request: HttpRequest, affiliation: Any) -> dict[str, Any] | None:
    found = list(moves_of(affiliation, request.user))
    seen = InstitutionContact.objects.visible_to(request.user).filter(moves__in=found).values_list("pk", flat=True)
    return {"moves": found, "seen_contacts": set(seen)} if found else None


def dues(request: HttpRequest, organisation: Any) -> dict[str, Any] | None:
    bands = list(DuesBand.objects.for_listing().filter(body=organisation).order_by("valid_from", "code", "pk"))
    return {"bands": bands} if bands else None


def adherents(request: HttpRequest, organisation: Any) -> dict[str, Any] | None:
    """How many take part in a pact and support it."""
    found = Adherence.objects.visible_to(request.user).in_force_on(timezone.localdate()).filter(body=organisation)
    kinds = list(found.values_list("kind", flat=True))
    may_record = bool(kinds) and request.user.has_perm("campaigns.add_adherence")
    if not kinds:
        return None
    return {
        "may_record": may_record,
        "participants": kinds.count("participant"),
        "supporters": kinds.count("supporter"),
        "organisation": organisation,
    }


CONTACTS = Panel("contacts", _("Contacts and pipeline"), "campaigns/panels/contacts.html", contacts_of)
AT_ACTIVITY = Panel("contacts", _("Contacts with institutions"), "campaigns/panels/contacts_at.html", contacts_at)
CONSORTIUM = Panel("consortium", _("Buying together"), "campaigns/panels/consortium.html", consortium_of)
MOVES = Panel("moves", _("Who brought it about"), "campaigns/panels/moves.html", moves)
DUES = Panel("dues", _("What affiliation costs, as published"), "campaigns/panels/dues.html", dues)
ADHERENTS = Panel("adherents", _("In this pact"), "campaigns/panels/adherents.html", adherents)
