"""The outreach report: what partners did in a period, whom it reached, and what came of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from campaigns.models import Activity, Partner, ProjectPartner
from campaigns.queries.outreach_sums import Sums, sums_of
from campaigns.reports import outreach_context, outreach_figures
from campaigns.reports.activity_rows import activity_table
from campaigns.reports.scope import OutreachForm, activities_of, subtitle_of
from core.reports.document import Document, Figure, Paragraph, Section
from core.reports.report import Asked, Format, Report
from core.reports.words import in_words

PRINTED = 60


@dataclass
class Found:
    """What the record says, read once for all sections."""

    asked: Asked

    @cached_property
    def activities(self) -> QuerySet[Activity]:
        return activities_of(self.asked, self.asked.period)

    @cached_property
    def sums(self) -> Sums:
        return sums_of(self.activities)

    @cached_property
    def before(self) -> Sums | None:
        """The period before, as a whole; None where there is no such period."""
        period = self.asked.period.before
        return sums_of(activities_of(self.asked, period), ()) if period else None


class Outreach(Report):
    kind = "outreach"
    title = _("Outreach report")
    description = _(
        "What partners did in a period, whom it reached, how institutions moved and how far the indicators came: "
        "for funders and boards."
    )
    method = (
        _("Approved and locked activities count, on their last day."),
        _("Each measure stands by itself: media contacts, participants and other measures are never added up."),
        _("An activity of several partners counts once, for its lead partner; others are named beside it."),
        _("Women and men are given as far as they were counted; the rest is not known."),
        _("Estimates are given apart. Unique reach is always an estimate."),
        _("The former period is the one of the same length that ended the day before."),
    )
    formats = (Format.HTML, Format.PDF, Format.XLSX, Format.DOCX, Format.CSV, Format.JSON)
    form_class = OutreachForm
    has_parts = True

    def preview(self, asked: Asked) -> list[Figure]:
        activities = activities_of(asked, asked.period)
        return [Figure(gettext("Activities"), activities.count())]

    def parts(self, asked: Asked) -> list[tuple[str, dict[str, str]]]:
        """One report a partner of the project, else of every partner that led something in the period."""
        chosen: Any
        if project := asked.values.get("project"):
            chosen = ProjectPartner.objects.filter(project=project).values("partner")
        else:
            chosen = activities_of(asked, asked.period).order_by().values("lead").distinct()
        partners = Partner.objects.current().filter(pk__in=chosen).select_related("organisation")
        return [
            (f"{self.title}: {partner}", {"partner": partner.public_id})
            for partner in partners.order_by("organisation__sort_key")
        ]

    def document(self, asked: Asked) -> Document:
        found = Found(asked)
        table = activity_table(found.activities, found.sums.number(), printed=PRINTED)
        sections = [
            Section("summary", gettext("Summary"), [Paragraph(_told(found)), *outreach_figures.summary(found)]),
            Section("types", gettext("Activities by type"), outreach_figures.types(found)),
            Section("countries", gettext("Countries"), outreach_figures.countries(found)),
            Section("months", gettext("Months"), outreach_figures.months(found)),
            Section("sexes", gettext("Women and men"), outreach_figures.sexes(found)),
            Section("partners", gettext("Partners"), outreach_figures.partners(found)),
            *outreach_context.sections(asked),
            Section("activities", gettext("Activities"), [table]),
        ]
        return self.base(asked, subtitle=subtitle_of(asked), sections=sections, main="activities")


def _told(found: Found) -> str:
    """The summary as a sentence; it says what the figures below say."""
    number = found.sums.number()
    if not number:
        return gettext("No approved activity ended in this period.")
    values: dict[str, Any] = {
        "activities": in_words(number),
        "countries": in_words(len([code for code in found.sums.activities["country"] if code])),
        "partners": in_words(len(found.sums.activities["lead"])),
    }
    text = ngettext(
        "%(activities)s activity took place, in countries: %(countries)s, led by partners: %(partners)s.",
        "%(activities)s activities took place, in countries: %(countries)s, led by partners: %(partners)s.",
        number,
    )
    return text % values


OUTREACH = Outreach()
