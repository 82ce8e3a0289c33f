"""What the first request would otherwise load: pages with all that they import, addresses, names of languages."""

from babel import Locale
from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import override

FRAME = "base.html"


def warm_up() -> None:
    """Loads it while the server starts, before anybody waits for a page. Asks no other server."""
    for code, _name in settings.LANGUAGES:
        with override(code):
            # Imports every page, and makes the table of addresses, of which each language has its own.
            reverse("account_login")
        # Read at the first look into it.
        Locale.parse(code, sep="-").territories  # noqa: B018
    get_template(FRAME)
