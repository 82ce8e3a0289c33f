"""Heads 1.1 to 1.9 of the narrative report: what the record knows, and where a person has to write."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from campaigns.enums.projects import PartnerRole
from campaigns.models import Activity, Project, ProjectPartner
from core.models import Country
from core.reports.document import Paragraph, Section
from core.reports.words import in_words

# First and last day of what is reported on.
Days = tuple[datetime.date, datetime.date]


def to_write(what: str) -> Paragraph:
    """A line that nobody takes for finished text."""
    return Paragraph(_("[To be written: %(what)s.]") % {"what": what})


def heads(project: Project, days: Days, target_groups: Section) -> list[Section]:
    parts = list(
        ProjectPartner.objects.filter(project=project)
        .select_related("partner__organisation__country")
        .order_by("partner__organisation__sort_key")
    )
    lead = [part for part in parts if part.role == PartnerRole.LEAD]
    return [
        Section("description", _("1 Description"), []),
        _head("coordinator", _("1.1 Name of the coordinator"), _names(lead), _("the coordinator")),
        _head("contact", _("1.2 Name and title of the contact person"), [], _("name and title of the contact person")),
        _head("partners", _("1.3 Beneficiaries and affiliated entities"), _names(parts), _("the beneficiaries")),
        _head("title", _("1.4 Title of the action"), [project.name], ""),
        _head("contract", _("1.5 Contract number"), [project.grant_reference], _("the contract number")),
        _head("period", _("1.6 Start and end of the reporting period"), [_days(days)], ""),
        _head("target-countries", _("1.7 Target countries or regions"), [], _target_countries(parts)),
        target_groups,
        _head("countries", _("1.9 Countries of the activities"), _countries(project, days), _("the countries")),
    ]


def _head(name: str, title: str, lines: Sequence[str], what: str) -> Section:
    """What is known; else that it has to be written."""
    known = [Paragraph(line) for line in lines if line]
    return Section(name, title, known or [to_write(what)], level=2)


def _names(parts: Sequence[ProjectPartner]) -> list[str]:
    return [_named(part.partner.organisation, part) for part in parts]


def _named(organisation: Any, part: ProjectPartner) -> str:
    detail = ", ".join(filter(None, (str(organisation.country or ""), str(part.get_role_display()))))
    return f"{organisation.name} ({detail})"


def _days(days: Days) -> str:
    return _("%(first)s to %(last)s") % {"first": in_words(days[0]), "last": in_words(days[1])}


def _target_countries(parts: Sequence[ProjectPartner]) -> str:
    countries = sorted({str(part.partner.organisation.country) for part in parts if part.partner.organisation.country})
    if not countries:
        return _("the target countries")
    return _("the target countries; the partners are in %(countries)s") % {"countries": ", ".join(countries)}


def _countries(project: Project, days: Days) -> list[str]:
    """Where approved activities of these days took place."""
    counted = Activity.objects.counted().filter(project=project).in_period(*days)
    found = Country.objects.filter(pk__in=counted.values("country")).order_by("pk")
    return [", ".join(sorted(str(country) for country in found))]
