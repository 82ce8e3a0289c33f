"""Rules of results that look at several rows. Each refusal has the name of a constraint."""

import pgtrigger

CLOSED = "campaigns_indicatorperiod_closed"


def refuse(constraint: str, message: str, when: str) -> str:
    """Statements that refuse what `when` says."""
    return f"""
IF {when} THEN
    RAISE check_violation USING CONSTRAINT = '{constraint}', MESSAGE = '{message}';
END IF;
"""


def circle(table: str) -> str:
    """Whether the row's parents lead back to the row."""
    return f"""NEW.parent_id IS NOT NULL AND EXISTS (
    WITH RECURSIVE above AS (
        SELECT NEW.parent_id AS id
        UNION SELECT item.parent_id FROM {table} AS item JOIN above USING (id) WHERE item.parent_id IS NOT NULL
    ) SELECT FROM above WHERE id = NEW.id
)"""  # noqa: S608 (names of our own tables)


def closed_on(indicator: str, day: str) -> str:
    """Whether the day lies in a closed period of the indicator, or of one that it adds to."""
    return f"""EXISTS (
    WITH RECURSIVE above AS (
        SELECT {indicator} AS id
        UNION SELECT item.parent_id FROM campaigns_indicator AS item JOIN above USING (id)
        WHERE item.parent_id IS NOT NULL
    )
    SELECT FROM campaigns_indicatorperiod AS period JOIN above ON above.id = period.indicator_id
    WHERE period.state <> 'open' AND {day} BETWEEN period.starts_on AND period.ends_on
)"""  # noqa: S608


RESULT_FITS = pgtrigger.Trigger(
    name="result_fits_its_parent",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id", "project_id"),
    func=refuse(
        "campaigns_result_parent_of_project",
        "A result leads to one of the same project.",
        "EXISTS (SELECT FROM campaigns_result AS other WHERE NEW.project_id <> other.project_id"
        " AND (other.id = NEW.parent_id OR other.parent_id = NEW.id))",
    )
    + refuse("campaigns_result_no_circle", "Results do not lead to each other in a circle.", circle("campaigns_result"))
    + "RETURN NEW;",
)

_PARENT = """NEW.parent_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM campaigns_indicator AS parent
    JOIN campaigns_result AS theirs ON theirs.id = parent.result_id
    JOIN campaigns_result AS ours ON ours.id = NEW.result_id
    WHERE parent.id = NEW.parent_id AND theirs.project_id = ours.project_id AND parent.kind = NEW.kind
    AND parent.unit = NEW.unit AND parent.counts = NEW.counts AND parent.is_ascending = NEW.is_ascending
)"""
_CHILDREN = """EXISTS (
    SELECT FROM campaigns_indicator AS child WHERE child.parent_id = NEW.id AND (child.kind <> NEW.kind
    OR child.unit <> NEW.unit OR child.counts <> NEW.counts OR child.is_ascending <> NEW.is_ascending)
)"""
_MEASURED = """TG_OP = 'UPDATE' AND (OLD.kind, OLD.unit) IS DISTINCT FROM (NEW.kind, NEW.unit) AND EXISTS (
    SELECT FROM campaigns_indicatorupdate AS item
    JOIN campaigns_indicatorperiod AS period ON period.id = item.period_id
    WHERE period.indicator_id = NEW.id
)"""
_CLOSED_RULES = """TG_OP = 'UPDATE'
AND (OLD.counts, OLD.parent_id) IS DISTINCT FROM (NEW.counts, NEW.parent_id) AND EXISTS (
    SELECT FROM campaigns_indicatorperiod
    WHERE indicator_id IN (NEW.id, OLD.parent_id, NEW.parent_id) AND state <> 'open'
)"""
INDICATOR_FITS = pgtrigger.Trigger(
    name="indicator_fits_its_relatives",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id", "result_id", "kind", "unit", "counts", "is_ascending"),
    func=refuse(
        "campaigns_indicator_measured_alike",
        "An indicator and its parts belong to one project and are measured alike.",
        f"({_PARENT}) OR {_CHILDREN}",
    )
    + refuse("campaigns_indicator_no_circle", "Indicators are no parts of each other.", circle("campaigns_indicator"))
    + refuse("campaigns_indicator_measure_kept", "There are updates measured the other way already.", _MEASURED)
    + refuse(CLOSED, "A closed period of this indicator would change.", _CLOSED_RULES)
    + "RETURN NEW;",
)

PERIOD_FITS = pgtrigger.Trigger(
    name="target_fits_the_indicator",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("target", "indicator_id"),
    condition=pgtrigger.Q(new__target__isnull=False),
    func=refuse(
        "campaigns_indicatorperiod_target_fits",
        "A percentage is at most 100, and an indicator in words has no target in figures.",
        "EXISTS (SELECT FROM campaigns_indicator WHERE id = NEW.indicator_id"
        " AND (unit = '' OR unit = 'percentage' AND NEW.target > 100))",
    )
    + "RETURN NEW;",
)
PERIOD_KEPT = (
    pgtrigger.Trigger(
        name="closed_period_keeps_its_terms",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(
            "OLD.state <> 'open' AND NEW.state <> 'open' AND (OLD.indicator_id, OLD.starts_on, OLD.ends_on, OLD.target)"
            " IS DISTINCT FROM (NEW.indicator_id, NEW.starts_on, NEW.ends_on, NEW.target)"
        ),
        func=refuse(CLOSED, "A closed period keeps its days and its target.", "true") + "RETURN NEW;",
    ),
    # Fictional periods go in any state, so that a demonstration can be removed.
    pgtrigger.Trigger(
        name="closed_period_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        condition=pgtrigger.Condition("OLD.state <> 'open' AND NOT OLD.is_demo"),
        func=refuse(CLOSED, "A closed period is not removed.", "true") + "RETURN OLD;",
    ),
)

_FORM = """NOT EXISTS (
    SELECT FROM campaigns_indicatorperiod AS period JOIN campaigns_indicator AS item ON item.id = period.indicator_id
    WHERE period.id = NEW.period_id AND item.unit = CASE
        WHEN NEW.value IS NOT NULL THEN 'unit' WHEN NEW.numerator IS NOT NULL THEN 'percentage' ELSE '' END
)"""
UPDATE_FITS = pgtrigger.Trigger(
    name="update_fits_the_indicator",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("period_id", "value", "numerator", "narrative"),
    func=refuse(
        "campaigns_indicatorupdate_as_measured",
        "Give a number, numerator and denominator, or words: as the indicator is measured.",
        _FORM,
    )
    + "RETURN NEW;",
)


def _period_is_closed(row: str) -> str:
    return f"""EXISTS (
    SELECT FROM campaigns_indicatorperiod AS own
    WHERE own.id = {row}.period_id AND {closed_on("own.indicator_id", "own.ends_on")}
)"""


_UPDATE_CLOSED = "This period is closed: it takes no updates."
UPDATE_IN_OPEN_PERIOD = (
    pgtrigger.Trigger(
        name="update_in_open_period_insert",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=refuse(CLOSED, _UPDATE_CLOSED, _period_is_closed("NEW")) + "RETURN NEW;",
    ),
    pgtrigger.Trigger(
        name="update_in_open_period_update",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange("period", "partner", "value", "numerator", "denominator", "narrative", "state"),
        func=refuse(CLOSED, _UPDATE_CLOSED, f"{_period_is_closed('OLD')} OR {_period_is_closed('NEW')}")
        + "RETURN NEW;",
    ),
    pgtrigger.Trigger(
        name="update_in_open_period_delete",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        condition=pgtrigger.Condition("NOT OLD.is_demo"),
        func=refuse(CLOSED, _UPDATE_CLOSED, _period_is_closed("OLD")) + "RETURN OLD;",
    ),
)

_PARTS = """EXISTS (
    SELECT FROM (SELECT DISTINCT {key} AS id FROM new_rows) AS written
    JOIN campaigns_indicatorupdate AS whole USING (id) JOIN campaigns_updatepart AS part ON part.update_id = whole.id
    GROUP BY whole.id, part.sex <> '', part.age_band <> '', part.country_id IS NOT NULL
    HAVING sum(part.number) > coalesce(whole.value, whole.numerator, -1)
)"""


def parts_within(name: str, operation: pgtrigger.Operation, key: str) -> pgtrigger.Trigger:
    """Refuses a statement after which parts of one cut are more than the update's figure."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(new="new_rows"),
        func=refuse("campaigns_updatepart_within_total", "The parts are more than the figure.", _PARTS.format(key=key))
        + "RETURN NULL;",
    )


PART_IN_OPEN_PERIOD = pgtrigger.Trigger(
    name="part_in_open_period",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("number", "sex", "age_band", "country_id"),
    func=refuse(
        CLOSED,
        _UPDATE_CLOSED,
        "EXISTS (SELECT FROM campaigns_indicatorupdate AS whole"
        f" WHERE whole.id = NEW.update_id AND {_period_is_closed('whole')})",
    )
    + "RETURN NEW;",
)

_LINKS = """EXISTS (
    WITH RECURSIVE above AS (
        SELECT DISTINCT indicator_id AS own, indicator_id AS id FROM {rows}
        UNION SELECT above.own, item.parent_id FROM campaigns_indicator AS item JOIN above USING (id)
        WHERE item.parent_id IS NOT NULL
    )
    SELECT FROM campaigns_indicatorperiod AS period
    JOIN above ON above.id = period.indicator_id JOIN {rows} AS link ON link.indicator_id = above.own
    JOIN campaigns_activity AS activity ON activity.id = link.activity_id
    WHERE period.state <> 'open' AND {only}
    AND coalesce(activity.ends_on, activity.starts_on) BETWEEN period.starts_on AND period.ends_on
)"""


def links_in_open_periods(operation: pgtrigger.Operation, rows: str, only: str) -> pgtrigger.Trigger:
    """Refuses links to activities whose last day lies in a closed period."""
    return pgtrigger.Trigger(
        name=f"links_in_open_periods_{rows}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**{rows: f"{rows}_rows"}),
        func=refuse(
            CLOSED,
            "The activity ended in a period of this indicator that is closed.",
            _LINKS.format(rows=f"{rows}_rows", only=only),
        )
        + "RETURN NULL;",
    )


# What does not count yet may be taken out of a closed period; fictional rows always.
LINKS_IN_OPEN_PERIODS = (
    links_in_open_periods(pgtrigger.Insert, "new", "true"),
    links_in_open_periods(pgtrigger.Delete, "old", "activity.state IN ('approved', 'locked') AND NOT link.is_demo"),
)
