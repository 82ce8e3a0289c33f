"""People, what they may do for whom, and their keys for programs."""

from typing import Any

import django.contrib.auth.admin  # noqa: F401 (registers groups, which this project does not use)
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin, RecordInline
from core.admin.bulk import SetChoice, SetValues
from core.models import ApiToken, Membership, User

admin.site.unregister(Group)


class MembershipInline(RecordInline):
    model = Membership


@admin.register(User)
class UserAdmin(RecordAdmin):
    """People. Passwords are theirs: a new person sets one through "forgotten password"."""

    list_display = ("email", "name", "is_active", "is_superuser", "is_demo", "last_login")
    list_filter = ("is_active", "is_superuser", "is_demo", "memberships__role")
    search_fields = ("email", "name")
    ordering = ("email",)
    groups = (
        (_("Person"), ("email", "name", "language")),
        (_("Access"), ("is_active", "is_superuser")),
    )
    readonly_fields = ("last_login",)
    inlines = (MembershipInline,)
    bulk_actions = (
        SetValues("let_in", _("Let the chosen people sign in"), is_active=True),
        SetValues("lock_out", _("Keep the chosen people from signing in"), is_active=False),
    )

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def log_addition(self, request: HttpRequest, obj: User, message: Any) -> LogEntry:
        return _nameless(super().log_addition(request, obj, message))

    def log_change(self, request: HttpRequest, obj: User, message: Any) -> LogEntry:
        return _nameless(super().log_change(request, obj, message))

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[User]) -> list[LogEntry]:
        """Erasing a person leaves no name behind, in the log either."""
        return [_nameless(entry) for entry in super().log_deletions(request, queryset)]

    def log_bulk(self, request: HttpRequest, rows: QuerySet[User], flag: int, message: list[Any]) -> list[LogEntry]:
        return [_nameless(entry) for entry in super().log_bulk(request, rows, flag, message)]


def _nameless(entry: LogEntry) -> LogEntry:
    entry.object_repr = gettext("account %s") % entry.object_id
    entry.save(update_fields=["object_repr"])
    return entry


@admin.register(Membership)
class MembershipAdmin(RecordAdmin):
    list_display = ("user", "role", "organisation", "is_active", "is_demo", "created_at")
    list_select_related = ("user", "organisation")
    list_filter = ("role", "is_active", "is_demo")
    search_fields = ("user__email", "user__name", "organisation__search_text")
    ordering = ("organisation__sort_key", "pk")
    groups = ((None, ("user", "organisation", "role", "is_active")),)
    bulk_actions = (
        SetValues("activate", _("Put the chosen memberships in force"), is_active=True),
        SetValues("deactivate", _("End the chosen memberships"), is_active=False),
        SetChoice("role", _("Set the role of the chosen memberships")),
    )


@admin.register(ApiToken)
class ApiTokenAdmin(RecordAdmin):
    """Keys are issued to their owners alone; here they can be ended."""

    allows = frozenset({"view", "change", "delete"})
    list_display = ("name", "user", "created_at", "expires_at", "last_used_at")
    list_select_related = ("user",)
    list_filter = ("expires_at",)
    search_fields = ("name", "user__email")
    ordering = ("-created_at", "pk")
    readonly_fields = ("user", "created_at", "last_used_at")
    groups = ((None, ("user", "name", "created_at", "expires_at", "last_used_at")),)
