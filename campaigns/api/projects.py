"""The read API of projects."""

from typing import Any

from rest_framework import serializers

from campaigns.listing.projects import PROJECTS
from campaigns.models import Project, ProjectPartner
from core.api.serializers import Citation, RecordSerializer
from core.api.viewsets import ListingViewSet


class ProjectPartnerSerializer(serializers.ModelSerializer[ProjectPartner]):
    """A partner's part in the project."""

    id = serializers.CharField(source="partner.public_id")
    name = serializers.CharField(source="partner.name")

    class Meta:
        model = ProjectPartner
        fields = ("id", "name", "role")


class ProjectSerializer(RecordSerializer):
    """Without its budget lines, which are for its partners."""

    list_name = "projects"

    partners = ProjectPartnerSerializer(source="participations", many=True)
    funder = serializers.CharField(source="funder.name", allow_null=True, default=None)

    class Meta:
        model = Project
        fields = (
            *RecordSerializer.FIELDS,
            "code",
            "name",
            "summary",
            "starts_on",
            "ends_on",
            "funder",
            "grant_reference",
            "budget",
            "currency",
            "funded_percent",
            "website",
            "partners",
            "is_demo",
        )

    def citations(self, record: Any) -> list[Citation]:
        source = record.source
        return [Citation(source, seen_on=source.retrieved_on)] if source else []


class ProjectViewSet(ListingViewSet):
    listing = PROJECTS
    serializer_class = ProjectSerializer


ROUTES = [("projects", ProjectViewSet)]
