"""The script that lets the form open without a connection: its settings, then the script itself."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

SCRIPT = "js/outreach/worker.js"
# What the form's page asks for: what `base.html` and `campaigns/log/new.html` name, and what those files name.
FILES = (
    "img/mark.svg",
    "vendor/bootstrap/bootstrap.min.css",
    "vendor/source-sans-3/wght.css",
    "vendor/source-serif-4/600.css",
    "css/tokens.css",
    "css/site.css",
    "css/components.css",
    "css/tables.css",
    "css/forms.css",
    "css/outreach.css",
    "js/menu.js",
    "js/unsent.js",
    "js/outreach/autosave.js",
    "js/outreach/errors.js",
    "js/outreach/fields.js",
    "js/outreach/form.js",
    "js/outreach/outbox.js",
    "js/outreach/server.js",
    "js/outreach/steps.js",
    "js/outreach/store.js",
    "js/outreach/waiting.js",
)


@cache_control(no_cache=True)
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Holds nothing of the reader. Served below the addresses of the form, so that it may answer for them."""
    chosen = {
        "version": version(),
        "prefix": f"outreach-{get_language()}",
        "form": reverse("campaigns:activity-new"),
        "static": settings.STATIC_URL,
        "files": [static(name) for name in FILES],
    }
    script = f"self.SETTINGS = {json.dumps(chosen)};\nimportScripts({json.dumps(static(SCRIPT))});\n"
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


def version() -> str:
    """Changes with every file that the form needs, whether or not its name tells its content."""
    found = {name: Path(str(path)) for name in (*FILES, SCRIPT) if (path := finders.find(name))}
    return _digest(tuple((name, path, path.stat().st_mtime_ns) for name, path in found.items()))


@lru_cache(maxsize=4)
def _digest(files: tuple[tuple[str, Path, int], ...]) -> str:
    digest = hashlib.sha256()
    for name, path, _changed in files:
        digest.update(f"{static(name)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
