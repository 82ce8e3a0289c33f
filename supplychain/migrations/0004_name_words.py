from django.db import migrations, models

NAMED = ("supplychain_factory", "supplychain_factoryname", "supplychain_productmodel")
FORGET = "DROP TRIGGER learn_words_after_insert ON {table}; DROP TRIGGER learn_words_after_update ON {table}"


class Migration(migrations.Migration):
    """Words of names, see `core.NameWord`; orders by last change that an index gives in either direction."""

    dependencies = [("core", "0002_name_words"), ("supplychain", "0003_facet_tallies")]

    operations = [
        *(migrations.RunSQL(f"CALL core_learn_words_of('{table}')", FORGET.format(table=table)) for table in NAMED),
        migrations.RemoveIndex("factory", "supplychain_factory_updated"),
        migrations.AddIndex(
            "factory", models.Index(fields=["updated_at", "id"], name="supplychain_factory_updated")
        ),
        migrations.RemoveIndex("productionlink", "supplychain_link_updated"),
        migrations.AddIndex(
            "productionlink", models.Index(fields=["updated_at", "id"], name="supplychain_link_updated")
        ),
    ]
