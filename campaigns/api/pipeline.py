"""The read API of contacts with institutions, for those who may see them, and of pacts."""

from rest_framework import serializers

from campaigns.listing.pipeline import ADHERENCES, CONTACTS
from campaigns.models import Adherence, InstitutionContact
from core.api.serializers import Citation, RecordSerializer
from core.api.viewsets import ListingViewSet
from procurement.api.serializers import NamedSerializer


class ContactSerializer(RecordSerializer):
    """A contact of one's own organisation or project."""

    list_name = "contacts"

    procurer = NamedSerializer()
    body = NamedSerializer(allow_null=True)
    partner = NamedSerializer()
    project = NamedSerializer()
    activity = NamedSerializer(allow_null=True)

    class Meta:
        model = InstitutionContact
        fields = (
            *RecordSerializer.FIELDS, "subject", "procurer", "body", "partner", "project", "kind", "status", "held_on",
            "met_with", "note", "activity", "next_step", "next_step_on", "next_step_done_on", "is_demo",
        )  # fmt: skip


class AdherenceSerializer(RecordSerializer):
    """`kind`: participant (buyers only) or supporter."""

    list_name = "adherences"

    organisation = NamedSerializer()
    body = NamedSerializer()
    country = serializers.CharField(source="organisation.country_id", allow_null=True)

    class Meta:
        model = Adherence
        fields = (
            *RecordSerializer.FIELDS, "organisation", "body", "kind", "country", "joined_on", "left_on", "is_demo",
        )  # fmt: skip

    def citations(self, record: Adherence) -> list[Citation]:
        return [Citation(record.source)] if record.source else []


class ContactViewSet(ListingViewSet):
    listing = CONTACTS
    serializer_class = ContactSerializer


class AdherenceViewSet(ListingViewSet):
    listing = ADHERENCES
    serializer_class = AdherenceSerializer


ROUTES = [("contacts", ContactViewSet), ("adherences", AdherenceViewSet)]
