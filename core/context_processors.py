"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from core.access import access_of


def site(request: HttpRequest) -> dict[str, Any]:
    return {"access": access_of(request.user), "is_demo_site": settings.DEMO}
