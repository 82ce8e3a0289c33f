from django.db import migrations

NAMED = ("procurement_contract",)
FORGET = "DROP TRIGGER learn_words_after_insert ON {table}; DROP TRIGGER learn_words_after_update ON {table}"


class Migration(migrations.Migration):
    """Words of titles of contracts, see `core.NameWord`."""

    dependencies = [("core", "0002_name_words"), ("procurement", "0001_initial")]

    operations = [
        *(migrations.RunSQL(f"CALL core_learn_words_of('{table}')", FORGET.format(table=table)) for table in NAMED),
    ]
