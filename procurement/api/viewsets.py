"""Addresses of the read API of procurement."""

from django.http import HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.viewsets import ListingViewSet
from core.lookup import Merged, find
from procurement import listing
from procurement.api import serializers
from procurement.api.answers import ContractAnswerSerializer, LeverageSerializer
from procurement.queries.answer import contract_factories
from procurement.queries.leverage import leverage_of
from supplychain.models import Factory


class ProcurerViewSet(ListingViewSet):
    listing = listing.PROCURERS
    serializer_class = serializers.ProcurerSerializer


class SupplierViewSet(ListingViewSet):
    listing = listing.SUPPLIERS
    serializer_class = serializers.SupplierSerializer


class AffiliationViewSet(ListingViewSet):
    listing = listing.AFFILIATIONS
    serializer_class = serializers.AffiliationSerializer
    detail_serializer_class = serializers.AffiliationDetailSerializer


class DisclosureViewSet(ListingViewSet):
    listing = listing.DISCLOSURES
    serializer_class = serializers.DisclosureSerializer


class ContractViewSet(ListingViewSet):
    listing = listing.CONTRACTS
    serializer_class = serializers.ContractSerializer
    detail_serializer_class = serializers.ContractDetailSerializer

    @extend_schema(responses=ContractAnswerSerializer, filters=False)
    @action(detail=True, url_path="factories", url_name="factories")
    def factories(self, request: Request, public_id: str) -> HttpResponseBase:
        """Which factories make what the contract buys: confirmed, suspected, asked without answer, missing."""
        try:
            contract = find(self.get_queryset(), public_id)
        except Merged as merged:
            return HttpResponsePermanentRedirect(reverse("api:contracts-factories", args=[merged.survivor.public_id]))
        answer = contract_factories(contract, request.user, timezone.localdate())
        return Response(ContractAnswerSerializer(answer).data)


class LeverageViewSet(ViewSet):
    """`GET /api/v1/factories/<public id>/leverage/`."""

    @extend_schema(
        responses=LeverageSerializer,
        parameters=[OpenApiParameter("public_id", str, OpenApiParameter.PATH, description="Identifier of the factory")],
        operation_id="factories_leverage_retrieve",
    )
    def list(self, request: Request, public_id: str) -> HttpResponseBase:
        """Who depends on the factory through contracts, and for how much; see the method in the documentation."""
        try:
            factory = find(Factory.objects.visible_to(request.user), public_id)
        except Merged as merged:
            return HttpResponsePermanentRedirect(request.path.replace(public_id, merged.survivor.public_id))
        leverage = leverage_of(factory, request.user)
        return Response(LeverageSerializer({"factory": factory.public_id, "leverage": leverage}).data)
