"""Pages of the core."""

from django.urls import path

from core.views import account, home, language, pages

app_name = "core"
urlpatterns = [
    path("", home.home, name="home"),
    path("account/", account.account, name="account"),
    path("help/", pages.help_page, name="help"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("language/", language.language, name="language"),
]
