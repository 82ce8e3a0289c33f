"""Drafts on the server: kept while one types, discarded by hand."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from campaigns.services.drafts import discard_draft, keep_draft
from campaigns.views.log.sending import Refused, read_message


@never_cache
@require_POST
def keep(request: HttpRequest, client_id: UUID) -> JsonResponse:
    """Keeps what is typed so far. Everybody's drafts are their own, whatever their numbers."""
    try:
        message = read_message(request)
    except Refused as refused:
        return refused.response
    try:
        draft = keep_draft(
            owner=request.user,  # type: ignore[arg-type]
            client_id=client_id,
            fields=message.get("fields"),
            now=timezone.now(),
        )
    except ValidationError as error:
        problem = {"detail": " ".join(error.messages), "fields": {}}
        return JsonResponse(problem, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return JsonResponse({"is_kept": draft is not None})


@never_cache
@login_required
@require_POST
def discard(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Throws the own draft away; one that is not there is gone already."""
    if discard_draft(owner=request.user, client_id=client_id):  # type: ignore[arg-type]
        messages.success(request, _("The draft is discarded."))
    return HttpResponseRedirect(reverse("campaigns:activity-new"))
