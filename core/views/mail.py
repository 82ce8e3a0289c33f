"""What a demonstration would have sent."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.access import access_of
from core.queries.mail import kept_mail


@never_cache
@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    """Kept mail, for the administrator of a demonstration; elsewhere this page does not exist."""
    if not settings.DEMO or not access_of(request.user).is_admin:
        raise Http404
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    return render(request, "core/mail.html", {"mail": kept_mail(Path(folder)) if folder else []})
