"""The page on which outreach is logged: three steps with scripts, one page without."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from campaigns.forms.log import LogForm
from campaigns.models import Activity, ActivityDraft
from campaigns.queries.recent import Recent, recent_of
from campaigns.services.drafts import discard_draft
from campaigns.views.log.presets import Preset, preset_of

REASON = "Logged"
# Says to the worker of the page that this is the form, and no error or page to sign in.
MARK = "X-Outreach-Form"


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_activity(request: HttpRequest) -> HttpResponse:
    """For campaign partners and administrators."""
    if not request.user.has_perm("campaigns.add_activity"):
        raise PermissionDenied
    if request.method == "POST":
        return _record(request)
    today, recent = timezone.localdate(), recent_of(request.user)  # type: ignore[arg-type]
    preset = preset_of(request, recent, today)
    initial = {**preset.initial, "client_id": preset.client_id}
    form = LogForm(user=request.user, today=today, recent=recent, initial=initial)  # type: ignore[arg-type]
    response = render(request, "campaigns/log/new.html", _context(request, form, recent, preset))
    response[MARK] = "1"
    return response


def _record(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    recent = recent_of(user)
    form = LogForm(request.POST, user=user, today=timezone.localdate(), recent=recent)
    before = recorded_before(user, form["client_id"].value())
    if activity := before or save(form):
        thank(request, activity, is_new=not before)
        return HttpResponseRedirect(activity.get_absolute_url())
    return render(request, "campaigns/log/new.html", _context(request, form, recent, Preset({})))


def recorded_before(user: Any, client_id: Any) -> Activity | None:
    """What the person sent under this number before: pressed twice, or sent again by the device."""
    try:
        number = UUID(str(client_id))
    except ValueError:
        return None
    return Activity.objects.filter(author=user, client_id=number).first()


def save(form: LogForm) -> Activity | None:
    """The activity that the form describes; None where it was refused, with the reasons in the form's errors."""
    if not form.is_valid():
        return None
    recorded = form.save(reason=REASON, now=timezone.now())
    if recorded is None:
        return None
    discard_draft(owner=form.user, client_id=form.cleaned_data["client_id"])
    return recorded.activity


def thank(request: HttpRequest, activity: Activity, *, is_new: bool) -> None:
    """Says on the next page that it was kept, and offers to go on from there."""
    again = f"{reverse('campaigns:activity-new')}?like={activity.public_id}"
    saved = _("“%(name)s” is saved.") if is_new else _("“%(name)s” was saved before. See whether it is as you want it.")
    text, link = saved % {"name": activity.name}, _("Log another one here")
    messages.success(request, format_html('{} <a href="{}">{}</a>', text, again, link))


def _context(request: HttpRequest, form: LogForm, recent: Recent, preset: Preset) -> dict[str, Any]:
    drafts = ActivityDraft.objects.filter(owner=request.user.pk).order_by("-updated_at")
    if preset.draft:
        drafts = drafts.exclude(pk=preset.draft.pk)
    return {
        "form": form,
        "event": preset.event,
        "draft": preset.draft,
        "drafts": drafts,
        "places": [_place(*place) for place in recent.places],
    }


def _place(country: str, city: str, venue: str) -> dict[str, str]:
    label = f"{city}, {venue}" if venue else city
    return {"country": country, "city": city, "venue": venue, "label": label}
