"""What the record said at a moment, read from history."""

import datetime

from django.db.models import Exists, Model, OuterRef, QuerySet


def versions_on(version_model: type[Model], moment: datetime.datetime) -> QuerySet[Model]:
    """The snapshot in force at `moment` of every object that existed then (`pgh_obj_id` is its id).

    Filters on the result apply to what was written then; they narrow the work, too.
    """
    until = version_model._default_manager.filter(pgh_created_at__lte=moment)
    newer = until.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__gt=OuterRef("pgh_id"))
    return until.exclude(pgh_label="delete").filter(~Exists(newer))


def end_of_day(day: datetime.date) -> datetime.datetime:
    """The last moment of `day` in UTC: what was known on that day."""
    return datetime.datetime.combine(day, datetime.time.max, tzinfo=datetime.UTC)
