"""What the help page says about campaigns."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.panels.addresses import address
from core.panels import Panel


def partners(request: HttpRequest, subject: Any) -> dict[str, Any]:
    return {"log_url": address("activity-new"), "dashboard_url": address("dashboard")}


PARTNERS = Panel("partners", _("What partners can do"), "campaigns/panels/partners_help.html", partners)
