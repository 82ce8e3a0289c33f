"""The administration site: the stock Django admin, signed in to through the site's own login."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class TrackerAdminSite(AdminSite):
    site_header = _("Fair ICT Tracker administration")
    site_title = _("Fair ICT Tracker administration")
    index_title = _("Records")
    enable_nav_sidebar = True


class TrackerAdminConfig(AdminConfig):
    default_site = "config.admin_site.TrackerAdminSite"
