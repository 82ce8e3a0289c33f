"""Rows that belong to a record of campaigns, for corrections that its own page does not offer."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model

from campaigns import models
from core.admin.base import RecordAdmin

PARTS: tuple[type[Model], ...] = (
    models.ActivityContract,
    models.ActivityPartner,
    models.ActivityProcurer,
    models.ActivityStop,
    models.AssessmentQuestion,
    models.AudienceCount,
    models.BudgetLine,
    models.EvidenceFile,
    models.ProjectPartner,
    models.QuotedGroupSize,
    models.UpdatePart,
    models.WorkPackage,
)
KEPT: tuple[type[Model], ...] = (
    models.ActivityDecision,
    models.ActivityDraft,
    models.IndicatorContribution,
    models.UpdateDecision,
)


class PartAdmin(RecordAdmin):
    """Columns and form are the fields of the row."""

    list_filter: ClassVar[Any] = ()
    search_fields = ("pk",)
    ordering = ("-pk",)

    def __init__(self, model: type[Model], site: Any) -> None:
        fields = tuple(field.name for field in model._meta.fields if field.editable and not field.primary_key)
        self.list_display = ("pk", *fields)
        self.list_select_related = True
        self.groups = ((None, fields),)
        super().__init__(model, site)


class KeptAdmin(PartAdmin):
    """What the program keeps by itself is shown and not changed."""

    allows = frozenset({"view"})


for part in PARTS:
    if not admin.site.is_registered(part):
        admin.site.register(part, PartAdmin)
for kept in KEPT:
    if not admin.site.is_registered(kept):
        admin.site.register(kept, KeptAdmin)
