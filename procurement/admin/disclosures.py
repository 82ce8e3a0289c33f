"""Requests for disclosure and the links that answered them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin.base import RecordAdmin, RecordInline
from core.admin.bulk import SetValues
from procurement.models import DisclosedLink, DisclosureRequest
from procurement.queries.histories import DISCLOSURE


class DisclosedLinkInline(RecordInline):
    model = DisclosedLink


@admin.register(DisclosureRequest)
class DisclosureRequestAdmin(RecordAdmin):
    history = DISCLOSURE
    list_display = ("line", "public_id", "asked_of", "asked_on", "due_on", "answer", "is_published", "is_demo")
    list_filter = ("answer", "reason", "is_published", "is_demo")
    search_fields = ("public_id", "asked_of__search_text", "line__contract__title")
    date_hierarchy = "asked_on"
    ordering = ("-asked_on", "pk")
    groups = (
        (_("Question"), ("line", "asked_of", "asked_on", "due_on")),
        (_("Answer"), ("answer", "answered_on", "reason", "note")),
        (_("Who may see it"), ("is_published",)),
    )
    inlines = (DisclosedLinkInline,)
    bulk_actions = (
        SetValues("publish", _("Publish the chosen requests"), is_published=True),
        SetValues("withdraw", _("Take the chosen requests back from the public"), is_published=False),
    )


@admin.register(DisclosedLink)
class DisclosedLinkAdmin(RecordAdmin):
    list_display = ("request", "link", "is_demo")
    list_select_related = (
        "request__asked_of",
        "request__line__product_model",
        "request__line__brand__organisation",
        "link__factory",
        "link__product_model",
        "link__brand__organisation",
    )
    list_filter = ("is_demo",)
    search_fields = ("request__public_id", "link__public_id", "link__factory__search_text")
    ordering = ("-request", "pk")
    groups = ((None, ("request", "link")),)
