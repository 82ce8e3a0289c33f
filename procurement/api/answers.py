"""The answer of a contract and the leverage at a factory, as the API writes them."""

from typing import Any

from rest_framework import serializers

from procurement.api.serializers import ContractLineSerializer, NamedSerializer


class StageSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    name = serializers.CharField(source="__str__")


class CitedSerializer(serializers.Serializer[Any]):
    """A source of a statement; of one that is not public the kind and the date alone."""

    source = NamedSerializer(allow_null=True)
    kind = serializers.CharField()
    locator = serializers.CharField()
    seen_on = serializers.DateField()


class StatementSerializer(serializers.Serializer[Any]):
    """One link that names the factory."""

    link = serializers.CharField(source="link.public_id")
    model = serializers.CharField(source="link.product_model.public_id", allow_null=True, default=None)
    component = serializers.CharField(source="link.component")
    role = serializers.CharField(source="link.role")
    basis = serializers.CharField(source="link.basis")
    confidence = serializers.CharField(source="link.confidence")
    for_contract = serializers.BooleanField()
    valid_from = serializers.DateField(source="link.valid_from", allow_null=True)
    valid_to = serializers.DateField(source="link.valid_to", allow_null=True)
    first_seen = serializers.DateField(source="link.first_seen", allow_null=True)
    last_seen = serializers.DateField(source="link.last_seen", allow_null=True)
    sources = CitedSerializer(source="cited", many=True)


class FactoryAtStageSerializer(serializers.Serializer[Any]):
    """A factory at a stage. `by_brand`: named for the brand, not for the line's model."""

    factory = NamedSerializer()
    country = serializers.CharField(source="factory.country_id")
    stage = StageSerializer(allow_null=True)
    confirmed_for_contract = serializers.BooleanField(source="for_contract")
    by_brand = serializers.BooleanField()
    statements = StatementSerializer(many=True)


class AskedSerializer(serializers.Serializer[Any]):
    """A request as it stands today. `state`: open, overdue, refused, none."""

    request = serializers.CharField(source="request.public_id")
    asked_of = NamedSerializer(source="request.asked_of")
    asked_on = serializers.DateField(source="request.asked_on")
    due_on = serializers.DateField(source="request.due_on")
    state = serializers.CharField()
    days_overdue = serializers.IntegerField()
    reason = serializers.CharField(source="request.reason")


class RequiredStageSerializer(StageSerializer):
    """Final assembly or a main component, and how many factories are known for it."""

    code = serializers.CharField(source="stage.code")
    name = serializers.CharField(source="stage.__str__")
    confirmed = serializers.IntegerField()
    suspected = serializers.IntegerField()


class LineAnswerSerializer(serializers.Serializer[Any]):
    """Per line and model. `suspected_count` counts sites of the brand's lists that are left out of `suspected`."""

    line = ContractLineSerializer()
    confirmed = FactoryAtStageSerializer(many=True)
    suspected = FactoryAtStageSerializer(many=True)
    suspected_count = serializers.IntegerField()
    asked_without_answer = AskedSerializer(source="asked", many=True)
    stages = RequiredStageSerializer(many=True)
    missing_stages = StageSerializer(source="missing", many=True)


class SummarySerializer(serializers.Serializer[Any]):
    models = serializers.IntegerField()
    models_confirmed = serializers.IntegerField()
    models_suspected = serializers.IntegerField()
    models_without_site = serializers.IntegerField()
    lines_without_model = serializers.IntegerField()
    unanswered = serializers.IntegerField()
    overdue = serializers.IntegerField()
    unknown_components = serializers.IntegerField()


class ContractAnswerSerializer(serializers.Serializer[Any]):
    """`shows_lines` false: the buyer does not show this reader what the contract buys; nothing else is told."""

    contract = serializers.CharField(source="contract.public_id")
    shows_lines = serializers.BooleanField()
    summary = serializers.SerializerMethodField()
    lines = LineAnswerSerializer(many=True)

    def get_summary(self, answer: Any) -> dict[str, int] | None:
        return dict(SummarySerializer(answer.summary).data) if answer.shows_lines else None


class MoneySerializer(serializers.Serializer[Any]):
    currency = serializers.CharField()
    amount = serializers.DecimalField(max_digits=20, decimal_places=2)


class DependantSerializer(serializers.Serializer[Any]):
    id = serializers.CharField(source="procurer.public_id")
    name = serializers.CharField(source="procurer.name")
    country = serializers.CharField(source="procurer.organisation.country_id", allow_null=True)
    contracts_count = serializers.IntegerField()
    spend = MoneySerializer(many=True)


class DependantsSerializer(serializers.Serializer[Any]):
    """Sums cover `procurers` alone; hidden ones are counted in `hidden_count` and enter no sum."""

    procurers_count = serializers.IntegerField()
    procurers = DependantSerializer(many=True)
    hidden_count = serializers.IntegerField()
    contracts_count = serializers.IntegerField()
    spend = MoneySerializer(many=True)
    lines_without_value = serializers.IntegerField()


class LeverageSerializer(serializers.Serializer[Any]):
    """Buyers by model, with `suspected` apart. `open_findings` null: not recorded yet, which is not none."""

    factory = serializers.CharField()
    suspected = DependantsSerializer(source="leverage.by_brand")
    open_findings = serializers.IntegerField(source="leverage.open_findings", allow_null=True)

    def to_representation(self, instance: Any) -> dict[str, Any]:
        rest = super().to_representation(instance)
        return {"factory": rest.pop("factory"), **DependantsSerializer(instance["leverage"].by_model).data, **rest}
