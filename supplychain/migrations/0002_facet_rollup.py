from django.db import migrations

# One row per factory, dimension, value and audience that a standing link, or its citation, gives rise to.
FROM_LINKS = """
CREATE VIEW supplychain_facet_of_link AS
SELECT link.factory_id, facet.dimension, facet.value, link.level
FROM (
    SELECT *, CASE audience WHEN 'public' THEN 0 WHEN 'registered' THEN 1 ELSE 2 END::smallint AS level
    FROM supplychain_productionlink
    WHERE superseded_by_id IS NULL AND merged_into_id IS NULL
) AS link
CROSS JOIN LATERAL (VALUES
    ('brand', link.brand_id::text), ('stage', link.stage_id), ('product', link.product_model_id::text),
    ('basis', link.basis)
) AS facet (dimension, value)
WHERE facet.value IS NOT NULL
"""
FROM_CITATIONS = """
CREATE VIEW supplychain_facet_of_citation AS
SELECT link.factory_id, 'source' AS dimension, citation.source_id::text AS value,
    CASE WHEN NOT source.is_public THEN 2 WHEN link.audience = 'public' THEN 0
         WHEN link.audience = 'registered' THEN 1 ELSE 2 END::smallint AS level
FROM supplychain_productionlink AS link
JOIN supplychain_linkcitation AS citation ON citation.link_id = link.id
JOIN core_source AS source ON source.id = citation.source_id
WHERE link.superseded_by_id IS NULL AND link.merged_into_id IS NULL
"""
# The locks make writers of links of one factory wait for each other; what follows then sees what the others wrote.
REFRESH = """
CREATE FUNCTION supplychain_refresh_facets(ids bigint[], only_sources boolean DEFAULT false)
RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    IF cardinality(ids) = 0 THEN
        RETURN;
    END IF;
    PERFORM 1 FROM supplychain_factory WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    WITH wanted AS MATERIALIZED (
        SELECT factory_id, dimension, value, min(level) AS level
        FROM (
            SELECT * FROM supplychain_facet_of_citation
            UNION ALL
            SELECT * FROM supplychain_facet_of_link WHERE NOT only_sources
        ) AS facet
        WHERE factory_id = ANY (ids)
        GROUP BY factory_id, dimension, value
    ), gone AS (
        DELETE FROM supplychain_factoryfacet AS facet
        WHERE facet.factory_id = ANY (ids) AND (facet.dimension = 'source' OR NOT only_sources)
          AND NOT EXISTS (
              SELECT FROM wanted
              WHERE (wanted.factory_id, wanted.dimension, wanted.value)
                  = (facet.factory_id, facet.dimension, facet.value))
    )
    INSERT INTO supplychain_factoryfacet AS facet (factory_id, dimension, value, level)
    SELECT factory_id, dimension, value, level FROM wanted
    ON CONFLICT (dimension, value, factory_id) DO UPDATE SET level = excluded.level
    WHERE facet.level <> excluded.level;
END
$$
"""


def after(name, table, event, factories, only_sources="false"):
    """SQL of a statement-level trigger on `table` that refreshes the facets of the `factories` of a query."""
    rows = {"INSERT": "NEW TABLE AS new_rows", "DELETE": "OLD TABLE AS old_rows"}
    both = "OLD TABLE AS old_rows NEW TABLE AS new_rows"
    forward = f"""
    CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM supplychain_refresh_facets(ARRAY({factories}), {only_sources});
        RETURN NULL;
    END
    $$;
    CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {rows.get(event, both)}
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();
    """
    return migrations.RunSQL(forward, f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()")


LINKS, CITATIONS = "supplychain_productionlink", "supplychain_linkcitation"
COUNTED = ("factory_id", "brand_id", "stage_id", "product_model_id", "basis", "audience")
CHANGED_LINKS = f"""
SELECT DISTINCT side.factory_id
FROM old_rows JOIN new_rows ON old_rows.id = new_rows.id
CROSS JOIN LATERAL (VALUES (old_rows.factory_id), (new_rows.factory_id)) AS side (factory_id)
WHERE ({", ".join(f"old_rows.{name}" for name in (*COUNTED, "superseded_by_id", "merged_into_id"))})
    IS DISTINCT FROM ({", ".join(f"new_rows.{name}" for name in (*COUNTED, "superseded_by_id", "merged_into_id"))})
"""
CITED = "SELECT DISTINCT link.factory_id FROM {rows} JOIN supplychain_productionlink AS link ON link.id = {rows}.link_id"
CHANGED_CITATIONS = """
SELECT DISTINCT link.factory_id
FROM old_rows JOIN new_rows ON old_rows.id = new_rows.id
JOIN supplychain_productionlink AS link ON link.id IN (old_rows.link_id, new_rows.link_id)
WHERE (old_rows.link_id, old_rows.source_id) IS DISTINCT FROM (new_rows.link_id, new_rows.source_id)
"""
OPENED_OR_CLOSED = """
SELECT DISTINCT link.factory_id
FROM old_rows JOIN new_rows ON old_rows.id = new_rows.id AND old_rows.is_public <> new_rows.is_public
JOIN supplychain_linkcitation AS citation ON citation.source_id = new_rows.id
JOIN supplychain_productionlink AS link ON link.id = citation.link_id
"""


class Migration(migrations.Migration):
    """Keeps `FactoryFacet` right in the transaction of whoever writes links, citations or sources."""

    dependencies = [("core", "0001_initial"), ("supplychain", "0001_initial")]

    operations = [
        migrations.RunSQL(FROM_LINKS, "DROP VIEW supplychain_facet_of_link"),
        migrations.RunSQL(FROM_CITATIONS, "DROP VIEW supplychain_facet_of_citation"),
        migrations.RunSQL(REFRESH, "DROP FUNCTION supplychain_refresh_facets(bigint[], boolean)"),
        after("facets_after_link_insert", LINKS, "INSERT", "SELECT DISTINCT factory_id FROM new_rows"),
        after("facets_after_link_update", LINKS, "UPDATE", CHANGED_LINKS),
        after("facets_after_link_delete", LINKS, "DELETE", "SELECT DISTINCT factory_id FROM old_rows"),
        after("facets_after_citation_insert", CITATIONS, "INSERT", CITED.format(rows="new_rows"), "true"),
        after("facets_after_citation_update", CITATIONS, "UPDATE", CHANGED_CITATIONS, "true"),
        after("facets_after_citation_delete", CITATIONS, "DELETE", CITED.format(rows="old_rows"), "true"),
        after("facets_after_source_update", "core_source", "UPDATE", OPENED_OR_CLOSED, "true"),
    ]
