"""Two records of one factory become one, as a bulk action."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.admin.bulk import BulkAction, Refused
from core.admin.reasons import BulkForm
from supplychain.models import Factory
from supplychain.services.merging import MergeRefused, merge_factories


class MergeFactories(BulkAction):
    """Asks which of two factories stays; the other's identifier leads to it from then on."""

    name = "merge"
    label = gettext_lazy("Merge two factories")

    def form_class(self, rows: QuerySet[Factory]) -> type[BulkForm]:
        if rows.count() != 2:
            raise Refused(_("Choose exactly two factories to merge."))
        stays = forms.ModelChoiceField(rows, label=_("Record that stays"), empty_label=None)
        return type("MergeForm", (BulkForm,), {"survivor": stays, "field_order": ["survivor"]})

    def apply(self, rows: QuerySet[Factory], request: HttpRequest, data: dict[str, Any]) -> int:
        merged = rows.exclude(pk=data["survivor"].pk).get()
        try:
            merge_factories(
                survivor=data["survivor"],
                merged=merged,
                actor=request.user,  # type: ignore[arg-type]
                reason=data["change_reason"],
            )
        except MergeRefused as refusal:
            raise Refused(str(refusal)) from refusal
        return 1
