"""Histories of procurement's records. A buyer's choice rules the past as it rules the present."""

from typing import TYPE_CHECKING

from django.db.models import Q

from core.access import access_of
from core.queries.histories import Guarded, History, Part
from core.queries.record_histories import organisation_part
from procurement.enums import PUBLIC_STAGES
from procurement.models import (
    Affiliation,
    AffiliationEvent,
    Contract,
    ContractLine,
    DisclosedLink,
    DisclosureRequest,
    Procurer,
    Supplier,
)
from procurement.querysets import buying_rule
from supplychain.models import ProductionLink

if TYPE_CHECKING:
    from core.queries.histories import Viewer

PROFILE_FIELDS = frozenset({"profile", "spend_band", "users_served", "buyer_visibility"})


def profile_rule(user: "Viewer") -> Q:
    """Versions of procurers: the choice of then and of now both let the viewer read the profile."""
    if access_of(user).sees_restricted:
        return Q()
    return buying_rule(user) & Q(pgh_obj__in=Procurer.objects.whose_buying_is_visible_to(user).values("pk"))


def contract_rule(user: "Viewer") -> Q:
    """Versions of contracts: shown by the buyer, or already named by a public notice."""
    if access_of(user).sees_restricted:
        return Q()
    then = buying_rule(user, "buyer__") | Q(notice__is_public=True)
    return then & Q(pgh_obj__in=Contract.objects.visible_to(user).values("pk"))


class BuyerShows:
    """A rule with the path from the version to the buyer."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __call__(self, user: "Viewer") -> Q:
        return buying_rule(user, self.path)


def request_rule(user: "Viewer") -> Q:
    """Versions of requests: published then and now, or one's own."""
    if access_of(user).sees_restricted:
        return Q()
    visible = DisclosureRequest.objects.visible_to(user).values("pk")
    return (Q(is_published=True) | _own(user, "line__contract__buyer__")) & Q(pgh_obj__in=visible)


def request_note_rule(user: "Viewer") -> Q:
    return Q() if access_of(user).sees_restricted else _own(user, "line__contract__buyer__")


def disclosed_rule(user: "Viewer") -> Q:
    """Versions of answers: the viewer may see the contract's factories, and the link."""
    if access_of(user).sees_restricted:
        return Q()
    links = ProductionLink.objects.visible_to(user).values("pk")
    return buying_rule(user, "request__line__contract__buyer__") & Q(link__in=links)


def affiliation_rule(user: "Viewer") -> Q:
    """Versions of affiliations: when the record was opened is itself a step before the affiliation."""
    return Q() if _knows_pipeline(user) else _own(user, "procurer__")


def event_rule(user: "Viewer") -> Q:
    """Versions of steps: public ones, then and now; all of them for those who know the pipeline."""
    if _knows_pipeline(user):
        return Q()
    public_now = AffiliationEvent.objects.filter(stage__in=PUBLIC_STAGES).values("pk")
    return Q(stage__in=PUBLIC_STAGES, pgh_obj__in=public_now) | _own(user, "affiliation__procurer__")


def event_note_rule(user: "Viewer") -> Q:
    return Q() if _knows_pipeline(user) else _own(user, "affiliation__procurer__")


def _knows_pipeline(user: "Viewer") -> bool:
    access = access_of(user)
    return access.sees_restricted or access.is_partner


def _own(user: "Viewer", procurer: str) -> Q:
    """The viewer buys for the procurer at the path `procurer`."""
    return Q(**{f"{procurer}organisation_id__in": access_of(user).procurer_organisations})


NOTE = frozenset({"note"})
REQUEST_GUARDS = (
    Guarded(frozenset({"line"}), BuyerShows("line__contract__buyer__")),
    Guarded(NOTE, request_note_rule),
)

PROCURER = History(
    own=Part(Procurer, guarded=(Guarded(PROFILE_FIELDS, profile_rule),)),
    related=(organisation_part("procurer"),),
    owner="organisation_id",
)
SUPPLIER = History(own=Part(Supplier), related=(organisation_part("supplier"),), owner="organisation_id")
CONTRACT = History(
    own=Part(Contract, rule=contract_rule),
    related=(
        Part(ContractLine, path="contract", named_by=("number",), rule=BuyerShows("contract__buyer__")),
        Part(
            DisclosureRequest,
            path="line__contract",
            named_by=("asked_of", "asked_on"),
            rule=request_rule,
            guarded=REQUEST_GUARDS,
        ),
    ),
    owner="buyer__organisation_id",
)
DISCLOSURE = History(
    own=Part(DisclosureRequest, rule=request_rule, guarded=REQUEST_GUARDS),
    related=(Part(DisclosedLink, path="request", named_by=("link",), rule=disclosed_rule),),
    owner="line__contract__buyer__organisation_id",
)
AFFILIATION = History(
    own=Part(Affiliation, rule=affiliation_rule),
    related=(
        Part(
            AffiliationEvent,
            path="affiliation",
            named_by=("stage", "happened_on"),
            rule=event_rule,
            guarded=(Guarded(NOTE, event_note_rule),),
        ),
    ),
    owner="procurer__organisation_id",
)
