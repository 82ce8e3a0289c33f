"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.panels import panels_for


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the register is for, with figures that the upper apps contribute."""
    return render(request, "core/home.html", {"panels": panels_for("home", request), "has_own_search": True})
