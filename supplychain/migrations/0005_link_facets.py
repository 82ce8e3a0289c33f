import django.db.models.deletion
from django.db import migrations, models

COLUMNS = "link_id, factory_id, country_id, brand_id, stage_id, basis, level"
# The standing ones among some links, with the country of their factories.
STANDING = """
SELECT link.id, link.factory_id, factory.country_id, link.brand_id, link.stage_id, link.basis,
    CASE link.audience WHEN 'public' THEN 0 WHEN 'registered' THEN 1 ELSE 2 END
FROM {links} AS link JOIN supplychain_factory AS factory ON factory.id = link.factory_id
WHERE link.superseded_by_id IS NULL AND link.merged_into_id IS NULL
"""
ADD = f"INSERT INTO supplychain_linkfacet ({COLUMNS}) {STANDING}"
COUNTED = ("factory_id", "brand_id", "stage_id", "basis", "audience", "superseded_by_id", "merged_into_id")
CHANGED = f"""
SELECT new_rows.* FROM old_rows JOIN new_rows ON old_rows.id = new_rows.id
WHERE ({", ".join(f"old_rows.{name}" for name in COUNTED)})
    IS DISTINCT FROM ({", ".join(f"new_rows.{name}" for name in COUNTED)})
"""
INSERTED = f"{ADD.format(links='new_rows')};"
# Two statements: what is taken away and what is added again have the same key.
UPDATED = f"""
DELETE FROM supplychain_linkfacet WHERE link_id IN (SELECT id FROM ({CHANGED}) AS changed);
{ADD.format(links=f"({CHANGED})")};
"""
DELETED = "DELETE FROM supplychain_linkfacet WHERE link_id IN (SELECT id FROM old_rows);"
MOVED = """
UPDATE supplychain_linkfacet AS facet SET country_id = new_rows.country_id
FROM new_rows JOIN old_rows ON old_rows.id = new_rows.id AND old_rows.country_id <> new_rows.country_id
JOIN supplychain_productionlink AS link ON link.factory_id = new_rows.id
WHERE facet.link_id = link.id;
"""
REBUILD = f"""
CREATE FUNCTION supplychain_rebuild_link_facets() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE supplychain_factory, supplychain_productionlink IN SHARE MODE;
    DELETE FROM supplychain_linkfacet;
    {ADD.format(links="supplychain_productionlink")};
END
$$
"""
SIDES = {
    "insert": "NEW TABLE AS new_rows",
    "update": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "delete": "OLD TABLE AS old_rows",
}


def after(source, table, event, change):
    """A statement-level trigger; of those of links it comes after `facets_after_…`, which locks the factories."""
    name = f"linkfacets_after_{source}_{event}"
    forward = f"""
    CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {change} RETURN NULL; END $$;
    CREATE TRIGGER {name} AFTER {event.upper()} ON {table} REFERENCING {SIDES[event]}
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();
    """
    return migrations.RunSQL(forward, f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()")


def copied(to, **options):
    return models.ForeignKey(
        db_constraint=False,
        db_index=False,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to=to,
        **options,
    )


class Migration(migrations.Migration):
    """Keeps `LinkFacet` right in the transaction of whoever writes links or moves a factory to another country."""

    dependencies = [("core", "0002_name_words"), ("supplychain", "0004_name_words")]

    operations = [
        migrations.CreateModel(
            name="LinkFacet",
            fields=[
                (
                    "link",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="supplychain.productionlink",
                    ),
                ),
                ("basis", models.CharField(max_length=20)),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Everyone"), (1, "Signed-in users"), (2, "Monitors and administrators")]
                    ),
                ),
                ("brand", copied("supplychain.brand")),
                ("country", copied("core.country")),
                ("factory", copied("supplychain.factory")),
                ("stage", copied("supplychain.stage", null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["country", "stage", "brand", "factory", "basis"],
                        include=("level",),
                        name="supplychain_linkfacet_country",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(level__in=[0, 1, 2]), name="supplychain_linkfacet_level_known"
                    )
                ],
            },
        ),
        after("link", "supplychain_productionlink", "insert", INSERTED),
        after("link", "supplychain_productionlink", "update", UPDATED),
        after("link", "supplychain_productionlink", "delete", DELETED),
        after("factory", "supplychain_factory", "update", MOVED),
        migrations.RunSQL(REBUILD, "DROP FUNCTION supplychain_rebuild_link_facets()"),
        migrations.RunSQL("SELECT supplychain_rebuild_link_facets()", migrations.RunSQL.noop),
    ]
