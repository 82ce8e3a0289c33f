"""What campaigns show on other pages."""

from typing import Any

from babel import Locale
from babel.numbers import format_compact_decimal
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from campaigns.queries.headline import live_counts, quoted_totals
from campaigns.queries.latest import latest_changes
from core.listing.registry import listings
from core.panels import Panel

MILLION = 1_000_000
# Lists that the latest changes lead on to.
FURTHER = ("links", "factories", "contracts", "disclosures", "affiliations")


def live(request: HttpRequest, subject: Any) -> dict[str, Any]:
    return {"counts": live_counts(request.user)}


def quoted(request: HttpRequest, subject: Any) -> dict[str, Any] | None:
    totals = [(total, _in_words(total.value)) for total in quoted_totals()]
    return {"totals": totals} if totals else None


def _in_words(figure: int) -> str:
    """Millions as the sources write them ("150 million"); empty for smaller figures."""
    locale = Locale.parse(get_language() or "en", sep="-")
    return format_compact_decimal(figure, format_type="long", locale=locale) if figure >= MILLION else ""


def latest(request: HttpRequest, subject: Any) -> dict[str, Any] | None:
    changes = latest_changes(request.user)
    further = [{"title": listings()[name].title, "url": listings()[name].get_absolute_url()} for name in FURTHER]
    return {"changes": changes, "lists": further} if changes else None


LATEST = Panel("latest", _("Latest changes"), "campaigns/panels/latest.html", latest)
LIVE_COUNTS = Panel("live-counts", _("What this register holds today"), "campaigns/panels/live_counts.html", live)
QUOTED_TOTALS = Panel(
    "quoted-totals", _("What the campaign published, quoted"), "campaigns/panels/quoted_totals.html", quoted
)
