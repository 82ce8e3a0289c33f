"""Administration of contacts with institutions, moves of the pipeline and pacts."""

from typing import Any

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.models import Adherence, InstitutionContact, PipelineMove
from campaigns.queries.histories_pipeline import ADHERENCE, CONTACT
from core.admin.base import RecordAdmin
from core.admin.reasons import ReasonForm


@admin.register(InstitutionContact)
class InstitutionContactAdmin(RecordAdmin):
    """Contacts are recorded on the pages, where it is checked that they took place."""

    history = CONTACT
    allows = frozenset({"view", "change", "delete"})
    list_display = ("subject", "public_id", "procurer", "body", "partner", "kind", "status", "held_on", "is_demo")
    list_filter = ("status", "kind", "is_demo")
    search_fields = (
        "subject",
        "public_id",
        "procurer__organisation__search_text",
        "partner__organisation__search_text",
    )
    date_hierarchy = "held_on"
    ordering = ("-held_on", "pk")
    groups = (
        (_("Who"), ("procurer", "body", "partner", "project", "owner", "met_with")),
        (_("What"), ("kind", "status", "held_on", "subject", "note", "activity")),
        (_("Next step"), ("next_step", "next_step_on", "next_step_owner", "next_step_done_on")),
    )


@admin.register(PipelineMove)
class PipelineMoveAdmin(RecordAdmin):
    """Who made a step. The step itself is corrected where it stands."""

    allows = frozenset({"view", "change", "delete"})
    list_display = ("event", "partner", "project", "contact", "is_demo")
    list_filter = ("project", "is_demo")
    search_fields = ("event__affiliation__procurer__organisation__search_text", "partner__organisation__search_text")
    ordering = ("-event__happened_on", "pk")
    raw_id_fields = ("event",)
    groups = ((None, ("event", "partner", "project", "contact")),)


class AdherenceForm(ReasonForm):
    """Joining and leaving are told when they have happened, as on the pages."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name in ("joined_on", "left_on"):
            day = self.cleaned_data.get(name)
            if day and day > timezone.localdate():
                self.add_error(name, gettext("This day lies in the future."))
        return cleaned


@admin.register(Adherence)
class AdherenceAdmin(RecordAdmin):
    form = AdherenceForm
    history = ADHERENCE
    list_display = ("organisation", "public_id", "body", "kind", "joined_on", "left_on", "source", "is_demo")
    list_filter = ("kind", ("body", admin.RelatedOnlyFieldListFilter), "is_demo")
    search_fields = ("public_id", "organisation__search_text", "body__search_text")
    ordering = ("organisation__sort_key", "pk")
    groups = ((None, ("organisation", "body", "kind", "joined_on", "left_on", "source")),)
