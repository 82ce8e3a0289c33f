"""Answers 503 while the database is away, instead of an error that looks like a fault of the program."""

import sys
from collections.abc import Callable
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.defaults import server_error as plain_server_error

RETRY_AFTER_SECONDS = 30
# SQLSTATE: connection lost (08…), too many connections, server stopping or starting (57P01 to 57P03).
AWAY = ("08", "53300", "57P")


def is_outage(error: BaseException | None) -> bool:
    """Whether `error` says that the database cannot be reached, and not that it refused one statement."""
    if isinstance(error, InterfaceError):
        return True
    if not isinstance(error, OperationalError):
        return False
    code = getattr(error.__cause__, "pgcode", None)
    return code is None or code.startswith(AWAY)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The answer meanwhile; its page reads nothing from the database."""
    if request.path.startswith("/api/"):
        detail = _("The database cannot be reached. Try again in a moment.")
        response: HttpResponse = JsonResponse({"detail": detail, "fields": {}})
    else:
        # Without the request no context processor asks the database who this is.
        response = HttpResponse(render_to_string("503.html"))
    response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Handler of errors that no view caught, those in other middleware included."""
    if is_outage(sys.exc_info()[1]):
        return unavailable(request)
    if request.path.startswith("/api/"):
        detail = _("Something went wrong here. It has been recorded.")
        return JsonResponse({"detail": detail, "fields": {}}, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    return plain_server_error(request)


class OutageMiddleware:
    """Turns a view's lost database into 503."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return unavailable(request) if is_outage(exception) else None
