"""The menu of the register: what there is, by who looks for it. Pages that do not exist are left out."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from core.access import Access


@dataclass(frozen=True)
class Entry:
    """A page by its URL name."""

    name: str
    label: Any


@dataclass(frozen=True)
class Group:
    """Entries under one word."""

    label: Any
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class ShownEntry:
    """`current` is the value of aria-current: `page` for the page itself, `true` for one below it."""

    label: Any
    url: str
    current: str = ""


@dataclass(frozen=True)
class ShownGroup:
    label: Any
    entries: tuple[ShownEntry, ...]


OWN = (
    Entry("campaigns:dashboard", _("Dashboard")),
    Entry("campaigns:activity-new", _("Log an activity")),
)
GROUPS = (
    Group(
        _("Buying"),
        (
            Entry("procurement:contract-list", _("Contracts")),
            Entry("procurement:procurer-list", _("Public buyers")),
            Entry("procurement:supplier-list", _("Suppliers")),
            Entry("procurement:disclosure-list", _("Disclosure requests")),
        ),
    ),
    Group(
        _("Supply chain"),
        (
            Entry("supplychain:factory-list", _("Factories")),
            Entry("supplychain:brand-list", _("Brands")),
            Entry("supplychain:company-list", _("Companies")),
            Entry("supplychain:product-list", _("Products")),
            Entry("supplychain:link-list", _("Production links")),
        ),
    ),
    Group(
        _("Campaign"),
        (
            Entry("campaigns:activity-list", _("Outreach")),
            Entry("campaigns:campaign-list", _("Campaigns")),
            Entry("campaigns:indicator-list", _("Results")),
            Entry("procurement:affiliation-list", _("Affiliations")),
            Entry("campaigns:pipeline-board", _("Affiliation board")),
            Entry("campaigns:pipeline-funnel", _("Affiliation funnel")),
            Entry("campaigns:contact-list", _("Contacts with institutions")),
            Entry("campaigns:adherence-list", _("Pacts")),
            Entry("campaigns:group-list", _("Groups")),
            Entry("campaigns:publication-list", _("Publications")),
            Entry("campaigns:policy-list", _("Policy files")),
            Entry("campaigns:project-list", _("Projects")),
            Entry("campaigns:partner-list", _("Partners")),
        ),
    ),
)
SINGLE = (Entry("core:report-list", _("Reports")), Entry("core:source-list", _("Sources")))
# Pages that only those who know the pipeline, or keep contacts, can open.
FOR_PARTNERS = frozenset({"campaigns:contact-list"})


@dataclass(frozen=True)
class Navigation:
    """What one viewer sees on one page. `own` are the pages of partners."""

    own: tuple[ShownEntry, ...]
    groups: tuple[ShownGroup, ...]
    single: tuple[ShownEntry, ...]


def navigation_for(access: Access, path: str) -> Navigation:
    """The menu; of all entries the one with the longest address that begins `path` is the current one."""
    works_here = access.is_partner or access.is_admin
    own, single = _found(OWN if works_here else ()), _found(SINGLE)
    groups = [(group.label, _found(_open_to(group.entries, works_here))) for group in GROUPS]
    here = _here([own, single, *(part for _label, part in groups)], path)
    return Navigation(
        own=_shown(own, here, path),
        groups=tuple(ShownGroup(label, _shown(part, here, path)) for label, part in groups if part),
        single=_shown(single, here, path),
    )


def _open_to(entries: tuple[Entry, ...], works_here: bool) -> list[Entry]:
    return [entry for entry in entries if works_here or entry.name not in FOR_PARTNERS]


def _here(parts: list[list[tuple[Any, str]]], path: str) -> str:
    """The longest address that begins `path`; empty where none does."""
    addresses = [url for part in parts for _label, url in part]
    return max((url for url in addresses if path.startswith(url)), key=len, default="")


def _found(entries: Any) -> list[tuple[Any, str]]:
    """Labels with addresses of the pages that exist."""
    return [(entry.label, url) for entry in entries if (url := _address(entry.name))]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _shown(part: list[tuple[Any, str]], here: str, path: str) -> tuple[ShownEntry, ...]:
    return tuple(
        ShownEntry(label, url, ("page" if url == path else "true") if url == here else "") for label, url in part
    )
