"""A project as its IATI file tells it, apart from its results."""

import datetime
import mimetypes
import re
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from campaigns.enums.projects import PartnerRole
from campaigns.models import Activity, EvidenceFile, Project, ProjectPartner, Publication
from campaigns.reports import iati_xml
from core.enums import IatiOrganisationType
from core.models import Country, Organisation

EVERYONE = AnonymousUser()
# Codes of the list ActivityStatus.
PIPELINE, IMPLEMENTATION, CLOSED = "1", "2", "4"
# Registers have codes such as NL-KVK or SE-ON; the global register of legal entities is XI-LEI.
REGISTER = re.compile(r"[A-Z]{2}-[A-Z0-9_]+")
WEB_PAGE = "text/html"


def activity_of(
    project: Project, results: Sequence[iati_xml.Result], today: datetime.date, language: str
) -> iati_xml.Activity:
    """Everything of it that everyone may see."""
    parts = list(
        ProjectPartner.objects.filter(project=project)
        .select_related("partner__organisation")
        .prefetch_related("partner__organisation__identifiers")
        .order_by("partner__organisation__sort_key")
    )
    lead = next(part.partner.organisation for part in parts if part.role == PartnerRole.LEAD)
    reporter = _named(lead)
    return iati_xml.Activity(
        identifier=f"{reporter.ref}-{project.code}",
        language=language,
        currency=project.currency_id or "",
        updated_at=project.updated_at,
        reporter=reporter,
        title=project.name,
        description=project.summary or project.name,
        participants=[*_funder(project), *_participants(parts)],
        other_identifiers=[(project.grant_reference, "A9")] if project.grant_reference else [],
        status=_status(project, today),
        dates=list(_dates(project, today)),
        website=project.website,
        countries=_countries(project, parts, results),
        links=[*_own_page(project), *_publications(project), *_evidence(project)],
        results=results,
        note="Fictional: made for a demonstration." if project.is_demo else "",
    )


def _named(organisation: Organisation, role: str = "") -> iati_xml.Organisation:
    """With its registered identifier, else with that of its page here."""
    registered = _registered(organisation)
    return iati_xml.Organisation(
        name=organisation.name,
        ref=registered or organisation.public_id,
        type=organisation.iati_type or IatiOrganisationType.OTHER,
        role=role,
        is_registered=bool(registered),
    )


def _registered(organisation: Organisation) -> str:
    for identifier in organisation.identifiers.all():
        scheme = "XI-LEI" if identifier.scheme == "LEI" else identifier.scheme
        if REGISTER.fullmatch(scheme):
            return f"{scheme}-{identifier.value}"
    return ""


def _funder(project: Project) -> Iterator[iati_xml.Organisation]:
    if project.funder is not None:
        yield _named(project.funder, iati_xml.FUNDING)


def _participants(parts: Sequence[ProjectPartner]) -> Iterator[iati_xml.Organisation]:
    """The lead partner answers for the project; all carry it out."""
    for part in parts:
        if part.role == PartnerRole.LEAD:
            yield _named(part.partner.organisation, iati_xml.ACCOUNTABLE)
    for part in parts:
        yield _named(part.partner.organisation, iati_xml.IMPLEMENTING)


def _status(project: Project, today: datetime.date) -> str:
    if project.starts_on > today:
        return PIPELINE
    return CLOSED if project.ends_on and project.ends_on < today else IMPLEMENTATION


def _dates(project: Project, today: datetime.date) -> Iterator[tuple[str, datetime.date]]:
    yield iati_xml.PLANNED_START, project.starts_on
    if project.starts_on <= today:
        yield iati_xml.ACTUAL_START, project.starts_on
    if project.ends_on:
        yield iati_xml.PLANNED_END, project.ends_on
        if project.ends_on < today:
            yield iati_xml.ACTUAL_END, project.ends_on


def _countries(
    project: Project, parts: Sequence[ProjectPartner], results: Sequence[iati_xml.Result]
) -> list[tuple[str, str]]:
    """Where approved activities took place, else where the partners are; and those that figures name."""
    done = Activity.objects.visible_to(EVERYONE).counted().filter(project=project, country__isnull=False)
    codes = set(done.values_list("country", flat=True).distinct())
    codes = codes or {part.partner.organisation.country_id for part in parts}
    codes |= {
        value.country
        for result in results
        for indicator in result.indicators
        for period in indicator.periods
        for value in period.actual
    }
    return [(country.pk, str(country)) for country in Country.objects.filter(pk__in=codes).order_by("pk")]


# -- Documents ---------------------------------------------------------------------


def _own_page(project: Project) -> Iterator[iati_xml.Link]:
    url = f"{settings.BASE_URL}{project.get_absolute_url()}"
    yield iati_xml.Link(url, WEB_PAGE, project.name, iati_xml.WEB_PAGE)


def _publications(project: Project) -> Iterator[iati_xml.Link]:
    shown = Publication.objects.visible_to(EVERYONE).filter(project=project).exclude(url="")
    for each in shown.latest_first():
        languages = [tag for tag in each.languages if re.fullmatch("[a-z]{2}", tag)]
        kind = mimetypes.guess_type(each.url)[0] or WEB_PAGE
        yield iati_xml.Link(each.url, kind, each.name, iati_xml.RESULTS, languages, each.published_on)


def _evidence(project: Project) -> Iterator[iati_xml.Link]:
    """Files that were published, of activities that count."""
    counted = Activity.objects.visible_to(EVERYONE).counted().filter(project=project)
    shown = EvidenceFile.objects.visible_to(EVERYONE).filter(activity__in=counted, is_published=True)
    for file in shown.select_related("activity").order_by("activity", "pk"):
        path = reverse("campaigns:evidence-file", args=(file.activity.public_id, file.pk))
        yield iati_xml.Link(
            f"{settings.BASE_URL}{path}",
            file.content_type,
            f"{file.activity.name}: {file.title}",
            iati_xml.RESULTS,
            day=file.activity.last_day,
        )
