"""Events: prepared once, then every phone that reads the code logs with day, place and language filled in."""

from typing import Any

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.forms.events import EventForm
from campaigns.models import Activity, EventPreset
from campaigns.queries.recent import recent_of
from core.access import access_of
from core.lookup import Merged, find
from core.models import PublicRecord
from core.views.records import RecordView

MOST_SHOWN = 100


@never_cache
@login_required
@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """The events of the own organisation, the latest first; administrators see all."""
    if not request.user.has_perm("campaigns.add_eventpreset"):
        raise PermissionDenied
    events = EventPreset.objects.visible_to(request.user).select_related("project", "lead__organisation", "country")
    access = access_of(request.user)
    if not access.is_admin:
        events = events.filter(lead__organisation__in=access.partner_organisations)
    return render(request, "campaigns/events/list.html", {"events": events.order_by("-starts_on", "pk")[:MOST_SHOWN]})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_event(request: HttpRequest, public_id: str = "") -> HttpResponse:
    """A new event, or the own one with this identifier."""
    if not request.user.has_perm("campaigns.add_eventpreset"):
        raise PermissionDenied
    user: Any = request.user
    event = _own_event(user, public_id) if public_id else None
    form = EventForm(request.POST or None, user=user, recent=recent_of(user), event=event)
    if request.method == "POST" and form.is_valid():
        reason = "Changed the event" if event else "Prepared the event"
        if saved := form.save(reason=reason):
            messages.success(request, _("The event is saved. Everybody who reads its code logs with its values."))
            return HttpResponseRedirect(saved.get_absolute_url())
    return render(request, "campaigns/events/edit.html", {"form": form, "event": event})


def _own_event(user: Any, public_id: str) -> EventPreset:
    try:
        event = find(EventPreset.objects.visible_to(user).select_related("project", "lead"), public_id)
    except Merged as merged:
        event = merged.survivor
    if not user.has_perm("campaigns.change_eventpreset", event):
        raise PermissionDenied
    return event


class EventView(RecordView):
    """What is preset, the code to read with a phone, and what was logged there as far as the viewer may see it."""

    model = EventPreset
    template_name = "campaigns/events/detail.html"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).select_related("project", "lead__organisation", "country")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        address = request.build_absolute_uri(f"{reverse('campaigns:activity-new')}?event={record.public_id}")
        logged = Activity.objects.visible_to(request.user).filter(event=record).for_listing()
        return {
            "address": address,
            "code": code_of(address),
            "logged": logged.order_by("-starts_on", "-pk")[:MOST_SHOWN],
            "logged_count": logged.count(),
            "may_change": request.user.has_perm("campaigns.change_eventpreset", record),
        }


def code_of(address: str) -> SafeString:
    """The address as a QR code, drawn here: no other server learns of the event."""
    drawing = segno.make(address, error="m", micro=False).svg_inline(
        scale=1, border=4, omitsize=True, light="#fff", svgclass="qr", lineclass=None, title=_("QR code of the form")
    )
    return mark_safe(drawing)  # noqa: S308 (drawn from modules; the title comes from the catalogue)
