"""What every record's administration has in common.

Administrators alone come here. Each form asks for a reason; forms are laid out by `groups`; what the register
derives or gives by itself is shown and cannot be typed.
"""

import unicodedata
from functools import partial
from typing import Any, ClassVar, cast

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, models, transaction
from django.db.models import Field, Model, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import NoReverseMatch
from django.utils.translation import gettext_lazy as _

from core.access import access_of
from core.admin import bulk, timeline
from core.admin.constraints import check_at_once, sentence
from core.admin.reasons import FIELD, LONGEST, ReasonForm
from core.history import change
from core.models import User
from core.queries.histories import History
from core.querysets import RecordQuerySet

DERIVED = ("public_id", "is_demo", "merged_into", "created_at", "updated_at")


class ForAdministrators:
    """Permissions follow the administrator's role, and no table of permissions. `allows` says what can be done."""

    allows: ClassVar[frozenset[str]] = frozenset({"view", "add", "change", "delete"})

    def _may(self, request: HttpRequest, what: str) -> bool:
        return what in self.allows and access_of(request.user).is_admin

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "view")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "change")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "delete")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._may(request, "view")


class WithAutocomplete:
    """Records that have a search of their own are chosen by typing."""

    model: type[Model]
    admin_site: admin.AdminSite
    formfield_overrides: Any = {models.URLField: {"assume_scheme": "https"}}

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        options = self.model._meta
        return [
            field.name for field in (*options.fields, *options.many_to_many) if field.editable and self._searched(field)
        ]

    def _searched(self, field: "Field[Any, Any]") -> bool:
        other = self.admin_site._registry.get(field.related_model) if field.related_model else None
        return bool(other and other.search_fields)


class RecordInline(ForAdministrators, WithAutocomplete, admin.TabularInline):
    """Rows that belong to a record, edited on its page."""

    extra = 0


class RecordAdmin(ForAdministrators, WithAutocomplete, admin.ModelAdmin):
    """Administration of one kind of record.

    `groups` are (title, fields) pairs of the form; `history` is what the history page tells; `bulk_actions` are the
    bulk actions besides removing.
    """

    form = ReasonForm
    groups: ClassVar[tuple[tuple[Any, tuple[str, ...]], ...]] = ()
    bulk_actions: ClassVar[tuple[bulk.BulkAction, ...]] = ()
    history: ClassVar[History | None] = None
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    delete_confirmation_template = "admin/delete_with_reason.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        return rows.for_listing() if isinstance(rows, RecordQuerySet) else rows

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Finds what was typed as it is written, and folded as search columns keep it."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        folded = _fold(search_term)
        if folded == search_term:
            return found, duplicates
        also, more_duplicates = super().get_search_results(request, queryset, folded)
        return found | also, duplicates or more_duplicates

    # -- Form ----------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        sets: list[Any] = [(title, {"fields": fields}) for title, fields in self.groups]
        derived = self._derived()
        if obj is not None and derived:
            sets.append((_("Kept by the register"), {"fields": derived}))
        if self.has_change_permission(request, obj):
            sets.append((_("Reason"), {"fields": (FIELD,)}))
        return sets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *self._derived()]

    def _derived(self) -> list[str]:
        own = {field.name for field in self.model._meta.fields}
        return [name for name in DERIVED if name in own]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", "")
        return type(form.__name__, (form,), {"refusal": refusal}) if refusal else form

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Saves form and inlines as one recorded change; a refusal of the database comes back as the form's error."""
        reason = request.POST.get(FIELD, "").strip()[:LONGEST]
        if not reason:
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with transaction.atomic(), change(actor=cast(User, request.user), reason=reason):
                check_at_once()
                return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as error:
            request.refusal = sentence(error)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> list[Any]:
        message = super().construct_change_message(request, form, formsets, add)
        return [*message, {"reason": form.cleaned_data.get(FIELD, "")}]

    # -- Removing ------------------------------------------------------------

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        reason = request.POST.get(FIELD, "").strip()[:LONGEST]
        context = {**(extra_context or {}), "reason_longest": LONGEST}
        if request.method != "POST" or not reason:
            context["reason_missing"] = request.method == "POST"
            request.POST = QueryDict()  # asks again instead of removing
            return super().delete_view(request, object_id, context)
        with transaction.atomic(), change(actor=cast(User, request.user), reason=reason):
            return super().delete_view(request, object_id, context)

    # -- Bulk actions --------------------------------------------------------

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The model's bulk actions as Django wants them."""
        offered = (*self.bulk_actions, bulk.Remove())
        return {
            action.name: (partial(bulk.run, action), action.name, action.label)
            for action in offered
            if self._may(request, action.permission)
        }

    def log_bulk(self, request: HttpRequest, rows: QuerySet[Any], flag: int, message: list[Any]) -> list[LogEntry]:
        return list(LogEntry.objects.log_actions(request.user.pk or 0, rows, flag, change_message=message))

    # -- Neighbours ----------------------------------------------------------

    def view_on_site(self, obj: Any) -> str | None:
        """Address of the record's page, where it has one."""
        try:
            return obj.get_absolute_url()
        except (AttributeError, NoReverseMatch):
            return None

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        return timeline.history_page(self, request, object_id)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
