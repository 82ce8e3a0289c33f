"""Objects of procurement as the API writes them."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.api.serializers import Citation, CitationSerializer, RecordSerializer, viewer_of
from procurement.models import Affiliation, Contract, ContractLine, DisclosureRequest, Procurer, Supplier
from procurement.queries.parties import steps_shown


class NamedSerializer(serializers.Serializer[Any]):
    """Another record: identifier and name."""

    id = serializers.CharField(source="public_id")
    name = serializers.CharField(source="__str__")


class PartySerializer(RecordSerializer):
    """What procurers and suppliers have of their organisation."""

    FIELDS = (*RecordSerializer.FIELDS, "name", "name_local", "country", "website", "is_demo")

    name_local = serializers.CharField(source="organisation.name_local")
    country = serializers.CharField(source="organisation.country_id", allow_null=True)
    website = serializers.CharField(source="organisation.website")


class SupplierSerializer(PartySerializer):
    list_name = "suppliers"

    class Meta:
        model = Supplier
        fields = PartySerializer.FIELDS


class ProcurerSerializer(PartySerializer):
    """`shows_buying`: whether this reader sees profile, spend, contracts and factories of the buyer."""

    list_name = "procurers"
    WITHHELD = ("spend_band", "users_served", "profile")

    shows_buying = serializers.BooleanField()

    class Meta:
        model = Procurer
        fields = (
            *PartySerializer.FIELDS,
            "legal_type",
            "level",
            "shows_buying",
            "spend_band",
            "users_served",
            "profile",
        )

    def to_representation(self, instance: Any) -> dict[str, Any]:
        data = super().to_representation(instance)
        return data if instance.shows_buying else data | dict.fromkeys(self.WITHHELD)


class ContractLineSerializer(serializers.ModelSerializer[Any]):
    model = NamedSerializer(source="product_model", allow_null=True)
    brand = NamedSerializer()

    class Meta:
        model = ContractLine
        fields = (
            "number",
            "model",
            "brand",
            "category",
            "description",
            "quantity",
            "value_amount",
            "currency",
            "period_from",
            "period_to",
        )


class ContractSerializer(RecordSerializer):
    """`shows_lines`: whether this reader sees what the contract buys and the factories behind it."""

    list_name = "contracts"

    buyer = NamedSerializer()
    supplier = NamedSerializer(allow_null=True)
    country = serializers.CharField(source="buyer.organisation.country_id", allow_null=True)
    status = serializers.CharField()
    shows_lines = serializers.BooleanField()

    class Meta:
        model = Contract
        fields = (
            *RecordSerializer.FIELDS,
            "title",
            "reference",
            "buyer",
            "supplier",
            "country",
            "signed_on",
            "starts_on",
            "ends_on",
            "status",
            "value_amount",
            "currency",
            "shows_lines",
            "is_demo",
        )

    def citations(self, record: Any) -> list[Citation]:
        return [Citation(source) for source in (record.notice, record.source) if source]


class ContractDetailSerializer(ContractSerializer):
    lines = serializers.SerializerMethodField()

    class Meta(ContractSerializer.Meta):
        fields = (*ContractSerializer.Meta.fields, "lines")

    @extend_schema_field(ContractLineSerializer(many=True))
    def get_lines(self, record: Any) -> Any:
        lines = ContractLine.objects.visible_to(viewer_of(self.context)).filter(contract=record)
        rows = lines.select_related("product_model", "brand__organisation").order_by("number")
        return ContractLineSerializer(rows, many=True).data


class StepSerializer(serializers.Serializer[Any]):
    """A step of an affiliation."""

    stage = serializers.CharField()
    happened_on = serializers.DateField()
    route = serializers.CharField()
    via = NamedSerializer(allow_null=True)
    note = serializers.CharField()
    source = serializers.SerializerMethodField()

    @extend_schema_field(CitationSerializer)
    def get_source(self, step: Any) -> Any:
        return CitationSerializer(Citation(step.source), context=self.context).data if step.source else None


class AffiliationSerializer(RecordSerializer):
    list_name = "affiliations"

    procurer = NamedSerializer()
    body = NamedSerializer()
    country = serializers.CharField(source="procurer.organisation.country_id", allow_null=True)
    stage = serializers.CharField(allow_null=True)
    since = serializers.DateField(allow_null=True)
    route = serializers.CharField(allow_null=True)
    via = serializers.CharField(source="via_name", allow_null=True)

    class Meta:
        model = Affiliation
        fields = (
            *RecordSerializer.FIELDS,
            "procurer",
            "body",
            "country",
            "stage",
            "since",
            "route",
            "via",
            "basis_of_count",
            "is_demo",
        )


class AffiliationDetailSerializer(AffiliationSerializer):
    steps = serializers.SerializerMethodField()

    class Meta(AffiliationSerializer.Meta):
        fields = (*AffiliationSerializer.Meta.fields, "steps")

    @extend_schema_field(StepSerializer(many=True))
    def get_steps(self, record: Any) -> Any:
        return StepSerializer(steps_shown(record, viewer_of(self.context)), many=True, context=self.context).data


class DisclosureSerializer(RecordSerializer):
    """`line` is null where the buyer does not show this reader what it buys."""

    list_name = "disclosures"

    buyer = NamedSerializer(source="line.contract.buyer")
    asked_of = NamedSerializer()
    is_overdue = serializers.BooleanField()
    contract = serializers.SerializerMethodField()
    line = serializers.SerializerMethodField()

    class Meta:
        model = DisclosureRequest
        fields = (
            *RecordSerializer.FIELDS,
            "buyer",
            "asked_of",
            "asked_on",
            "due_on",
            "answered_on",
            "answer",
            "reason",
            "is_overdue",
            "is_published",
            "contract",
            "line",
            "is_demo",
        )

    @extend_schema_field(NamedSerializer(allow_null=True))
    def get_contract(self, record: Any) -> Any:
        return NamedSerializer(record.line.contract).data if record.shows_contract else None

    @extend_schema_field(ContractLineSerializer(allow_null=True))
    def get_line(self, record: Any) -> Any:
        return ContractLineSerializer(record.line).data if record.shows_line else None
