"""What people and programs get instead of an answer: what happened, and a way onward."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400. The request itself cannot be trusted, its host name included, so the page does not look at it."""
    if request.path.startswith("/api/"):
        return refusal(_("This request could not be read."), HTTPStatus.BAD_REQUEST)
    return HttpResponse(render_to_string("400.html"), status=HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    if request.path.startswith("/api/"):
        return refusal(_("You may not do this."), HTTPStatus.FORBIDDEN)
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that this site did not make, or made long ago."""
    if request.path.startswith("/api/"):
        return refusal(_("The form's security token is missing or wrong."), HTTPStatus.FORBIDDEN)
    return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404; the same for what does not exist and for what the viewer may not see."""
    if request.path.startswith("/api/"):
        return refusal(_("There is nothing at this address."), HTTPStatus.NOT_FOUND)
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


def refusal(detail: str, status: HTTPStatus) -> JsonResponse:
    """An error as programs read it."""
    return JsonResponse({"detail": detail, "fields": {}}, status=status)
