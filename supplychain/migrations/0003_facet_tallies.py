from django.db import migrations, models

# What rows with a sign count for: links, lines of the roll-up, factories.
OF_LINKS = """
SELECT 'link', facet.dimension, facet.value, factory.country_id,
    CASE rows.audience WHEN 'public' THEN 0 WHEN 'registered' THEN 1 ELSE 2 END, rows.sign
FROM {rows} AS rows JOIN supplychain_factory AS factory ON factory.id = rows.factory_id
CROSS JOIN LATERAL (VALUES
    ('brand', rows.brand_id::text), ('stage', rows.stage_id), ('basis', rows.basis), ('confidence', rows.confidence)
) AS facet (dimension, value)
WHERE rows.merged_into_id IS NULL AND facet.value IS NOT NULL
"""
OF_FACETS = """
SELECT 'factory', rows.dimension, rows.value, factory.country_id, rows.level, rows.sign
FROM {rows} AS rows JOIN supplychain_factory AS factory ON factory.id = rows.factory_id
WHERE factory.merged_into_id IS NULL AND rows.dimension IN ('brand', 'stage', 'basis')
"""
OF_FACTORIES = """
SELECT 'factory', 'status', rows.status, rows.country_id, 0, rows.sign
FROM {rows} AS rows WHERE rows.merged_into_id IS NULL
"""
# A factory takes along what it has: to another country, out of the list when it is merged, away when it is deleted.
ALONG = """
FROM {table} AS held
JOIN (
    SELECT id, country_id, sum(sign) AS sign FROM changed WHERE {condition}
    GROUP BY id, country_id HAVING sum(sign) <> 0
) AS factory ON factory.id = held.factory_id
"""
OF_COUNTRY = f"""
SELECT 'factory', held.dimension, held.value, factory.country_id, held.level, factory.sign
{ALONG.format(table="supplychain_factoryfacet", condition="merged_into_id IS NULL")} WHERE held.dimension IN ('brand', 'stage', 'basis')
UNION ALL
SELECT 'link', facet.dimension, facet.value, factory.country_id,
    CASE held.audience WHEN 'public' THEN 0 WHEN 'registered' THEN 1 ELSE 2 END, factory.sign
{ALONG.format(table="supplychain_productionlink", condition="true")}
CROSS JOIN LATERAL (VALUES
    ('brand', held.brand_id::text), ('stage', held.stage_id), ('basis', held.basis), ('confidence', held.confidence)
) AS facet (dimension, value)
WHERE held.merged_into_id IS NULL AND facet.value IS NOT NULL
"""
ADD = """
INSERT INTO supplychain_facettally (counted, dimension, value, country, level, number)
SELECT counted, dimension, value, country, level, sum(sign)
FROM ({counts}) AS line (counted, dimension, value, country, level, sign)
GROUP BY counted, dimension, value, country, level HAVING sum(sign) <> 0
"""
COUNTED = {
    "link": (
        "supplychain_productionlink",
        ("factory_id", "brand_id", "stage_id", "basis", "confidence", "audience", "merged_into_id"),
        OF_LINKS.format(rows="changed"),
    ),
    "facet": (
        "supplychain_factoryfacet",
        ("factory_id", "dimension", "value", "level"),
        OF_FACETS.format(rows="changed"),
    ),
    "factory": (
        "supplychain_factory",
        ("id", "country_id", "status", "merged_into_id"),
        f"{OF_FACTORIES.format(rows='changed')} UNION ALL {OF_COUNTRY}",
    ),
}
ROWS = {
    "insert": ("NEW TABLE AS new_rows", "SELECT 1 AS sign, {new} FROM new_rows"),
    "delete": ("OLD TABLE AS old_rows", "SELECT -1 AS sign, {old} FROM old_rows"),
    "update": (
        "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "SELECT side.* FROM old_rows JOIN new_rows ON old_rows.id = new_rows.id"
        " CROSS JOIN LATERAL (SELECT -1 AS sign, {old} UNION ALL SELECT 1, {new}) AS side"
        " WHERE ({old}) IS DISTINCT FROM ({new})",
    ),
}
EMPTIED = {
    "link": "DELETE FROM supplychain_facettally WHERE counted = 'link'",
    "facet": "DELETE FROM supplychain_facettally WHERE counted = 'factory' AND dimension <> 'status'",
    "factory": "DELETE FROM supplychain_facettally",
}
# One line for each key instead of many. Who folds at the same time takes other lines, or none.
FOLD = """
CREATE FUNCTION supplychain_fold_tallies() RETURNS void LANGUAGE sql AS $$
    WITH split AS (
        SELECT counted, dimension, value, country, level FROM supplychain_facettally
        GROUP BY counted, dimension, value, country, level HAVING count(*) > 1 OR sum(number) = 0
    ), taken AS (
        DELETE FROM supplychain_facettally AS tally USING split
        WHERE (tally.counted, tally.dimension, tally.value, tally.country, tally.level)
            = (split.counted, split.dimension, split.value, split.country, split.level)
        RETURNING tally.*
    )
    INSERT INTO supplychain_facettally (counted, dimension, value, country, level, number)
    SELECT counted, dimension, value, country, level, sum(number) FROM taken
    GROUP BY counted, dimension, value, country, level HAVING sum(number) <> 0
$$
"""
EVERYTHING = " UNION ALL ".join(
    (OF_LINKS.format(rows="link"), OF_FACETS.format(rows="facet"), OF_FACTORIES.format(rows="site"))
)
RECOUNT = f"""
CREATE FUNCTION supplychain_recount_tallies() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE supplychain_factory, supplychain_factoryfacet, supplychain_productionlink IN SHARE MODE;
    DELETE FROM supplychain_facettally;
    WITH link AS (SELECT 1 AS sign, * FROM supplychain_productionlink),
        facet AS (SELECT 1 AS sign, * FROM supplychain_factoryfacet),
        site AS (SELECT 1 AS sign, * FROM supplychain_factory)
    {ADD.format(counts=EVERYTHING)};
END
$$
"""


def after(source, event):
    """A statement-level trigger; of those of links it runs last, so that they hold the factories' locks already."""
    name, (table, columns, counts) = f"tallies_after_{source}_{event}", COUNTED[source]
    transition, rows = ROWS[event]
    changed = rows.format(**{side: ", ".join(f"{side}_rows.{column}" for column in columns) for side in ("old", "new")})
    forward = f"""
    CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        WITH changed AS ({changed}) {ADD.format(counts=counts)};
        RETURN NULL;
    END
    $$;
    CREATE TRIGGER {name} AFTER {event.upper()} ON {table} REFERENCING {transition}
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();
    """
    return migrations.RunSQL(forward, f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()")


def emptied(source):
    name, table = f"tallies_after_{source}_truncate", COUNTED[source][0]
    forward = f"""
    CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {EMPTIED[source]}; RETURN NULL; END $$;
    CREATE TRIGGER {name} AFTER TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
    """
    return migrations.RunSQL(forward, f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()")


class Migration(migrations.Migration):
    """Keeps `FacetTally` right in the transaction of whoever writes factories, links or what they give rise to."""

    dependencies = [("supplychain", "0002_facet_rollup")]

    operations = [
        migrations.CreateModel(
            name="FacetTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("counted", models.CharField(max_length=7)),
                ("dimension", models.CharField(max_length=10)),
                ("value", models.CharField(max_length=20)),
                ("country", models.CharField(max_length=2)),
                ("level", models.PositiveSmallIntegerField()),
                ("number", models.IntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["counted", "dimension", "value", "country"],
                        include=["level", "number"],
                        name="supplychain_tally_sums",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(counted__in=["factory", "link"]), name="supplychain_tally_counted_known"
                    ),
                ],
            },
        ),
        *(after(source, event) for source in COUNTED for event in ROWS),
        *(emptied(source) for source in COUNTED),
        migrations.RunSQL(FOLD, "DROP FUNCTION supplychain_fold_tallies()"),
        migrations.RunSQL(RECOUNT, "DROP FUNCTION supplychain_recount_tallies()"),
        migrations.RunSQL("SELECT supplychain_recount_tallies()", migrations.RunSQL.noop),
    ]
