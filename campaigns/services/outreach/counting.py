"""Writing an activity's figures so that no statement leaves parts above their total."""

from collections.abc import Iterable

from campaigns.models import Activity, AudienceCount
from campaigns.services.outreach.entries import CountEntry, always_estimated

Key = tuple[str, str, str, str]


def replace_counts(activity: Activity, counts: Iterable[CountEntry]) -> None:
    """The figures of `activity` become `counts`; those that stay the same are not touched.

    Gone parts go first, then totals and parts move in one statement, then new ones come with their total.
    """
    wanted = {_key(count): count for count in counts}
    held = _held(activity)
    AudienceCount.objects.filter(pk__in=[held[key].pk for key in held.keys() - wanted.keys()]).delete()
    totals = {count.measure: count for count in wanted.values() if count.is_total}
    AudienceCount.objects.bulk_update(_moved(held, wanted, totals), ["number", "is_estimate"])
    new = [_row_of(activity, count, totals) for key, count in wanted.items() if key not in held]
    AudienceCount.objects.bulk_create(new)


def _held(activity: Activity) -> dict[Key, AudienceCount]:
    rows = AudienceCount.objects.filter(activity=activity)
    return {(row.measure, row.sex, row.age_band, row.country_id or ""): row for row in rows}


def _row_of(activity: Activity, count: CountEntry, totals: dict[str, CountEntry]) -> AudienceCount:
    return AudienceCount(
        activity=activity,
        measure=count.measure,
        number=count.number,
        is_estimate=_is_estimate(count, totals),
        sex=count.sex,
        age_band=count.age_band,
        country_id=count.country or None,
    )


def _key(count: CountEntry) -> Key:
    return count.measure, count.sex, count.age_band, count.country


def _is_estimate(count: CountEntry, totals: dict[str, CountEntry]) -> bool:
    """Parts of an estimate are estimates too."""
    total = totals.get(count.measure)
    return count.is_estimate or always_estimated(count.measure) or bool(total and total.is_estimate)


def _moved(
    held: dict[Key, AudienceCount], wanted: dict[Key, CountEntry], totals: dict[str, CountEntry]
) -> list[AudienceCount]:
    moved = []
    for key in held.keys() & wanted.keys():
        row, count = held[key], wanted[key]
        figures = count.number, _is_estimate(count, totals)
        if (row.number, row.is_estimate) != figures:
            row.number, row.is_estimate = figures
            moved.append(row)
    return moved
