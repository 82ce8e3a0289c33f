"""What every object of the API has, and how a source is cited."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.access import access_of
from core.models import ImportRun, Job, Source


@dataclass(frozen=True)
class Citation:
    """A source and the place in it."""

    source: Source
    locator: str = ""
    seen_on: datetime.date | None = None


class CitationSerializer(serializers.Serializer[Citation]):
    """A cited source. Of one that is not public, others than monitors learn its kind and date only."""

    id = serializers.CharField(source="source.public_id", allow_null=True)
    title = serializers.CharField(source="source.title", allow_null=True)
    publisher = serializers.CharField(source="source.publisher_name", allow_null=True)
    address = serializers.URLField(source="source.url", allow_null=True)
    kind = serializers.CharField(source="source.kind")
    published_on = serializers.DateField(source="source.published_on", allow_null=True)
    retrieved_on = serializers.DateField(source="source.retrieved_on", allow_null=True)
    is_public = serializers.BooleanField(source="source.is_public")
    locator = serializers.CharField(allow_null=True)
    seen_on = serializers.DateField(allow_null=True)

    WITHHELD = ("id", "title", "publisher", "address", "locator")

    def to_representation(self, instance: Citation) -> dict[str, Any]:
        data = super().to_representation(instance)
        if instance.source.is_public or access_of(viewer_of(self.context)).sees_restricted:
            return data
        return data | dict.fromkeys(self.WITHHELD)


class RecordSerializer(serializers.ModelSerializer[Any]):
    """Base of all records: `id`, `url`, `updated_at`, `sources`.

    Set `list_name` to the list's name in the API's addresses. Give the record's `Citation`s in
    `citations`, from rows that the listing's queryset has fetched already: it is called per row.
    `Meta.fields` begins with `*RecordSerializer.FIELDS`.
    """

    FIELDS = ("id", "url", "updated_at", "sources")
    list_name = ""

    id = serializers.CharField(source="public_id", read_only=True)
    url = serializers.SerializerMethodField()
    updated_at = serializers.DateTimeField(read_only=True)
    sources = serializers.SerializerMethodField()

    def citations(self, record: Any) -> Iterable[Citation]:
        return ()

    def get_url(self, record: Any) -> str:
        return api_address(self.list_name, record.public_id, self.context)

    @extend_schema_field(CitationSerializer(many=True))
    def get_sources(self, record: Any) -> list[dict[str, Any]]:
        serializer = CitationSerializer(context=self.context)
        return [serializer.to_representation(citation) for citation in self.citations(record)]


def api_address(list_name: str, public_id: str, context: Mapping[str, Any]) -> str:
    """Absolute address of an object in the API."""
    path = reverse(f"api:{list_name}-detail", args=[public_id])
    request = context.get("request")
    return request.build_absolute_uri(path) if request is not None else f"{settings.BASE_URL}{path}"


def viewer_of(context: Mapping[str, Any]) -> Any:
    """Who reads: the request's user, a job's `user`, else a stranger."""
    request = context.get("request")
    return request.user if request is not None else context.get("user") or AnonymousUser()


class SourceSerializer(RecordSerializer):
    list_name = "sources"

    publisher = serializers.CharField(source="publisher_name")
    address = serializers.URLField(source="url")

    class Meta:
        model = Source
        fields = (
            *RecordSerializer.FIELDS,
            "code",
            "title",
            "kind",
            "publisher",
            "address",
            "document",
            "sha256",
            "published_on",
            "retrieved_on",
            "licence",
            "granularity",
            "is_public",
            "is_demo",
        )


class JobSerializer(RecordSerializer):
    list_name = "jobs"

    class Meta:
        model = Job
        fields = (
            *RecordSerializer.FIELDS,
            "kind",
            "title",
            "state",
            "done",
            "total",
            "message",
            "created_at",
            "started_at",
            "finished_at",
            "expires_at",
            "result_name",
            "result_sha256",
        )


class ReportSerializer(RecordSerializer):
    """Reports that were made, with what they were made of."""

    list_name = "reports"

    class Meta:
        model = Job
        fields = (
            *RecordSerializer.FIELDS,
            "title",
            "parameters",
            "state",
            "message",
            "row_count",
            "created_at",
            "data_as_of",
            "expires_at",
            "result_name",
            "result_size",
            "result_sha256",
        )


class ImportRunSerializer(RecordSerializer):
    """Counts are of rows, but `warnings`, of which a row may have several."""

    list_name = "imports"

    read = serializers.IntegerField(source="read_count")
    created = serializers.IntegerField(source="created_count")
    changed = serializers.IntegerField(source="changed_count")
    unchanged = serializers.IntegerField(source="unchanged_count")
    review = serializers.IntegerField(source="review_count")
    rejected = serializers.IntegerField(source="rejected_count")
    warnings = serializers.IntegerField(source="warning_count")

    class Meta:
        model = ImportRun
        fields = (
            *RecordSerializer.FIELDS,
            "kind",
            "file_name",
            "sha256",
            "state",
            "reason",
            "started_at",
            "finished_at",
            "read",
            "created",
            "changed",
            "unchanged",
            "review",
            "rejected",
            "warnings",
        )
