"""Switching the language, and remembering it for people who are signed in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse, translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

from core.services.accounts import choose_language


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Back to the page one came from, in the chosen language."""
    code = request.POST.get("language", "")
    goal = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(goal, {request.get_host()}, require_https=request.is_secure()):
        goal = reverse("core:home")
    if code in dict(settings.LANGUAGES) and check_for_language(code):
        goal = translate_url(goal, code)
        if request.user.is_authenticated:
            choose_language(user=request.user, language=code)
    return HttpResponseRedirect(goal)
