"""What the page's scripts ask: who is signed in, and to record what a device kept."""

import json
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from campaigns.forms.log import LogForm, submitted
from campaigns.models import Activity
from campaigns.queries.recent import recent_of
from campaigns.services.drafts import MOST_CHARACTERS, Fields, checked_fields
from campaigns.views.log.entering import recorded_before, save, thank
from core.access import access_of

# A character may take several bytes, and the rest of the message is short.
MOST_BYTES = 4 * MOST_CHARACTERS + 1_000


class Refused(Exception):
    """A message that cannot be followed: `status` and a text."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.response = JsonResponse({"detail": detail, "fields": {}}, status=status)


def read_message(request: HttpRequest) -> dict[str, Any]:
    """The JSON object that was sent by somebody who may log. Raises `Refused`."""
    if not request.user.is_authenticated:
        raise Refused(HTTPStatus.UNAUTHORIZED, _("Sign in to send this."))
    if not request.user.has_perm("campaigns.add_activity"):
        raise Refused(HTTPStatus.FORBIDDEN, _("You may not record activities."))
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("This is too long to be kept."))
    try:
        message = json.loads(request.body)
    except ValueError as error:
        raise Refused(HTTPStatus.BAD_REQUEST, _("This is no JSON.")) from error
    if not isinstance(message, dict):
        raise Refused(HTTPStatus.BAD_REQUEST, _("This is not what a form holds."))
    return message


@never_cache
@require_safe
def session(request: HttpRequest) -> JsonResponse:
    """Who is signed in, with a fresh token against forged requests."""
    return JsonResponse({"user": access_of(request.user).user_id, "csrf": get_token(request)})


@never_cache
@require_POST
def send(request: HttpRequest) -> JsonResponse:
    """Records an entry: 201, or 200 where it is there already; 422 with what is wrong, by field."""
    try:
        message = read_message(request)
        number, fields = _entry_of(request, message)
    except Refused as refused:
        return refused.response
    user: Any = request.user
    if known := recorded_before(user, number):
        return _answer(request, message, known, HTTPStatus.OK)
    form = LogForm(submitted(fields, number), user=user, today=timezone.localdate(), recent=recent_of(user))
    if activity := save(form):
        return _answer(request, message, activity, HTTPStatus.CREATED)
    problems = {name: [str(text) for text in texts] for name, texts in form.errors.items()}
    similar = [_similar(found) for found in form.found_similar]
    return JsonResponse({"fields": problems, "similar": similar}, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _entry_of(request: HttpRequest, message: dict[str, Any]) -> tuple[UUID, Fields]:
    if message.get("owner") != request.user.pk:
        raise Refused(HTTPStatus.FORBIDDEN, _("Somebody else wrote this. Only they can send it."))
    try:
        return UUID(str(message.get("id"))), checked_fields(message.get("fields"))
    except (ValueError, ValidationError) as error:
        raise Refused(HTTPStatus.BAD_REQUEST, _("This is not what a form holds.")) from error


def _answer(request: HttpRequest, message: dict[str, Any], activity: Activity, status: HTTPStatus) -> JsonResponse:
    if message.get("is_shown") is True:
        thank(request, activity, is_new=status == HTTPStatus.CREATED)
    body = {"id": activity.public_id, "url": activity.get_absolute_url(), "name": activity.name}
    return JsonResponse(body, status=status)


def _similar(activity: Activity) -> dict[str, str]:
    facts = [str(activity.lead), activity.starts_on.isoformat(), activity.city]
    return {"name": activity.name, "about": ", ".join(filter(None, facts))}
