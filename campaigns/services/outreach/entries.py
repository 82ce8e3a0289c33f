"""What a person enters about an activity, as plain values."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from campaigns.enums.outreach import AudienceMeasure

if TYPE_CHECKING:
    from campaigns.models import EventPreset, Partner, Project, WorkPackage
    from core.models import Country
    from procurement.models import Contract, Procurer


# What of an entry stands in the columns of the activity.
KEPT_FIELDS = (
    "project",
    "lead",
    "type",
    "name",
    "starts_on",
    "ends_on",
    "country",
    "city",
    "venue",
    "is_online",
    "language",
    "audience_group",
    "description",
    "work_package",
    "event",
    "is_announced",
    "latitude",
    "longitude",
)


@dataclass(frozen=True)
class CountEntry:
    """A figure: the total of its measure, or with sex, age band or country (a code) a part of it."""

    measure: str
    number: int
    is_estimate: bool = False
    sex: str = ""
    age_band: str = ""
    country: str = ""

    @property
    def is_total(self) -> bool:
        return not self.cut

    @property
    def cut(self) -> tuple[str, ...]:
        """By what the part is cut: parts of one cut add up to the total at most."""
        given = {"sex": self.sex, "age_band": self.age_band, "country": self.country}
        return tuple(name for name, value in given.items() if value)

    @property
    def field(self) -> str:
        """Name of the form's field that holds the figure."""
        if self.country:
            return countries_field(self.measure)
        parts = [f"sex_{self.sex}" if self.sex else "", f"age_{self.age_band}" if self.age_band else ""]
        return "__".join([total_field(self.measure), *filter(None, parts)])


def total_field(measure: str) -> str:
    """Name of the form's field that holds a measure's total."""
    return f"count_{measure}"


def countries_field(measure: str) -> str:
    """Name of the form's field that holds a measure's parts by country."""
    return f"{total_field(measure)}__countries"


def estimate_field(measure: str) -> str:
    """Name of the form's field that says that a measure was estimated."""
    return f"{total_field(measure)}__is_estimate"


def always_estimated(measure: str) -> bool:
    """Nobody can count how many different people media reached."""
    return measure == AudienceMeasure.UNIQUE_REACH


@dataclass(frozen=True)
class StopEntry:
    """A stop of an activity that travels."""

    held_on: datetime.date
    city: str
    country: "Country | None" = None
    venue: str = ""


@dataclass(frozen=True)
class ActivityEntry:
    """Everything that is entered about one activity. `is_done` says that it has taken place.

    `client_id` is the number that the device gave to it: what arrives twice is kept once.
    """

    project: "Project"
    lead: "Partner"
    type: str
    name: str
    starts_on: datetime.date
    ends_on: datetime.date | None = None
    country: "Country | None" = None
    city: str = ""
    venue: str = ""
    is_online: bool = False
    language: str = ""
    audience_group: str = ""
    description: str = ""
    work_package: "WorkPackage | None" = None
    event: "EventPreset | None" = None
    co_partners: tuple["Partner", ...] = ()
    procurers: tuple["Procurer", ...] = ()
    contracts: tuple["Contract", ...] = ()
    counts: tuple[CountEntry, ...] = ()
    stops: tuple[StopEntry, ...] = ()
    is_done: bool = True
    is_announced: bool = False
    latitude: float | None = None
    longitude: float | None = None
    client_id: UUID | None = None

    @property
    def last_day(self) -> datetime.date:
        return self.ends_on or self.starts_on

    def totals(self) -> dict[str, CountEntry]:
        return {count.measure: count for count in self.counts if count.is_total}


def by_measure(counts: Iterable[CountEntry]) -> dict[str, list[CountEntry]]:
    found: dict[str, list[CountEntry]] = {}
    for count in counts:
        found.setdefault(count.measure, []).append(count)
    return found
