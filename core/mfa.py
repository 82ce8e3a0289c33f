"""An administrator without a second factor sets one up before changing anything.

What such an administrator reads is the matter of `core.access`.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import ResolverMatch, reverse
from django.utils.translation import gettext as _

from core.access import access_of

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
# What is needed to get a second factor, to leave, or to read the page in one's language.
OPEN = ("account_", "mfa_", "core:language")


class SecondFactorMiddleware:
    """Guards the administration, and all that writes, against an administrator known by password alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        if not is_guarded(request) or not access_of(request.user).lacks_second_factor:
            return None
        detail = _("Administrators need a second factor. Set up an authenticator app to go on.")
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": detail, "fields": {}}, status=HTTPStatus.FORBIDDEN)
        messages.warning(request, detail)
        return HttpResponseRedirect(reverse("mfa_activate_totp"))


def is_guarded(request: HttpRequest) -> bool:
    match = request.resolver_match
    if not isinstance(match, ResolverMatch) or match.view_name.startswith(OPEN):
        return False
    return match.app_name == "admin" or request.method not in SAFE_METHODS
