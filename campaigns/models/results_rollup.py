"""What each approved activity adds to which indicator, kept by triggers in the writer's own transaction."""

import pgtrigger
from django.db import models

from campaigns.models.activities import Activity
from campaigns.models.audience import AudienceCount
from campaigns.models.results import Indicator
from campaigns.models.results_updates import ActivityIndicator

# Replaces the rows of the activities that `touched` names. They are locked first, so that of two writers the second
# sees what the first wrote.
REFRESH = """
IF cardinality(touched) = 0 THEN
    RETURN NULL;
END IF;
PERFORM FROM campaigns_activity WHERE id = ANY(touched) ORDER BY id FOR NO KEY UPDATE;
DELETE FROM campaigns_indicatorcontribution WHERE activity_id = ANY(touched);
INSERT INTO campaigns_indicatorcontribution (indicator_id, activity_id, partner_id, counted_on, number)
WITH RECURSIVE above AS (
    SELECT DISTINCT indicator_id AS own, indicator_id AS id FROM campaigns_activityindicator
    WHERE activity_id = ANY(touched)
    UNION SELECT above.own, part.parent_id FROM campaigns_indicator AS part JOIN above USING (id)
    WHERE part.parent_id IS NOT NULL
)
SELECT DISTINCT fed.id, activity.id, activity.lead_id, coalesce(activity.ends_on, activity.starts_on),
    CASE fed.counts WHEN 'activities' THEN 1 ELSE coalesce(total.number, 0) END
FROM campaigns_activity AS activity
JOIN campaigns_activityindicator AS link ON link.activity_id = activity.id
JOIN above ON above.own = link.indicator_id
JOIN campaigns_indicator AS fed ON fed.id = above.id AND fed.counts <> ''
LEFT JOIN campaigns_audiencecount AS total ON total.activity_id = activity.id AND total.measure = fed.counts
    AND total.sex = '' AND total.age_band = '' AND total.country_id IS NULL
WHERE activity.id = ANY(touched) AND activity.state IN ('approved', 'locked') AND activity.merged_into_id IS NULL;
RETURN NULL;
"""


def keeps(name: str, operation: pgtrigger.Operation, touched: str, **rows: str) -> pgtrigger.Trigger:
    """Brings the roll-up up to date after a statement; `touched` selects the ids of activities."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),
        declare=[("touched", "bigint[]")],
        func=f"touched := ARRAY({touched});\n{REFRESH}",
    )


def of_rows(rows: str) -> str:
    return f"SELECT DISTINCT activity_id FROM {rows}"  # noqa: S608 (names of our own)


def of_linked(rows: str) -> str:
    return f"""
    SELECT DISTINCT link.activity_id FROM {rows} JOIN campaigns_activityindicator AS link USING (activity_id)
"""  # noqa: S608


_OLD, _NEW = {"old": "old_rows"}, {"new": "new_rows"}
_BOTH = "(SELECT activity_id FROM old_rows UNION ALL SELECT activity_id FROM new_rows) AS both_rows"
_MOVED = """
    SELECT DISTINCT link.activity_id FROM new_rows AS now JOIN old_rows AS was USING (id)
    JOIN campaigns_activityindicator AS link ON link.activity_id = now.id
    WHERE (now.state, now.starts_on, now.ends_on, now.lead_id, now.merged_into_id)
        IS DISTINCT FROM (was.state, was.starts_on, was.ends_on, was.lead_id, was.merged_into_id)
"""
_REDEFINED = """
    WITH RECURSIVE family AS (
        SELECT id FROM new_rows AS now JOIN old_rows AS was USING (id)
        WHERE (now.counts, now.parent_id) IS DISTINCT FROM (was.counts, was.parent_id)
        UNION SELECT part.id FROM campaigns_indicator AS part JOIN family ON part.parent_id = family.id
    )
    SELECT DISTINCT link.activity_id
    FROM family JOIN campaigns_activityindicator AS link ON link.indicator_id = family.id
"""
KEPT = {
    ActivityIndicator: (
        keeps("keep_contributions_insert", pgtrigger.Insert, of_rows("new_rows"), **_NEW),
        keeps("keep_contributions_update", pgtrigger.Update, of_rows(_BOTH), **_OLD, **_NEW),
        keeps("keep_contributions_delete", pgtrigger.Delete, of_rows("old_rows"), **_OLD),
    ),
    AudienceCount: (
        keeps("keep_contributions_insert", pgtrigger.Insert, of_linked("new_rows"), **_NEW),
        keeps("keep_contributions_update", pgtrigger.Update, of_linked(_BOTH), **_OLD, **_NEW),
        keeps("keep_contributions_delete", pgtrigger.Delete, of_linked("old_rows"), **_OLD),
    ),
    Activity: (keeps("keep_contributions_update", pgtrigger.Update, _MOVED, **_OLD, **_NEW),),
    Indicator: (keeps("keep_contributions_update", pgtrigger.Update, _REDEFINED, **_OLD, **_NEW),),
}
for model, triggers in KEPT.items():
    pgtrigger.register(*triggers)(model)


class IndicatorContribution(models.Model):
    """What one approved activity adds to one indicator, itself or as a part of it, on its last day.

    Derived; nothing else writes it. An activity that feeds an indicator and its part stands here once for each.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="contributions", db_index=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="+")
    partner = models.ForeignKey("campaigns.Partner", on_delete=models.CASCADE, related_name="+", db_index=False)
    counted_on = models.DateField()
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indicator", "activity"], name="campaigns_indicatorcontribution_once")
        ]
        # All that a sum needs, so that sums are read from this index alone.
        indexes = [
            models.Index(
                fields=["indicator", "counted_on"],
                include=["partner", "number"],
                name="campaigns_contribution_sums",
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} - {self.indicator_id}: {self.number}"
