"""The list of publications."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.enums.research import Issue, PartyRole
from campaigns.filters.research import PublicationFilterSet, languages, minerals, stages
from campaigns.listing.facets import ArrayFacet
from campaigns.models import Publication
from core.listing import IS_DEMO, Column, Facet, Listing, Sort
from core.listing.cells import record_cell
from procurement.filters import countries


def draft_cell(row: Any, value: Any) -> SafeString:
    """The record's link; what is not published says so."""
    link = record_cell(row, value)
    if row.is_published:
        return link
    return format_html('{} <span class="mark mark-gap">{}</span>', link, gettext("Draft"))


def named(choices: Callable[[], Iterable[tuple[Any, Any]]]) -> Callable[[Sequence[str]], dict[str, Any]]:
    """Labels of codes, as a facet asks for them."""
    return lambda values: {code: label for code, label in choices() if code in values}


def subjects_of(row: Any, field: str) -> list[Any]:
    """What the publication names of one kind, from rows that are fetched already."""
    return [found for subject in row.subjects.all() if (found := getattr(subject, field)) is not None]


def parties_of(row: Any, role: str) -> list[Any]:
    return [party.organisation for party in row.parties.all() if party.role == role]


def authors_of(row: Any) -> str:
    """Organisations, then the people as the publication names them."""
    names = [str(body) for body in parties_of(row, PartyRole.AUTHOR)]
    return "; ".join([*names, row.author_names] if row.author_names else names)


def _subjects(name: str, label: Any, *, key: str, default: bool = True) -> Column:
    return Column(
        name,
        label,
        lambda row: "; ".join(map(str, subjects_of(row, name))),
        code=lambda row: "; ".join(str(getattr(found, key)) for found in subjects_of(row, name)),
        default=default,
    )


PUBLICATIONS = Listing(
    name="publications",
    title=_("Publications"),
    lead=_("Research on how ICT is made, from the mine to the factory: what it is about, and who says so."),
    model=Publication,
    url_name="campaigns:publication-list",
    queryset=lambda user: Publication.objects.visible_to(user).for_listing(),
    filterset_class=PublicationFilterSet,
    serializer="campaigns.api.research.PublicationSerializer",
    columns=(
        Column("title", _("Title"), lambda row: row.name, draft_cell, sort="title"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("authors", _("Authors"), authors_of),
        Column("year", _("Year"), lambda row: row.year, lambda row, year: str(year or ""), sort="year"),
        Column("published_on", _("Published on"), lambda row: row.published_on, default=False),
        _subjects("country", _("Countries"), key="code"),
        _subjects("mineral", _("Minerals"), key="code"),
        _subjects("stage", _("Stages"), key="code", default=False),
        _subjects("brand", _("Brands named"), key="public_id", default=False),
        _subjects("factory", _("Factories named"), key="public_id", default=False),
        Column(
            "issues",
            _("Issues"),
            lambda row: "; ".join(str(Issue(code).label) for code in row.issues),
            code=lambda row: "; ".join(row.issues),
        ),
        Column("languages", _("Languages"), lambda row: ", ".join(row.languages), default=False),
        Column("address", _("Address"), lambda row: row.url, default=False),
        IS_DEMO,
    ),
    sorts=(
        Sort("year", _("Year"), ("year", "sort_key"), "number"),
        Sort("title", _("Title"), ("sort_key",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="-year",
    facets=(
        Facet("mineral", _("Mineral"), "subjects__mineral", labels=named(minerals), several=True),
        Facet("country", _("Country"), "subjects__country", labels=named(countries), several=True),
        ArrayFacet("issue", _("Issue"), "issues", labels=named(lambda: Issue.choices)),
        Facet("stage", _("Stage"), "subjects__stage", labels=named(stages), several=True),
        Facet("year", _("Year"), "year"),
        ArrayFacet("language", _("Language"), "languages", labels=named(languages)),
        Facet(
            "author",
            _("Written or commissioned by"),
            "parties__organisation__public_id",
            "parties__organisation__name",
            several=True,
        ),
        Facet(
            "brand", _("Brand named"), "subjects__brand__public_id", "subjects__brand__organisation__name", several=True
        ),
    ),
)
