"""Affiliations and their dated events, consortia and dues bands."""

from typing import Any

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin, RecordInline
from core.admin.reasons import ReasonForm
from procurement.models import Affiliation, AffiliationEvent, ConsortiumMember, DuesBand
from procurement.queries.histories import AFFILIATION
from procurement.services.steps import check_correction


class EventInline(RecordInline):
    """Steps as they are on record: new ones are recorded on the pages, where their order is checked."""

    model = AffiliationEvent
    allows = frozenset({"view"})
    fields = ("stage", "happened_on", "route", "via", "source", "note")
    show_change_link = True


class EventForm(ReasonForm):
    """A correction of a step: what comes before and after it must still fit."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors:
            for name, value in self.cleaned_data.items():
                if name in {"stage", "happened_on", "route", "via"}:
                    setattr(self.instance, name, value)
            check_correction(self.instance, timezone.localdate())
        return cleaned


@admin.register(Affiliation)
class AffiliationAdmin(RecordAdmin):
    history = AFFILIATION
    list_display = ("procurer", "public_id", "body", "basis_of_count", "dues_band", "is_demo", "updated_at")
    list_select_related = ("procurer__organisation", "body", "dues_band__body")
    list_filter = ("is_demo", ("body", admin.RelatedOnlyFieldListFilter))
    search_fields = ("public_id", "procurer__organisation__search_text", "body__search_text")
    ordering = ("procurer__organisation__sort_key", "pk")
    groups = (
        (None, ("procurer", "body", "basis_of_count")),
        (_("Dues"), ("dues_band", "spend_basis")),
    )
    inlines = (EventInline,)


@admin.register(AffiliationEvent)
class AffiliationEventAdmin(RecordAdmin):
    form = EventForm
    allows = frozenset({"view", "change", "delete"})
    list_display = ("affiliation", "stage", "happened_on", "route", "via", "source", "is_demo")
    list_select_related = ("affiliation__procurer__organisation", "affiliation__body", "via", "source")
    list_filter = ("stage", "route", "is_demo")
    search_fields = ("affiliation__procurer__organisation__search_text", "affiliation__body__search_text")
    date_hierarchy = "happened_on"
    ordering = ("-happened_on", "pk")
    groups = ((None, ("affiliation", "stage", "happened_on", "route", "via", "source", "note")),)

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), "affiliation"]


@admin.register(ConsortiumMember)
class ConsortiumMemberAdmin(RecordAdmin):
    """Read here. Members are added and ended on the consortium's page, where their affiliations follow."""

    allows = frozenset({"view"})
    list_display = ("member", "consortium", "joined_on", "left_on", "source", "is_demo")
    list_filter = ("is_demo",)
    search_fields = ("member__organisation__search_text", "consortium__organisation__search_text")
    ordering = ("consortium__organisation__sort_key", "member__organisation__sort_key", "pk")
    groups = ((None, ("consortium", "member", "joined_on", "left_on", "source", "kept_on")),)
    readonly_fields = ("kept_on",)

    @admin.display(description=_("Kept on"))
    def kept_on(self, row: ConsortiumMember) -> str:
        return format_html(
            '<a href="{}#consortium">{}</a>',
            row.consortium.get_absolute_url(),
            _("Members are added and ended on the consortium's page, where their affiliations follow."),
        )


@admin.register(DuesBand)
class DuesBandAdmin(RecordAdmin):
    list_display = ("code", "body", "spend_from", "spend_to", "rate_percent", "minimum", "maximum", "valid_from")
    list_filter = (("body", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("code", "body__search_text", "note")
    ordering = ("body__sort_key", "code", "valid_from", "pk")
    groups = (
        (None, ("body", "code", "source")),
        (_("Spend"), ("spend_from", "spend_to", "currency")),
        (_("Dues"), ("rate_percent", "minimum", "maximum", "note")),
        (_("When"), ("valid_from", "valid_to")),
    )
