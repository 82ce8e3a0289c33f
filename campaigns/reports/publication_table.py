"""Publications as reports list them."""

from collections.abc import Sequence
from typing import Any

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from campaigns.enums.research import Issue, PartyRole
from campaigns.models import Publication
from core.reports.document import Column, Kind, Table


def publication_table(rows: Sequence[Publication]) -> Table:
    """`rows` are fetched with what a list of them shows."""
    return Table(
        name="publications",
        title=_("Publications"),
        columns=[
            Column("title", _("Title"), width=3),
            Column("organisations", _("Organisations"), width=1.8),
            Column("authors", _("Authors"), width=1.4),
            Column("year", _("Year"), width=0.7),
            Column("countries", _("Countries"), width=1.2),
            Column("minerals", _("Minerals"), width=1.2),
            Column("issues", _("Issues"), width=2),
            Column("languages", _("Languages"), width=1),
            Column("address", _("Address"), Kind.LINK, width=3),
        ],
        rows=[_row(row) for row in rows],
        empty=_("No publication on record is about this."),
        printed=max(len(rows), 1),
    )


def _row(row: Publication) -> list[Any]:
    return [
        row.name if row.is_published else _("%(title)s (draft)") % {"title": row.name},
        _organisations(row),
        row.author_names,
        str(row.year or ""),
        _subjects(row, "country"),
        _subjects(row, "mineral"),
        "; ".join(str(Issue(code).label) for code in row.issues),
        ", ".join(_language(tag) for tag in row.languages),
        row.url,
    ]


def _organisations(row: Publication) -> str:
    """Who wrote it, then who had it written."""
    parties = sorted(row.parties.all(), key=lambda party: (party.role != PartyRole.AUTHOR, str(party.organisation)))
    return "; ".join(dict.fromkeys(str(party.organisation) for party in parties))


def _subjects(row: Publication, name: str) -> str:
    named = [str(found) for subject in row.subjects.all() if (found := getattr(subject, name)) is not None]
    return "; ".join(sorted(named))


def _language(tag: str) -> str:
    return str(Locale.parse(get_language() or "en", sep="-").languages.get(tag, tag))
