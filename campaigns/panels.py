"""What campaigns show on other pages."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.queries.headline import live_counts, quoted_totals
from core.panels import Panel


def live(request: HttpRequest, subject: Any) -> dict[str, Any]:
    return {"counts": live_counts(request.user)}


def quoted(request: HttpRequest, subject: Any) -> dict[str, Any] | None:
    totals = list(quoted_totals())
    return {"totals": totals} if totals else None


LIVE_COUNTS = Panel("live-counts", _("What this register holds today"), "campaigns/panels/live_counts.html", live)
QUOTED_TOTALS = Panel(
    "quoted-totals", _("What the campaign published, quoted"), "campaigns/panels/quoted_totals.html", quoted
)
