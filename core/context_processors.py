"""What every page knows."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

from core.access import access_of
from core.notices import tell


@dataclass(frozen=True)
class PageLanguage:
    """A language that the page at hand is there in."""

    code: str
    name: str
    url: str
    absolute_url: str
    is_current: bool


def site(request: HttpRequest) -> dict[str, Any]:
    if hasattr(request, "session"):
        tell(request)
    return {
        "access": access_of(request.user),
        "is_demo_site": settings.DEMO,
        "languages": languages_of(request),
    }


def languages_of(request: HttpRequest) -> list[PageLanguage]:
    """The same page, filters and all, in each language."""
    path = request.get_full_path()
    current = get_language()
    found = []
    for code, _name in settings.LANGUAGES:
        url = translate_url(path, code)
        found.append(
            PageLanguage(
                code=code,
                name=get_language_info(code)["name_local"].capitalize(),
                url=url,
                absolute_url=request.build_absolute_uri(url),
                is_current=code == current,
            )
        )
    return found
