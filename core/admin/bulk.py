"""Bulk actions: each asks for its reason on a page of its own, and is one entry of history."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin import helpers
from django.contrib.admin.models import CHANGE, DELETION
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.admin.constraints import sentence, what_protects
from core.admin.reasons import BulkForm
from core.history import change

if TYPE_CHECKING:
    from core.admin.base import RecordAdmin

LISTED = 20


class Refused(Exception):
    """The action cannot be done; the text says why."""


class BulkAction:
    """Something to do with the chosen records. `permission` is what it needs of the model's administration."""

    name = ""
    label: Any = ""
    permission = "change"
    flag = CHANGE

    def form_class(self, rows: QuerySet[Any]) -> type[BulkForm]:
        """Form to ask with; raises `Refused` where the choice of records makes no sense."""
        return BulkForm

    def apply(self, rows: QuerySet[Any], request: HttpRequest, data: dict[str, Any]) -> int:
        """Does it inside a recorded change; number of records changed."""
        raise NotImplementedError


class SetValues(BulkAction):
    """Gives every chosen record the same values."""

    def __init__(self, name: str, label: Any, **values: Any) -> None:
        self.name, self.label, self.values = name, label, values

    def apply(self, rows: QuerySet[Any], request: HttpRequest, data: dict[str, Any]) -> int:
        return rows.update(**self.values)


class SetChoice(BulkAction):
    """Asks for one of a field's choices and gives it to every chosen record."""

    def __init__(self, field: str, label: Any) -> None:
        self.field, self.label, self.name = field, label, f"set_{field}"

    def form_class(self, rows: QuerySet[Any]) -> type[BulkForm]:
        told = rows.model._meta.get_field(self.field)
        label = str(told.verbose_name)
        value = forms.ChoiceField(label=label[:1].upper() + label[1:], choices=told.choices)
        return type("ChoiceForm", (BulkForm,), {"value": value, "field_order": ["value"]})

    def apply(self, rows: QuerySet[Any], request: HttpRequest, data: dict[str, Any]) -> int:
        return rows.update(**{self.field: data["value"]})


class Remove(BulkAction):
    name = "remove"
    label = gettext_lazy("Remove the chosen records")
    permission = "delete"
    flag = DELETION

    def apply(self, rows: QuerySet[Any], request: HttpRequest, data: dict[str, Any]) -> int:
        label = rows.model._meta.label
        return rows.delete()[1].get(label, 0)


def run(
    action: BulkAction, admin: "RecordAdmin", request: HttpRequest, chosen: QuerySet[Any]
) -> TemplateResponse | None:
    """Asks for the reason; once it is given, does the work. None leads back to the list."""
    rows = admin.model._default_manager.filter(pk__in=list(chosen.values_list("pk", flat=True)))
    try:
        form = action.form_class(rows)(request.POST if "apply" in request.POST else None)
        if form.is_valid() and _done(action, admin, request, rows, form):
            return None
    except Refused as refusal:
        admin.message_user(request, str(refusal), "ERROR")
        return None
    return _page(action, admin, request, rows, form)


def _done(action: BulkAction, admin: "RecordAdmin", request: HttpRequest, rows: QuerySet[Any], form: BulkForm) -> bool:
    """Whether it was done; else the form says why not."""
    reason = form.cleaned_data["change_reason"]
    try:
        with transaction.atomic(), change(actor=request.user, reason=reason):  # type: ignore[arg-type]
            admin.log_bulk(request, rows, action.flag, [{"changed": {}}, {"reason": reason}])
            count = action.apply(rows, request, form.cleaned_data)
    except IntegrityError as error:
        form.add_error(None, what_protects(error) if isinstance(error, ProtectedError) else sentence(error))
        return False
    admin.message_user(request, ngettext("%d record: done.", "%d records: done.", count) % count, "SUCCESS")
    return True


def _page(
    action: BulkAction, admin: "RecordAdmin", request: HttpRequest, rows: QuerySet[Any], form: BulkForm
) -> TemplateResponse:
    listed = admin.get_queryset(request).filter(pk__in=rows.values("pk"))[:LISTED]
    count = rows.count()
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.model._meta,
        "title": str(action.label),
        "action": action.name,
        "form": form,
        "listed": listed,
        "count": count,
        "unlisted": max(0, count - LISTED),
        "chosen": request.POST.getlist(helpers.ACTION_CHECKBOX_NAME),
        "checkbox_name": helpers.ACTION_CHECKBOX_NAME,
        "select_across": request.POST.get("select_across", "0"),
        "subtitle": _("Give the reason for the change"),
    }
    return TemplateResponse(request, "admin/bulk_action.html", context)
