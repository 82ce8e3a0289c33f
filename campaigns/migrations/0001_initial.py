import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="IloConvention",
            fields=[
                (
                    "code",
                    models.CharField(
                        help_text="For example C087 or P029.",
                        max_length=8,
                        primary_key=True,
                        serialize=False,
                        verbose_name="code",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("is_fundamental", models.BooleanField(default=False, verbose_name="fundamental")),
                ("is_governance", models.BooleanField(default=False, verbose_name="governance (priority)")),
            ],
            options={
                "verbose_name": "ILO convention",
                "verbose_name_plural": "ILO conventions",
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_demo", models.BooleanField(default=False, editable=False, verbose_name="fictional demo record")),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="recorded at"),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="last changed at"
                    ),
                ),
                ("public_id", models.CharField(editable=False, max_length=16, unique=True, verbose_name="identifier")),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "Lead partner"), ("partner", "Partner"), ("consultant", "Consultant")],
                        default="partner",
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=120, verbose_name="area")),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnerVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_demo", models.BooleanField(default=False, editable=False, verbose_name="fictional demo record")),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="recorded at"),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="last changed at"
                    ),
                ),
                ("public_id", models.CharField(editable=False, max_length=16, verbose_name="identifier")),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "Lead partner"), ("partner", "Partner"), ("consultant", "Consultant")],
                        default="partner",
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=120, verbose_name="area")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="QuotedTotal",
            fields=[
                ("code", models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name="code")),
                ("label", models.CharField(max_length=200, verbose_name="what it counts")),
                ("value", models.PositiveBigIntegerField(verbose_name="figure")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("stated_on", models.DateField(blank=True, null=True, verbose_name="as of")),
            ],
            options={
                "verbose_name": "quoted total",
                "verbose_name_plural": "quoted totals",
                "ordering": ("position",),
            },
        ),
    ]
