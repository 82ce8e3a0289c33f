"""Which indicators an activity feeds, and which it could."""

from collections.abc import Iterator

from django.db.models import Count, Q, QuerySet

from campaigns.models import Activity, ActivityIndicator, Indicator


def fed_by(activity: Activity) -> QuerySet[ActivityIndicator]:
    """Links of the activity, in the order of the logframe."""
    links = ActivityIndicator.objects.filter(activity=activity, indicator__merged_into__isnull=True)
    return links.select_related("indicator__result", "indicator__partner__organisation").order_by(
        "indicator__result__position", "indicator__position", "pk"
    )


def fitting(activity: Activity) -> list[tuple[Indicator, bool]]:
    """Indicators of the project that count activities and that this one does not feed; and whether each fits.

    Fitting ones come first: they count activities as such or a measure of it, are the lead partner's or
    everybody's, and most often fed by activities of its kind.
    """
    measures = set(activity.counts.values_list("measure", flat=True)) | {"activities"}
    alike = Count("activity_links", filter=Q(activity_links__activity__type=activity.type))
    found = Indicator.objects.current().filter(result__project=activity.project_id).exclude(counts="")
    rows = found.exclude(activity_links__activity=activity).for_listing().annotate(alike=alike).in_order()
    return sorted(_judged(rows, activity, measures), key=lambda row: (not row[1], -row[0].alike))  # type: ignore[attr-defined]


def _judged(
    indicators: QuerySet[Indicator], activity: Activity, measures: set[str]
) -> Iterator[tuple[Indicator, bool]]:
    for indicator in indicators:
        yield indicator, indicator.counts in measures and indicator.partner_id in (None, activity.lead_id)
