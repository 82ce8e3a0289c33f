"""What a person used lately when logging: it stands first when they log the next activity."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from campaigns.models import Activity, ActivityPartner, Partner
from core.models import User

LOOKED_AT = 30
MOST_PLACES = 4
MOST_VALUES = 3


@dataclass(frozen=True)
class Recent:
    """Values by field, the latest first; `places` are (country, town, place); `partners` by how often."""

    values: dict[str, list[Any]] = field(default_factory=dict)
    places: list[tuple[str, str, str]] = field(default_factory=list)
    partners: list[int] = field(default_factory=list)

    def first(self, name: str) -> Any:
        return next(iter(self.values.get(name, [])), None)


_FIELDS = ("type", "language", "audience_group", "country_id", "project__public_id", "lead__public_id")


def recent_of(user: User) -> Recent:
    """What `user` recorded last. Two queries."""
    rows = list(
        Activity.objects.current()
        .filter(author=user)
        .order_by("-created_at", "-pk")
        .values("pk", "city", "venue", *_FIELDS)[:LOOKED_AT]
    )
    values = {name: _distinct([row[name] for row in rows])[:MOST_VALUES] for name in _FIELDS}
    places = [(row["country_id"] or "", row["city"], row["venue"]) for row in rows if row["city"]]
    joined = ActivityPartner.objects.filter(activity__in=[row["pk"] for row in rows]).values_list("partner", flat=True)
    return Recent(values, _distinct(places)[:MOST_PLACES], [pk for pk, _times in Counter(joined).most_common()])


def _distinct(values: list[Any]) -> list[Any]:
    return [value for value in dict.fromkeys(values) if value]


def partners_by_use(recent: Recent, project: Any) -> list[Partner]:
    """Partners to name beside the lead: those named lately, then those of the project, then all others."""
    members = set(project.participations.values_list("partner", flat=True)) if project else set()
    rank = {pk: position for position, pk in enumerate(recent.partners)}

    def order(partner: Partner) -> tuple[int, bool]:
        return rank.get(partner.pk, len(rank)), partner.pk not in members

    return sorted(Partner.objects.current().select_related("organisation").by_name(), key=order)
