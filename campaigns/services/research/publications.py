"""Recording publications: what they are, who wrote them, what they name, and the source that others cite."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.enums.research import PartyRole
from campaigns.models import Partner, Project, Publication, PublicationParty, PublicationSubject
from campaigns.services.working import check_may, check_records_for
from core.enums import SourceKind
from core.history import change
from core.models import Country, Organisation, Source
from procurement.services.saving import save_checked
from supplychain.models import Brand, Factory, Mineral, Stage

if TYPE_CHECKING:
    from core.models import User

PLAIN = ("name", "name_local", "name_local_lang", "author_names", "year", "published_on", "url", "summary")


@dataclass(frozen=True)
class PublicationEntry:
    """What a person states of a publication."""

    name: str
    partner: Partner | None = None
    project: Project | None = None
    name_local: str = ""
    name_local_lang: str = ""
    author_names: str = ""
    year: int | None = None
    published_on: datetime.date | None = None
    url: str = ""
    summary: str = ""
    issues: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    authors: tuple[Organisation, ...] = ()
    commissioners: tuple[Organisation, ...] = ()
    countries: tuple[Country, ...] = ()
    minerals: tuple[Mineral, ...] = ()
    stages: tuple[Stage, ...] = ()
    brands: tuple[Brand, ...] = ()
    factories: tuple[Factory, ...] = ()
    is_demo: bool = field(default=False, kw_only=True)

    @property
    def parties(self) -> set[tuple[int, str]]:
        roles = ((self.authors, PartyRole.AUTHOR), (self.commissioners, PartyRole.COMMISSIONER))
        return {(body.pk, role.value) for bodies, role in roles for body in bodies}

    @property
    def subjects(self) -> set[tuple[str, Any]]:
        kinds: dict[str, Iterable[Any]] = {
            "country": self.countries,
            "mineral": self.minerals,
            "stage": self.stages,
            "brand": self.brands,
            "factory": self.factories,
        }
        return {(name, found.pk) for name, rows in kinds.items() for found in rows}


@transaction.atomic
def record_publication(
    *, actor: "User | None", reason: str, entry: PublicationEntry, today: datetime.date
) -> Publication:
    """A new publication, as a draft, with the source that production links cite it by."""
    check_records_for(actor, entry.partner, entry.project, "partner")
    publication = Publication(partner=entry.partner, project=entry.project, is_demo=entry.is_demo)
    with change(actor=actor, reason=reason):
        return _save(publication, entry, today)


@transaction.atomic
def change_publication(
    *, actor: "User | None", reason: str, publication: Publication, entry: PublicationEntry, today: datetime.date
) -> Publication:
    """States the publication anew; whose record it is stays as it was."""
    check_may(actor, "change", publication)
    with change(actor=actor, reason=reason):
        return _save(publication, entry, today)


@transaction.atomic
def publish_publication(
    *, actor: "User | None", reason: str, publication: Publication, is_published: bool = True
) -> Publication:
    """Shows a draft to everyone, or takes it back; by the coordinator of its project or an administrator."""
    check_may(actor, "publish", publication)
    with change(actor=actor, reason=reason):
        publication.is_published = is_published
        save_checked(publication)
        _follow_source(publication)
    return publication


def _save(publication: Publication, entry: PublicationEntry, today: datetime.date) -> Publication:
    if entry.published_on and entry.published_on > today:
        raise ValidationError({"published_on": _("This day has not come yet.")})
    for name in PLAIN:
        setattr(publication, name, getattr(entry, name))
    publication.issues, publication.languages = list(entry.issues), list(entry.languages)
    if publication.published_on and not publication.year:
        publication.year = publication.published_on.year
    save_checked(publication)
    _keep_parties(publication, entry)
    _keep_subjects(publication, entry)
    _follow_source(publication, entry.authors)
    return publication


def _keep_parties(publication: Publication, entry: PublicationEntry) -> None:
    wanted = entry.parties
    rows = {(row.organisation_id, row.role): row.pk for row in publication.parties.all()}
    PublicationParty.objects.filter(pk__in=[pk for key, pk in rows.items() if key not in wanted]).delete()
    PublicationParty.objects.bulk_create(
        PublicationParty(publication=publication, organisation_id=pk, role=role, is_demo=publication.is_demo)
        for pk, role in sorted(wanted - rows.keys())
    )


def _keep_subjects(publication: Publication, entry: PublicationEntry) -> None:
    """What stands already stays as it is, its page reference included."""
    wanted = entry.subjects
    rows = {_key(row): row.pk for row in publication.subjects.all()}
    PublicationSubject.objects.filter(pk__in=[pk for key, pk in rows.items() if key not in wanted]).delete()
    PublicationSubject.objects.bulk_create(
        PublicationSubject(publication=publication, is_demo=publication.is_demo, **{f"{name}_id": pk})
        for name, pk in sorted(wanted - rows.keys(), key=str)
    )


def _key(subject: PublicationSubject) -> tuple[str, Any]:
    names = ("country", "mineral", "stage", "brand", "factory")
    return next((name, pk) for name in names if (pk := getattr(subject, f"{name}_id")) is not None)


def _follow_source(publication: Publication, authors: tuple[Organisation, ...] = ()) -> None:
    """The publication's own source says the same as the publication, and is as public as it is."""
    source = publication.source or Source(
        code=f"publication-{publication.public_id.lower()}", kind=SourceKind.RESEARCH, is_demo=publication.is_demo
    )
    if not source.code.startswith("publication-"):
        return
    named = "; ".join(str(body) for body in authors) or publication.author_names
    source.title, source.url = publication.name, publication.url
    source.publisher_name = (named or source.publisher_name or _("Author not stated"))[:300]
    source.published_on, source.is_public = publication.published_on, publication.is_published
    save_checked(source)
    if publication.source_id is None:
        publication.source = source
        save_checked(publication)
