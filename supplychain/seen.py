"""First and last seen, computed from what lists name (ADR 5). Pure."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Group = tuple[str, str]


@dataclass(frozen=True)
class Mention:
    """A list of a publisher and granularity, of a day, that names something."""

    publisher: str
    granularity: str
    day: datetime.date

    @property
    def group(self) -> Group:
        """Lists of one group speak of the same things: what one leaves out, it could have named."""
        return (self.publisher, self.granularity)


def list_days(mentions: Iterable[Mention]) -> dict[Group, set[datetime.date]]:
    """Days of all lists, by group."""
    days: dict[Group, set[datetime.date]] = defaultdict(set)
    for mention in mentions:
        days[mention.group].add(mention.day)
    return days


def seen_dates(
    mentions: Iterable[Mention], lists: Mapping[Group, set[datetime.date]]
) -> tuple[datetime.date, datetime.date | None]:
    """Day of the first list that names it, and of the first later one of every group that does not.

    The second is None while the latest list of any group still names it.
    """
    latest: dict[Group, datetime.date] = {}
    first = datetime.date.max
    for mention in mentions:
        first = min(first, mention.day)
        latest[mention.group] = max(mention.day, latest.get(mention.group, mention.day))
    ends = [_end(group, day, lists) for group, day in latest.items()]
    closed = [end for end in ends if end is not None]
    return first, max(closed) if len(closed) == len(ends) else None


def _end(group: Group, latest: datetime.date, lists: Mapping[Group, set[datetime.date]]) -> datetime.date | None:
    """Day of the group's first list after `latest`; lists that do not say how closely they place end nothing."""
    later = [day for day in lists[group] if day > latest] if group[1] else []
    return min(later, default=None)
