"""The page of an organisation: one body, and all that it is in this register."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.access import access_of
from core.models import Organisation, PublicRecord, Source
from core.queries.profiles import profiles_of
from core.views.history import history_url
from core.views.records import RecordView


class OrganisationView(RecordView):
    model = Organisation
    template_name = "core/organisation_detail.html"
    page = "organisation"

    def queryset(self, request: HttpRequest) -> Any:
        related = ("country", "parent", "source")
        return super().queryset(request).select_related(*related).prefetch_related("identifiers__source")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        sees_all = access_of(request.user).sees_restricted
        parts = Organisation.objects.visible_to(request.user).filter(parent=record).order_by("sort_key", "pk")
        published = Source.objects.visible_to(request.user).filter(publisher=record).order_by("-published_on", "pk")
        return {
            "facts": facts_of(record, sees_all),
            "profiles": profiles_of(record, request.user),  # type: ignore[arg-type]
            "parts": parts[:50],
            "published": published[:20],
            "history_url": history_url(record),
        }


def facts_of(organisation: Any, sees_all: bool) -> list[dict[str, Any]]:
    """What is known of an organisation; a source that is not public stays unnamed."""
    parent = organisation.parent
    facts: list[dict[str, Any]] = [
        {"label": _("Short name"), "value": organisation.short_name},
        {"label": _("Country"), "value": str(organisation.country or ""), "sources": _cited(organisation, sees_all)},
        {"label": _("City"), "value": organisation.city},
        {"label": _("Website"), "value": organisation.website, "url": organisation.website},
        {"label": _("Part of"), "value": str(parent or ""), "url": _address(parent)},
        {"label": _("IATI organisation type"), "value": organisation.get_iati_type_display()},
    ]
    numbers = [_identifier(row, sees_all) for row in organisation.identifiers.all()]
    return [fact for fact in facts if fact["value"]] + numbers


def _address(record: Any) -> str:
    return record.get_absolute_url() if record else ""


def _cited(row: Any, sees_all: bool) -> list[Any]:
    return [row.source] if row.source and (row.source.is_public or sees_all) else []


def _identifier(row: Any, sees_all: bool) -> dict[str, Any]:
    return {"label": row.scheme, "value": row.value, "sources": _cited(row, sees_all)}
