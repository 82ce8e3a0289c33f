"""What the empty form is filled in with: a draft, an event, a record like it, or what was used last."""

import datetime
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from campaigns.forms.events import initial_of
from campaigns.forms.log import as_typed
from campaigns.models import Activity, ActivityDraft, EventPreset, Partner, Project
from campaigns.queries.recent import Recent
from core.access import access_of
from core.lookup import Merged, find


@dataclass(frozen=True)
class Preset:
    """Initial values, and where they come from."""

    initial: dict[str, Any]
    client_id: UUID = field(default_factory=uuid4)
    event: EventPreset | None = None
    draft: ActivityDraft | None = None


def preset_of(request: HttpRequest, recent: Recent, today: datetime.date) -> Preset:
    """By the parameter `draft`, `event` or `like` of the address. Raises `Http404` for what is not there."""
    given = request.GET
    if given.get("draft"):
        return _of_draft(request, given["draft"])
    usual = {**_usual(request, recent, today), "starts_on": today}
    if given.get("event"):
        event: EventPreset = _find(EventPreset.objects.visible_to(request.user), given["event"])
        return Preset(_of_event(event, usual, today), event=event)
    if given.get("like"):
        model: Activity = _find(Activity.objects.own_of(request.user), given["like"])
        return Preset(_like(model, usual), event=model.event)
    return Preset(usual)


def _find(visible: Any, public_id: str) -> Any:
    records = visible.select_related("project", "lead__organisation", "country")
    try:
        return find(records, public_id)
    except Merged as merged:
        return merged.survivor


def _of_draft(request: HttpRequest, number: str) -> Preset:
    try:
        draft = ActivityDraft.objects.get(owner=request.user.pk, client_id=UUID(number))
    except (ValueError, ActivityDraft.DoesNotExist) as error:
        raise Http404(_("This draft is not there any more.")) from error
    event = draft.data.get("event", [""])[0]
    presets = EventPreset.objects.visible_to(request.user).select_related("country")
    return Preset(as_typed(draft.data), draft.client_id, presets.filter(public_id=event).first(), draft)


def _usual(request: HttpRequest, recent: Recent, today: datetime.date) -> dict[str, Any]:
    """The project that runs and the own organisation, where the last record does not say otherwise."""
    running = Project.objects.joined_by(request.user).running_on(today).order_by("-starts_on", "pk")
    project = recent.first("project__public_id") or running.values_list("public_id", flat=True).first()
    lead = recent.first("lead__public_id")
    if not lead and not access_of(request.user).is_admin:
        lead = Partner.objects.own_of(request.user).values_list("public_id", flat=True).first()
    return {"project": project, "lead": lead}


def _of_event(event: EventPreset, usual: dict[str, Any], today: datetime.date) -> dict[str, Any]:
    """The event's own values; on one of its days the day is today. Who works for another partner logs for that one."""
    initial = {**initial_of(event), "event": event.public_id}
    if event.ends_on and event.starts_on <= today <= event.ends_on:
        initial |= {"starts_on": today, "ends_on": None}
    own_lead = usual.get("lead")
    return {**initial, "name": "", "lead": own_lead or initial["lead"]}


def _like(model: Activity, usual: dict[str, Any]) -> dict[str, Any]:
    """Where the last one took place: day, place, language and project, not what it was about."""
    same = ("type", "starts_on", "ends_on", "city", "venue", "is_online", "language", "audience_group")
    return {
        **usual,
        **{name: getattr(model, name) for name in same},
        "country": model.country_id,
        "project": model.project.public_id,
        "lead": model.lead.public_id,
        "event": model.event.public_id if model.event else None,
    }
