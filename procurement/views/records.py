"""Pages of single records of procurement."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from core.access import access_of
from core.models import PublicRecord
from core.views.records import RecordView
from procurement.models import Affiliation, Contract, DisclosureRequest, Procurer, Supplier
from procurement.queries.answer import contract_factories, request_state
from procurement.queries.evidence import links_disclosed
from procurement.queries.parties import affiliations_of, contracts_of, factories_behind, steps_shown
from procurement.services.visibility import may_change_visibility

SHOWN_CONTRACTS = 50


class ContractView(RecordView):
    """The answer page: which factories make what this contract buys."""

    model = Contract
    template_name = "procurement/contract_detail.html"
    page = "contract"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing().select_related("source")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        answer = contract_factories(record, request.user, timezone.localdate())  # type: ignore[arg-type]
        access = access_of(request.user)
        is_own = record.buyer.organisation_id in access.procurer_organisations  # type: ignore[attr-defined]
        return {"answer": answer, "is_own": is_own, "sees_all_requests": is_own or access.sees_restricted}


class ProcurerView(RecordView):
    """A public buyer, and the factories behind what it buys as far as it shows them."""

    model = Procurer
    template_name = "procurement/procurer_detail.html"
    page = "procurer"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing().with_buying_shown_to(request.user)

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        today = timezone.localdate()
        procurer: Any = record
        contracts = contracts_of(procurer, request.user)
        return {
            "contracts": contracts[:SHOWN_CONTRACTS],
            "contracts_count": contracts.count(),
            "paths": factories_behind(procurer, request.user, today),
            "affiliations": affiliations_of(procurer, request.user, today),
            "may_change_visibility": may_change_visibility(request.user, procurer),
        }


class SupplierView(RecordView):
    """Who holds contracts, and those of them that the viewer may see."""

    model = Supplier
    template_name = "procurement/supplier_detail.html"
    page = "supplier"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        contracts = Contract.objects.visible_to(request.user).for_listing().filter(supplier=record)
        return {
            "contracts": contracts.order_by("-starts_on", "pk")[:SHOWN_CONTRACTS],
            "contracts_count": contracts.count(),
        }


class AffiliationView(RecordView):
    """The way of one procurer to one body, step by step as far as the viewer may see it."""

    model = Affiliation
    template_name = "procurement/affiliation_detail.html"
    page = "affiliation"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        affiliation: Any = record
        access = access_of(request.user)
        own = affiliation.procurer.organisation_id in access.procurer_organisations
        return {
            "steps": steps_shown(affiliation, request.user),
            "today": timezone.localdate(),
            "shows_dues": own or access.is_partner or access.sees_restricted,
        }


class DisclosureView(RecordView):
    """One request: what was asked of whom, and what came back."""

    model = DisclosureRequest
    template_name = "procurement/disclosure_detail.html"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing().with_line_shown_to(request.user)

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        disclosure: Any = record
        return {
            "asked": request_state(disclosure, timezone.localdate()),
            "buyer": disclosure.line.contract.buyer,
            # Which links answer it says what the line buys: they are shown with the line alone.
            "links": links_disclosed(disclosure, request.user) if disclosure.shows_line else None,
        }
