"""Pages of the core."""

from django.urls import path

from core.listing.records import IMPORTS, JOBS, REPORTS, SOURCES
from core.queries.record_histories import ORGANISATION, SOURCE
from core.views import account, gallery, home, jobs, language, mail, pages, reports, schedules, search, searches
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
    path("reports/", reports.ReportListView.as_view(listing=REPORTS), name="report-list"),
    path("reports/new/", reports.new_report, name="report-new"),
    path("reports/schedules/", schedules.schedule_list, name="schedule-list"),
    path("reports/schedules/new/", schedules.new_schedule, name="schedule-new"),
    path("reports/schedules/stop/<uuid:token>/", schedules.stop, name="schedule-stop"),
    path("reports/schedules/<str:public_id>/", schedules.schedule_page, name="schedule-detail"),
    path("reports/schedules/<str:public_id>/edit/", schedules.edit_schedule, name="schedule-edit"),
    path("reports/schedules/<str:public_id>/pause/", schedules.pause, name="schedule-pause"),
    path("reports/schedules/<str:public_id>/delete/", schedules.delete, name="schedule-delete"),
    path("reports/<str:public_id>/", reports.ReportView.as_view(), name="report-detail"),
    path("reports/<str:public_id>/view/", reports.view_report, name="report-view"),
    path("reports/<str:public_id>/retry/", reports.retry_report, name="report-retry"),
    path("imports/", ListingView.as_view(listing=IMPORTS), name="import-list"),
    path("imports/<str:public_id>/", ImportRunView.as_view(), name="import-detail"),
    path("imports/<str:public_id>/to-mend.csv", ImportMendingView.as_view(), name="import-mending"),
    path("sources/", ListingView.as_view(listing=SOURCES), name="source-list"),
    path("sources/<str:public_id>/", SourceView.as_view(), name="source-detail"),
    path("sources/<str:public_id>/history/", record_history(SOURCE), name="source-history"),
    path("organisations/<str:public_id>/", OrganisationView.as_view(), name="organisation-detail"),
    path("organisations/<str:public_id>/history/", record_history(ORGANISATION), name="organisation-history"),
]
