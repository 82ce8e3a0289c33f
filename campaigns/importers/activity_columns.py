"""Columns of a spreadsheet of activities, and how its words become what the form takes."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict

from campaigns.enums.outreach import ActivityType, AudienceGroup
from campaigns.forms.audience import audience_fields
from campaigns.models import Partner, Project, WorkPackage
from core.importers.parse.cells import compact
from core.importers.parse.countries import Countries
from core.importers.parse.mapping import Field
from core.models import Country, User

_PLAIN = (
    "row_key",
    "project",
    "work_package",
    "lead",
    "co_partners",
    "type",
    "name",
    "starts_on",
    "ends_on",
    "is_done",
    "country",
    "city",
    "venue",
    "is_online",
    "language",
    "audience_group",
    "description",
    "procurers",
    "contracts",
    "stops",
)
_NEEDED = ("project", "lead", "type", "name", "starts_on")
COLUMNS = (*_PLAIN, *audience_fields())
FIELDS = tuple(Field(name, required=name in _NEEDED) for name in COLUMNS)
_YES = frozenset({"yes", "true", "1", "x", "oui", "vrai", "ja", "si"})
_YES_OR_NO = ("is_online", *(name for name in COLUMNS if name.endswith("__is_estimate")))


def example() -> dict[str, str]:
    """A row that shows how cells are filled."""
    return {
        "row_key": "2026-001",
        "type": ActivityType.TRAINING.value,
        "name": "Training for multipliers",
        "starts_on": "2026-02-10",
        "is_done": "yes",
        "country": "AT",
        "city": "Vienna",
        "language": "de",
        "audience_group": AudienceGroup.TEACHERS.value,
        "count_participants": "40",
        "count_participants__sex_f": "25",
        "count_participants__countries": "AT 30; DE 10",
    }


class Codes:
    """What the words of one person's file mean; asked once a file."""

    def __init__(self, actor: User) -> None:
        projects = list(Project.objects.joined_by(actor))
        partners = list(Partner.objects.current().select_related("organisation"))
        self.words = {
            "project": _by_words((row.public_id, (row.public_id, row.code, row.name)) for row in projects),
            "lead": _by_words((row.public_id, _names_of(row)) for row in partners),
            "type": _by_words((code, (code, str(label))) for code, label in ActivityType.choices),
            "audience_group": _by_words((code, (code, str(label))) for code, label in AudienceGroup.choices),
        }
        self.packages = {
            (package.project.public_id, compact(package.code)): str(package.pk)
            for package in WorkPackage.objects.filter(project__in=projects).select_related("project")
        }
        self.countries = Countries(list(Country.objects.values_list("code", "alpha3", "name")))

    def as_typed(self, values: Mapping[str, str]) -> QueryDict:
        """The row as the form would get it from a browser. Words that mean nothing stay, for the form to refuse."""
        data = QueryDict(mutable=True)
        for name, text in values.items():
            if text and name != "row_key":
                data[name] = self.words.get(name, {}).get(compact(text), text)
        partners = self.words["lead"]
        given = [text.strip() for text in data.get("co_partners", "").split(";") if text.strip()]
        data.setlist("co_partners", [partners.get(compact(text), text) for text in given])
        self._place(data)
        _answers(data, values)
        return data

    def _place(self, data: Any) -> None:
        if "work_package" in data:
            key = data.get("project", ""), compact(data["work_package"])
            data["work_package"] = self.packages.get(key, data["work_package"])
        if "country" in data:
            data["country"] = self.countries.read(data["country"])[0] or data["country"]
        if "stops" in data:
            data["stops"] = data["stops"].replace("|", "\n")


def _names_of(partner: Any) -> tuple[str, ...]:
    return partner.public_id, partner.organisation.name, partner.organisation.short_name


def _answers(data: QueryDict, values: Mapping[str, str]) -> None:
    """Yes and no. A row that does not say whether it has taken place has."""
    for name in _YES_OR_NO:
        if name in data and compact(data.pop(name)[0]) in _YES:
            data[name] = "on"
    data["is_done"] = "on" if compact(values.get("is_done", "") or "yes") in _YES else ""


def _by_words(rows: Iterable[tuple[str, Iterable[Any]]]) -> dict[str, str]:
    return {compact(word): code for code, words in rows for word in words if word}
