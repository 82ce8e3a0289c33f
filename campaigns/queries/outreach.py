"""Questions about outreach: how many were reached, and whether an activity is recorded already."""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.aggregates import BoolOr
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from campaigns.enums.outreach import ActivityState, AudienceMeasure
from campaigns.models import Activity, AudienceCount, Project
from core.matching import FoldedText

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from campaigns.services.outreach.entries import ActivityEntry
    from core.models import User

# Titles of one event as two people write them: "Mobile Social Congress 2026", "The Mobile Social Congress".
LIKE_ENOUGH = 0.35
MOST_SIMILAR = 5


def totals_by_measure(activities: QuerySet[Activity]) -> list[dict[str, Any]]:
    """Per measure that was counted: `number`, `activities` and `has_estimates`, in the order of the code list.

    One query. Totals only; parts are in them. Figures of two measures are never added to each other.
    """
    totals = AudienceCount.objects.filter(
        activity__in=activities.order_by().values("pk"), sex="", age_band="", country__isnull=True
    )
    found = {
        row["measure"]: row
        for row in totals.order_by()
        .values("measure")
        .annotate(number=Sum("number"), activities=Count("activity"), has_estimates=BoolOr("is_estimate"))
    }
    return [
        {**found[measure], "label": measure.label, "measure": measure.value}
        for measure in AudienceMeasure
        if measure in found
    ]


def similar_activities(
    entry: "ActivityEntry | Mapping[str, Any]", user: "User | AnonymousUser", *, besides: Activity | None = None
) -> list[Activity]:
    """Activities on record that may be the same one: same days, same place, a title that is nearly the same.

    Of any partner, in the projects that `user` works in: who logs an event has to learn that a partner
    has logged it. `entry` may be the plain values of a form, as far as they are known.
    """
    name, first = str(_of(entry, "name") or "").strip(), _of(entry, "starts_on")
    if not name or not isinstance(first, datetime.date):
        return []
    last = _of(entry, "ends_on") or first
    found = (
        Activity.objects.current()
        .exclude(state=ActivityState.CANCELLED)
        .exclude(pk=besides.pk if besides else None)
        .alias(last_day=Coalesce("ends_on", "starts_on"))
        .filter(_same_place(entry), project__in=Project.objects.joined_by(user).values("pk"))
        .filter(starts_on__lte=last, last_day__gte=first)
        .annotate(likeness=TrigramSimilarity("search_text", FoldedText(Value(name))))  # type: ignore[arg-type]
        .filter(likeness__gte=LIKE_ENOUGH)
        .select_related("lead__organisation", "project", "country")
    )
    return list(found.order_by("-likeness", "pk")[:MOST_SIMILAR])


def _of(entry: Any, name: str) -> Any:
    return entry.get(name) if isinstance(entry, Mapping) else getattr(entry, name)


def _same_place(entry: Any) -> Q:
    """The same town, both online, or nothing said that tells the places apart."""
    city, online = str(_of(entry, "city") or "").strip(), bool(_of(entry, "is_online"))
    here = Q(is_online=True) if online else Q(pk__in=[])
    if city:
        return here | Q(city__iexact=city) | Q(city="", is_online=False)
    country = _of(entry, "country")
    if not country:
        return here if online else Q()
    return here | Q(country=getattr(country, "pk", country)) | Q(country__isnull=True)


def measured(measure: str) -> Exists:
    """Activities with a figure of `measure`."""
    return Exists(AudienceCount.objects.filter(activity=OuterRef("pk"), measure=measure))
