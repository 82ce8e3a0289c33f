"""The administration site: the stock Django admin, signed in to through the site's own login."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _


class TrackerAdminSite(AdminSite):
    site_header = _("Fair ICT Tracker administration")
    site_title = _("Fair ICT Tracker administration")
    index_title = _("Records")
    enable_nav_sidebar = True

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """allauth's login in place of the admin's own, which asks for no second factor."""
        return secure_admin_login(super().login)(request, extra_context=extra_context)
