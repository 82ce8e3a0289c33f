"""Pages of the core."""

from django.urls import path

from core.listing.records import SOURCES
from core.views import account, home, language, pages
from core.views.listing import ListingView
from core.views.sources import SourceView

app_name = "core"
urlpatterns = [
    path("", home.home, name="home"),
    path("account/", account.account, name="account"),
    path("help/", pages.help_page, name="help"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("language/", language.language, name="language"),
    path("sources/", ListingView.as_view(listing=SOURCES), name="source-list"),
    path("sources/<str:public_id>/", SourceView.as_view(), name="source-detail"),
]
