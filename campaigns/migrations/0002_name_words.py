from django.db import migrations

NAMED = (
    "campaigns_activity",
    "campaigns_campaign",
    "campaigns_indicator",
    "campaigns_policyfile",
    "campaigns_project",
    "campaigns_publication",
    "campaigns_workinggroup",
)
FORGET = "DROP TRIGGER learn_words_after_insert ON {table}; DROP TRIGGER learn_words_after_update ON {table}"


class Migration(migrations.Migration):
    """Words of the names of what campaigns do, see `core.NameWord`."""

    dependencies = [("core", "0002_name_words"), ("campaigns", "0001_initial")]

    operations = [
        *(migrations.RunSQL(f"CALL core_learn_words_of('{table}')", FORGET.format(table=table)) for table in NAMED),
    ]
