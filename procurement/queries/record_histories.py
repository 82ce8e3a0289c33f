"""Histories of the records of procurement: what a viewer may not see now does not come to light in them."""

from typing import TYPE_CHECKING

from django.db.models import Q

from core.access import access_of
from core.queries.histories import Guarded, History, Part
from procurement.enums import PUBLIC_STAGES
from procurement.models import (
    Affiliation,
    AffiliationEvent,
    Contract,
    ContractLine,
    DisclosureRequest,
    Procurer,
    Supplier,
)
from procurement.querysets import buying_rule

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def contract_rule(user: "Viewer") -> Q:
    """The contract is one that the viewer may see, and was then."""
    if access_of(user).sees_restricted:
        return Q()
    shown_then = buying_rule(user, "buyer__") | Q(notice__is_public=True)
    return shown_then & Q(pgh_obj__in=Contract.objects.visible_to(user))


def line_rule(user: "Viewer") -> Q:
    if access_of(user).sees_restricted:
        return Q()
    return Q(contract__in=Contract.objects.with_factories_visible_to(user))


def buying_then_and_now(user: "Viewer") -> Q:
    """The buyer shows what it buys, and did then."""
    if access_of(user).sees_restricted:
        return Q()
    return buying_rule(user) & Q(pgh_obj__in=Procurer.objects.whose_buying_is_visible_to(user))


def affiliation_rule(user: "Viewer") -> Q:
    """When the record was opened is itself a step before the affiliation."""
    access = access_of(user)
    if access.sees_restricted or access.is_partner:
        return Q()
    return Q(procurer__organisation__in=access.procurer_organisations)


def every_step(user: "Viewer") -> Q:
    """Partners, monitors and the body itself read every step."""
    access = access_of(user)
    if access.sees_restricted or access.is_partner:
        return Q()
    return Q(affiliation__procurer__organisation__in=access.procurer_organisations)


def step_rule(user: "Viewer") -> Q:
    every = every_step(user)
    public = Q(stage__in=PUBLIC_STAGES, pgh_obj__in=AffiliationEvent.objects.visible_to(user))
    return every | public if every else every


def request_rule(user: "Viewer") -> Q:
    own = _own_request(user)
    published = Q(is_published=True, pgh_obj__in=DisclosureRequest.objects.visible_to(user))
    return own | published if own else own


def asked_line(user: "Viewer") -> Q:
    return buying_rule(user, "line__contract__buyer__")


def public_source(field: str) -> Guarded:
    """Of a private source, others than monitors learn nothing here."""

    def rule(user: "Viewer") -> Q:
        if access_of(user).sees_restricted:
            return Q()
        return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__is_public": True})

    return Guarded(frozenset({field}), rule)


def _own_request(user: "Viewer") -> Q:
    access = access_of(user)
    if access.sees_restricted:
        return Q()
    return Q(line__contract__buyer__organisation__in=access.procurer_organisations)


PROCURER = History(
    own=Part(
        Procurer,
        guarded=(
            Guarded(frozenset({"profile", "spend_band", "users_served", "buyer_visibility"}), buying_then_and_now),
        ),
    ),
    owner="organisation_id",
)
SUPPLIER = History(own=Part(Supplier), owner="organisation_id")
CONTRACT = History(
    own=Part(Contract, rule=contract_rule, guarded=(public_source("source"), public_source("notice"))),
    related=(Part(ContractLine, path="contract", named_by=("number",), rule=line_rule),),
    owner="buyer__organisation_id",
)
AFFILIATION = History(
    own=Part(Affiliation, rule=affiliation_rule),
    related=(
        Part(
            AffiliationEvent,
            path="affiliation",
            named_by=("stage", "happened_on"),
            rule=step_rule,
            guarded=(Guarded(frozenset({"note"}), every_step), public_source("source")),
        ),
    ),
    owner="procurer__organisation_id",
)
DISCLOSURE = History(
    own=Part(
        DisclosureRequest,
        rule=request_rule,
        guarded=(Guarded(frozenset({"line"}), asked_line), Guarded(frozenset({"note"}), _own_request)),
    ),
    owner="line__contract__buyer__organisation_id",
)
