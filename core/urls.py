"""Pages of the core."""

from django.urls import path

from core.listing.records import IMPORTS, JOBS, SOURCES
from core.queries.record_histories import ORGANISATION, SOURCE
from core.views import account, gallery, home, jobs, language, mail, pages, search, searches
from core.views.history import record_history
from core.views.imports import ImportMendingView, ImportRunView
from core.views.listing import ListingView
from core.views.organisations import OrganisationView
from core.views.sources import SourceView

app_name = "core"
urlpatterns = [
    path("", home.home, name="home"),
    path("account/", account.account, name="account"),
    path("help/", pages.help_page, name="help"),
    path("help/components/", gallery.gallery, name="gallery"),
    path("jobs/mail/", mail.mail, name="mail-list"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("language/", language.language, name="language"),
    path("search/", search.search_page, name="search"),
    path("searches/", searches.saved_searches, name="saved-search-list"),
    path("searches/<str:public_id>/", searches.open_search, name="saved-search"),
    path("searches/<str:public_id>/rename/", searches.rename, name="saved-search-rename"),
    path("searches/<str:public_id>/delete/", searches.delete, name="saved-search-delete"),
    path("jobs/", jobs.JobListView.as_view(listing=JOBS), name="job-list"),
    path("jobs/<str:public_id>/", jobs.JobView.as_view(), name="job-detail"),
    path("jobs/<str:public_id>/cancel/", jobs.cancel, name="job-cancel"),
    path("jobs/<str:public_id>/result/", jobs.result, name="job-result"),
    path("imports/", ListingView.as_view(listing=IMPORTS), name="import-list"),
    path("imports/<str:public_id>/", ImportRunView.as_view(), name="import-detail"),
    path("imports/<str:public_id>/to-mend.csv", ImportMendingView.as_view(), name="import-mending"),
    path("sources/", ListingView.as_view(listing=SOURCES), name="source-list"),
    path("sources/<str:public_id>/", SourceView.as_view(), name="source-detail"),
    path("sources/<str:public_id>/history/", record_history(SOURCE), name="source-history"),
    path("organisations/<str:public_id>/", OrganisationView.as_view(), name="organisation-detail"),
    path("organisations/<str:public_id>/history/", record_history(ORGANISATION), name="organisation-history"),
]
