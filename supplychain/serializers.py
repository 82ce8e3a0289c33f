"""Objects of the API."""

from collections.abc import Iterable
from typing import Any

from rest_framework import serializers

from core.api.serializers import Citation, RecordSerializer, api_address
from supplychain.listing.factories import brands_of, stages_of, where
from supplychain.models import Brand, Company, Factory, FactoryIdentifier, ProductionLink, ProductModel


class ReferenceSerializer(serializers.Serializer[Any]):
    """Another record: identifier, name, address in the API."""

    id = serializers.CharField(source="public_id")
    name = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()

    def __init__(self, *args: Any, list_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.list_name = list_name

    def get_name(self, record: Any) -> str:
        return str(record)

    def get_url(self, record: Any) -> str:
        return api_address(self.list_name, record.public_id, self.context)


class IdentifierSerializer(serializers.ModelSerializer[FactoryIdentifier]):
    class Meta:
        model = FactoryIdentifier
        fields = ("scheme", "value")


class BrandNameSerializer(serializers.Serializer[Any]):
    id = serializers.CharField()
    name = serializers.CharField()
    url = serializers.SerializerMethodField()

    def get_url(self, brand: dict[str, str]) -> str:
        return api_address("brands", brand["id"], self.context)


class FactorySerializer(RecordSerializer):
    """Address and point are null where no public source states them and the viewer's contracts do not lead here."""

    list_name = "factories"

    name = serializers.SerializerMethodField()
    name_local = serializers.SerializerMethodField()
    country = serializers.SerializerMethodField()
    subdivision = serializers.SerializerMethodField()
    status = serializers.SerializerMethodField()
    address = serializers.SerializerMethodField()
    latitude = serializers.SerializerMethodField()
    longitude = serializers.SerializerMethodField()
    point_precision = serializers.SerializerMethodField()
    point_source = serializers.SerializerMethodField()
    stages = serializers.SerializerMethodField()
    identifiers = IdentifierSerializer(many=True)
    brands = serializers.SerializerMethodField()

    class Meta:
        model = Factory
        fields = (
            *RecordSerializer.FIELDS,
            "name",
            "name_local",
            "address",
            "country",
            "subdivision",
            "latitude",
            "longitude",
            "point_precision",
            "point_source",
            "status",
            "stages",
            "identifiers",
            "brands",
            "workers_min",
            "workers_max",
            "is_demo",
        )

    def citations(self, record: Any) -> Iterable[Citation]:
        """The source of the place, where the viewer may see that; each link has its own sources."""
        return [Citation(record.location_source)] if record.location_source and record.shows_location else []

    def get_name(self, record: Any) -> str:
        return str(getattr(record, "name_then", record.name))

    def get_name_local(self, record: Any) -> str:
        return str(getattr(record, "name_local_then", record.name_local))

    def get_country(self, record: Any) -> str:
        return str(getattr(record, "country_then", record.country_id))

    def get_subdivision(self, record: Any) -> str:
        return str(getattr(record, "subdivision_then", record.subdivision))

    def get_status(self, record: Any) -> str:
        return str(getattr(record, "status_then", record.status))

    def get_address(self, record: Any) -> str | None:
        return where(record, "address") or None

    def get_latitude(self, record: Any) -> float | None:
        return where(record, "latitude")

    def get_longitude(self, record: Any) -> float | None:
        return where(record, "longitude")

    def get_point_precision(self, record: Any) -> str:
        return where(record, "point_precision") or "none"

    def get_point_source(self, record: Any) -> str | None:
        return where(record, "point_source") or None

    def get_stages(self, record: Any) -> list[str]:
        return [stage["id"] for stage in stages_of(record)]

    def get_brands(self, record: Any) -> list[dict[str, Any]]:
        return list(BrandNameSerializer(brands_of(record), many=True, context=self.context).data)


class LinkSerializer(RecordSerializer):
    list_name = "links"

    factory = ReferenceSerializer(list_name="factories")
    brand = ReferenceSerializer(list_name="brands")
    product_model = ReferenceSerializer(list_name="products", allow_null=True)
    stage = serializers.CharField(source="stage_id", allow_null=True)
    superseded = serializers.SerializerMethodField()

    class Meta:
        model = ProductionLink
        fields = (
            *RecordSerializer.FIELDS,
            "factory",
            "brand",
            "product_model",
            "stage",
            "component",
            "role",
            "basis",
            "confidence",
            "valid_from",
            "valid_to",
            "first_seen",
            "last_seen",
            "superseded",
            "is_demo",
        )

    def get_superseded(self, record: Any) -> bool:
        return record.superseded_by_id is not None

    def citations(self, record: Any) -> Iterable[Citation]:
        return [Citation(one.source, one.locator, one.seen_on) for one in record.citations.all()]


class ProfileSerializer(RecordSerializer):
    """What brands and companies have of their organisation."""

    PROFILE_FIELDS = (
        *RecordSerializer.FIELDS,
        "name",
        "name_local",
        "country",
        "website",
        "factories_count",
        "is_demo",
    )

    name = serializers.CharField(source="organisation.name")
    name_local = serializers.CharField(source="organisation.name_local")
    country = serializers.CharField(source="organisation.country_id", allow_null=True)
    website = serializers.CharField(source="organisation.website")
    factories_count = serializers.IntegerField()

    def citations(self, record: Any) -> Iterable[Citation]:
        source = record.organisation.source
        return [Citation(source)] if source else []


class BrandSerializer(ProfileSerializer):
    list_name = "brands"

    class Meta:
        model = Brand
        fields = (*ProfileSerializer.PROFILE_FIELDS, "supplier_list_url")


class CompanySerializer(ProfileSerializer):
    list_name = "companies"

    group = serializers.CharField(source="organisation.parent.name", allow_null=True, default=None)

    class Meta:
        model = Company
        fields = (*ProfileSerializer.PROFILE_FIELDS, "roles", "group")


class ProductSerializer(RecordSerializer):
    list_name = "products"

    brand = ReferenceSerializer(list_name="brands")
    category = serializers.CharField(source="category_id")
    factories_count = serializers.IntegerField()

    class Meta:
        model = ProductModel
        fields = (
            *RecordSerializer.FIELDS,
            "name",
            "name_local",
            "brand",
            "category",
            "regulatory_model",
            "part_numbers",
            "factories_count",
            "is_demo",
        )

    def citations(self, record: Any) -> Iterable[Citation]:
        return [Citation(record.source)] if record.source else []
