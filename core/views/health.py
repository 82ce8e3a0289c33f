"""For machines: whether the process runs, and whether it can serve."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.health import OK, readiness


@never_cache
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """200 while the process runs; touches nothing."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 where everything that pages and jobs need is there, else 503; the body says which is missing."""
    states = readiness(timezone.now())
    ready = all(state == OK for state in states.values())
    return JsonResponse(states, status=HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE)
