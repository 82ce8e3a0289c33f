from django.db import migrations, models


class Migration(migrations.Migration):
    """Steps to one stage, which are few among all."""

    dependencies = [("procurement", "0002_name_words")]

    operations = [
        migrations.AddIndex(
            model_name="affiliationevent",
            index=models.Index(
                fields=["stage", "happened_on"], include=["affiliation", "id"], name="procurement_event_of_stage"
            ),
        ),
    ]
