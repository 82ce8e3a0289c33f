from django.db import migrations, models
from django.db.models.functions import Coalesce

COUNTED = models.Q(merged_into__isnull=True, state__in=("approved", "locked"))
TOTALS = models.Q(sex="", age_band="", country__isnull=True)


class Migration(migrations.Migration):
    """Indexes that sums over the period of a project, and steps with a contact, are read from."""

    dependencies = [("campaigns", "0002_name_words")]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                "project",
                Coalesce(models.F("ends_on"), models.F("starts_on")),
                include=["id", "lead", "country", "starts_on", "ends_on"],
                condition=COUNTED,
                name="campaigns_activity_counted",
            ),
        ),
        migrations.AddIndex(
            model_name="audiencecount",
            index=models.Index(
                fields=["activity"],
                include=["measure", "number", "is_estimate"],
                condition=TOTALS,
                name="campaigns_audiencecount_totals",
            ),
        ),
        migrations.AddIndex(
            model_name="pipelinemove",
            index=models.Index(
                fields=["event"],
                include=["contact"],
                condition=models.Q(contact__isnull=False),
                name="campaigns_move_with_contact",
            ),
        ),
    ]
