"""Site map: API and machine addresses without, pages with a language prefix (none for English)."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from core.views.health import livez, readyz

urlpatterns: list[URLPattern | URLResolver] = [
    path("livez", livez, name="livez"),
    path("readyz", readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("api/", include("config.api_urls")),
]
urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.urls")),
    path("", include("core.urls")),
    path("", include("supplychain.urls")),
    # Before those of the lower app: the board stands beside the affiliations' own pages.
    path("", include("campaigns.urls")),
    path("", include("procurement.urls")),
    prefix_default_language=False,
)
handler400 = "core.views.errors.bad_request"
handler403 = "core.views.errors.forbidden"
handler404 = "core.views.errors.not_found"
handler500 = "core.outage.server_error"
