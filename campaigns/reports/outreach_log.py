"""R10 of the project's reports: the log of outreach, one line an activity."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.reports.activity_rows import activity_table
from campaigns.reports.scope import OutreachForm, activities_of, subtitle_of
from core.reports.document import Document, Figure, Section
from core.reports.report import Asked, Format, Report

PRINTED = 300


class OutreachLog(Report):
    kind = "outreach-log"
    title = _("Outreach log")
    description = _("Every approved activity with its figures, one line each: for spreadsheets and other systems.")
    method = (
        _("Approved and locked activities count, on their last day."),
        _("Each measure has a column of its own. Figures of two measures are never added to each other."),
        _("An activity of several partners stands here once, with its lead partner and those who joined."),
    )
    formats = (Format.CSV, Format.XLSX, Format.HTML, Format.JSON)
    form_class = OutreachForm

    def preview(self, asked: Asked) -> list[Figure]:
        return [Figure(gettext("Activities"), activities_of(asked, asked.period).count())]

    def document(self, asked: Asked) -> Document:
        activities = activities_of(asked, asked.period)
        table = activity_table(activities, activities.count(), printed=PRINTED, evidence_for=asked.user)
        section = Section("activities", str(table.title), [table])
        return self.base(asked, subtitle=subtitle_of(asked), sections=[section], main="activities")


OUTREACH_LOG = OutreachLog()
