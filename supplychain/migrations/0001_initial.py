import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Brand",
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
                    "supplier_list_url",
                    models.URLField(blank=True, max_length=500, verbose_name="address of the published supplier list"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_records",
                        to="supplychain.brand",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
                        to="core.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "brand",
                "verbose_name_plural": "brands",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BrandVersion",
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
                    "supplier_list_url",
                    models.URLField(blank=True, max_length=500, verbose_name="address of the published supplier list"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.brand",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.brand",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Company",
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
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("oem", "Brand manufacturer (OEM)"),
                                ("odm", "Original design manufacturer (ODM)"),
                                ("ems", "Electronics manufacturing service (EMS)"),
                                ("component_maker", "Component maker"),
                                ("smelter", "Smelter or refiner"),
                                ("mine", "Mine operator"),
                                ("recycler", "Recycler"),
                                ("labour_agency", "Labour agency"),
                                ("service_provider", "Service provider"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="roles",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_records",
                        to="supplychain.company",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
                        to="core.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "company",
                "verbose_name_plural": "companies",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CompanyVersion",
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
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("oem", "Brand manufacturer (OEM)"),
                                ("odm", "Original design manufacturer (ODM)"),
                                ("ems", "Electronics manufacturing service (EMS)"),
                                ("component_maker", "Component maker"),
                                ("smelter", "Smelter or refiner"),
                                ("mine", "Mine operator"),
                                ("recycler", "Recycler"),
                                ("labour_agency", "Labour agency"),
                                ("service_provider", "Service provider"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="roles",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.company",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.company",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Factory",
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
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("name_local", models.CharField(blank=True, max_length=300, verbose_name="name in local script")),
                (
                    "name_local_lang",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47 tag, for example zh-Hans.",
                        max_length=20,
                        verbose_name="language of the local name",
                    ),
                ),
                ("latin_reading", models.CharField(blank=True, editable=False, max_length=600)),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                models.Value(" "),
                                models.F("name_local"),
                                models.Value(" "),
                                models.F("latin_reading"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_grams",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("name"),
                            models.F("name_local"),
                            function="cjk_grams",
                            output_field=django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), size=None
                            ),
                        ),
                        output_field=django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), size=None
                        ),
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=500, verbose_name="address as given")),
                ("street", models.CharField(blank=True, max_length=200, verbose_name="street")),
                ("locality", models.CharField(blank=True, max_length=120, verbose_name="town")),
                ("postal_code", models.CharField(blank=True, max_length=20, verbose_name="postal code")),
                ("subdivision", models.CharField(blank=True, max_length=120, verbose_name="region or province")),
                (
                    "latitude",
                    models.FloatField(blank=True, help_text="Degrees, WGS 84.", null=True, verbose_name="latitude"),
                ),
                (
                    "longitude",
                    models.FloatField(blank=True, help_text="Degrees, WGS 84.", null=True, verbose_name="longitude"),
                ),
                (
                    "point_precision",
                    models.CharField(
                        choices=[
                            ("rooftop", "Building"),
                            ("street", "Street"),
                            ("town", "Town"),
                            ("region", "Region"),
                            ("country", "Country"),
                            ("none", "No point"),
                        ],
                        default="none",
                        max_length=10,
                        verbose_name="precision of the point",
                    ),
                ),
                (
                    "point_source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "Given by the source"),
                            ("geocoded", "Geocoded from the address"),
                            ("manual", "Set by hand"),
                        ],
                        max_length=10,
                        verbose_name="origin of the point",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("operating", "Operating"),
                            ("closed", "Closed"),
                            ("moved", "Moved"),
                            ("unconfirmed", "Not confirmed"),
                        ],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("workers_min", models.PositiveIntegerField(blank=True, null=True, verbose_name="workers, at least")),
                ("workers_max", models.PositiveIntegerField(blank=True, null=True, verbose_name="workers, at most")),
                ("workers_on", models.DateField(blank=True, null=True, verbose_name="workers counted on")),
                (
                    "campus",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="campus_sites",
                        to="supplychain.factory",
                        verbose_name="part of the campus of",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.country",
                        verbose_name="country",
                    ),
                ),
                (
                    "location_source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source of address and point",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_records",
                        to="supplychain.factory",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factories",
                        to="supplychain.company",
                        verbose_name="operator",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="supplychain.factory",
                        verbose_name="moved to",
                    ),
                ),
            ],
            options={
                "verbose_name": "factory",
                "verbose_name_plural": "factories",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FactoryFacet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("dimension", models.CharField(max_length=10)),
                ("value", models.CharField(max_length=20)),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Everyone"), (1, "Signed-in users"), (2, "Monitors and administrators")]
                    ),
                ),
                (
                    "factory",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facets",
                        to="supplychain.factory",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FactoryIdentifier",
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
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("os_id", "Open Supply Hub ID"),
                            ("lei", "Legal Entity Identifier (LEI)"),
                            ("duns", "DUNS number"),
                            ("rba", "RBA identifier"),
                            ("national", "National register number"),
                        ],
                        max_length=10,
                        verbose_name="scheme",
                    ),
                ),
                ("value", models.CharField(max_length=60, verbose_name="value")),
                (
                    "factory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identifiers",
                        to="supplychain.factory",
                        verbose_name="factory",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "identifier of a factory",
                "verbose_name_plural": "identifiers of factories",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FactoryIdentifierVersion",
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
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("os_id", "Open Supply Hub ID"),
                            ("lei", "Legal Entity Identifier (LEI)"),
                            ("duns", "DUNS number"),
                            ("rba", "RBA identifier"),
                            ("national", "National register number"),
                        ],
                        max_length=10,
                        verbose_name="scheme",
                    ),
                ),
                ("value", models.CharField(max_length=60, verbose_name="value")),
                (
                    "factory",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.factory",
                        verbose_name="factory",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.factoryidentifier",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FactoryName",
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
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("name_local", models.CharField(blank=True, max_length=300, verbose_name="name in local script")),
                (
                    "name_local_lang",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47 tag, for example zh-Hans.",
                        max_length=20,
                        verbose_name="language of the local name",
                    ),
                ),
                ("latin_reading", models.CharField(blank=True, editable=False, max_length=600)),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                models.Value(" "),
                                models.F("name_local"),
                                models.Value(" "),
                                models.F("latin_reading"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_grams",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("name"),
                            models.F("name_local"),
                            function="cjk_grams",
                            output_field=django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), size=None
                            ),
                        ),
                        output_field=django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), size=None
                        ),
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("alias", "Also known as"),
                            ("former", "Former name"),
                            ("legal", "Legal name"),
                            ("translation", "Translation"),
                        ],
                        default="alias",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "factory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="other_names",
                        to="supplychain.factory",
                        verbose_name="factory",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name of a factory",
                "verbose_name_plural": "other names of factories",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FactoryNameVersion",
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
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("name_local", models.CharField(blank=True, max_length=300, verbose_name="name in local script")),
                (
                    "name_local_lang",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47 tag, for example zh-Hans.",
                        max_length=20,
                        verbose_name="language of the local name",
                    ),
                ),
                ("latin_reading", models.CharField(blank=True, editable=False, max_length=600)),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                models.Value(" "),
                                models.F("name_local"),
                                models.Value(" "),
                                models.F("latin_reading"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_grams",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("name"),
                            models.F("name_local"),
                            function="cjk_grams",
                            output_field=django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), size=None
                            ),
                        ),
                        output_field=django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), size=None
                        ),
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("alias", "Also known as"),
                            ("former", "Former name"),
                            ("legal", "Legal name"),
                            ("translation", "Translation"),
                        ],
                        default="alias",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "factory",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.factory",
                        verbose_name="factory",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.factoryname",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FactoryStatement",
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
                (
                    "property",
                    models.CharField(
                        choices=[
                            ("name", "Name"),
                            ("name_local", "Local name"),
                            ("address", "Address"),
                            ("country", "Country"),
                            ("subdivision", "Region"),
                            ("point", "Position"),
                            ("status", "Status"),
                            ("workers", "Workers"),
                            ("operator", "Operator"),
                        ],
                        max_length=12,
                        verbose_name="property",
                    ),
                ),
                ("value", models.CharField(max_length=500, verbose_name="value")),
                ("language", models.CharField(blank=True, max_length=20, verbose_name="language")),
                ("locator", models.CharField(blank=True, max_length=120, verbose_name="page or row")),
                ("stated_on", models.DateField(verbose_name="stated on")),
                (
                    "factory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="supplychain.factory",
                        verbose_name="factory",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "statement about a factory",
                "verbose_name_plural": "statements about factories",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FactoryStatementVersion",
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
                (
                    "property",
                    models.CharField(
                        choices=[
                            ("name", "Name"),
                            ("name_local", "Local name"),
                            ("address", "Address"),
                            ("country", "Country"),
                            ("subdivision", "Region"),
                            ("point", "Position"),
                            ("status", "Status"),
                            ("workers", "Workers"),
                            ("operator", "Operator"),
                        ],
                        max_length=12,
                        verbose_name="property",
                    ),
                ),
                ("value", models.CharField(max_length=500, verbose_name="value")),
                ("language", models.CharField(blank=True, max_length=20, verbose_name="language")),
                ("locator", models.CharField(blank=True, max_length=120, verbose_name="page or row")),
                ("stated_on", models.DateField(verbose_name="stated on")),
                (
                    "factory",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.factory",
                        verbose_name="factory",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.factorystatement",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FactoryVersion",
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
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("name_local", models.CharField(blank=True, max_length=300, verbose_name="name in local script")),
                (
                    "name_local_lang",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47 tag, for example zh-Hans.",
                        max_length=20,
                        verbose_name="language of the local name",
                    ),
                ),
                ("latin_reading", models.CharField(blank=True, editable=False, max_length=600)),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                models.Value(" "),
                                models.F("name_local"),
                                models.Value(" "),
                                models.F("latin_reading"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_grams",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("name"),
                            models.F("name_local"),
                            function="cjk_grams",
                            output_field=django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), size=None
                            ),
                        ),
                        output_field=django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), size=None
                        ),
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=500, verbose_name="address as given")),
                ("street", models.CharField(blank=True, max_length=200, verbose_name="street")),
                ("locality", models.CharField(blank=True, max_length=120, verbose_name="town")),
                ("postal_code", models.CharField(blank=True, max_length=20, verbose_name="postal code")),
                ("subdivision", models.CharField(blank=True, max_length=120, verbose_name="region or province")),
                (
                    "latitude",
                    models.FloatField(blank=True, help_text="Degrees, WGS 84.", null=True, verbose_name="latitude"),
                ),
                (
                    "longitude",
                    models.FloatField(blank=True, help_text="Degrees, WGS 84.", null=True, verbose_name="longitude"),
                ),
                (
                    "point_precision",
                    models.CharField(
                        choices=[
                            ("rooftop", "Building"),
                            ("street", "Street"),
                            ("town", "Town"),
                            ("region", "Region"),
                            ("country", "Country"),
                            ("none", "No point"),
                        ],
                        default="none",
                        max_length=10,
                        verbose_name="precision of the point",
                    ),
                ),
                (
                    "point_source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "Given by the source"),
                            ("geocoded", "Geocoded from the address"),
                            ("manual", "Set by hand"),
                        ],
                        max_length=10,
                        verbose_name="origin of the point",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("operating", "Operating"),
                            ("closed", "Closed"),
                            ("moved", "Moved"),
                            ("unconfirmed", "Not confirmed"),
                        ],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("workers_min", models.PositiveIntegerField(blank=True, null=True, verbose_name="workers, at least")),
                ("workers_max", models.PositiveIntegerField(blank=True, null=True, verbose_name="workers, at most")),
                ("workers_on", models.DateField(blank=True, null=True, verbose_name="workers counted on")),
                (
                    "campus",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.factory",
                        verbose_name="part of the campus of",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.country",
                        verbose_name="country",
                    ),
                ),
                (
                    "location_source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.source",
                        verbose_name="source of address and point",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.factory",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.company",
                        verbose_name="operator",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.factory",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.factory",
                        verbose_name="moved to",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LinkCitation",
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
                ("locator", models.CharField(blank=True, max_length=120, verbose_name="page or row")),
                ("seen_on", models.DateField(verbose_name="as of")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="link_citations",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "source of a production link",
                "verbose_name_plural": "sources of production links",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LinkReader",
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
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "reader of a production link",
                "verbose_name_plural": "readers of production links",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Mineral",
            fields=[
                ("code", models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("symbol", models.CharField(blank=True, max_length=4, verbose_name="chemical symbol")),
                (
                    "template",
                    models.CharField(
                        blank=True,
                        help_text="Industry template that asks for it.",
                        max_length=20,
                        verbose_name="reporting template",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "mineral",
                "verbose_name_plural": "minerals",
                "ordering": ("position", "code"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductCategory",
            fields=[
                ("code", models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "product category",
                "verbose_name_plural": "product categories",
                "ordering": ("position", "code"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductionLink",
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
                ("component", models.CharField(blank=True, max_length=120, verbose_name="component")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own_plant", "Brand's own plant"),
                            ("odm", "Original design manufacturer (ODM)"),
                            ("jdm", "Joint design manufacturer (JDM)"),
                            ("ems", "Electronics manufacturing service (EMS)"),
                            ("component_supplier", "Component supplier"),
                            ("subcontractor", "Subcontractor"),
                            ("labour_agency", "Labour agency"),
                            ("site_service", "Service provider on site"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("contract_disclosure", "Disclosed by the contractor for a contract"),
                            ("model_disclosure", "Disclosed by the brand for the model"),
                            ("certificate", "Certificate that names the factory"),
                            ("monitoring", "Found by workers or monitors at the site"),
                            ("brand_list", "Supplier list published by the brand"),
                            ("site_claim", "The site's own claim"),
                            ("register", "Third-party register"),
                            ("press_trade", "Press or trade data"),
                            ("inferred", "Inferred"),
                        ],
                        max_length=20,
                        verbose_name="basis",
                    ),
                ),
                (
                    "confidence",
                    models.GeneratedField(
                        choices=[("confirmed", "Confirmed"), ("suspected", "Suspected")],
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                basis__in=("contract_disclosure", "model_disclosure", "certificate", "monitoring"),
                                then=models.Value("confirmed"),
                            ),
                            default=models.Value("suspected"),
                            output_field=models.CharField(
                                choices=[("confirmed", "Confirmed"), ("suspected", "Suspected")], max_length=10
                            ),
                        ),
                        output_field=models.CharField(
                            choices=[("confirmed", "Confirmed"), ("suspected", "Suspected")], max_length=10
                        ),
                        verbose_name="confidence",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("first_seen", models.DateField(blank=True, null=True, verbose_name="first seen")),
                ("last_seen", models.DateField(blank=True, null=True, verbose_name="last seen")),
                (
                    "share_min",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="share, at least"
                    ),
                ),
                (
                    "share_max",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="share, at most"
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("public", "Everyone"),
                            ("registered", "Signed-in users"),
                            ("named", "Named organisations and monitors"),
                            ("monitors", "Monitors"),
                        ],
                        default="public",
                        max_length=12,
                        verbose_name="who may see it",
                    ),
                ),
                (
                    "brand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="supplychain.brand",
                        verbose_name="brand",
                    ),
                ),
                (
                    "factory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="supplychain.factory",
                        verbose_name="factory",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_records",
                        to="supplychain.productionlink",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supersedes",
                        to="supplychain.productionlink",
                        verbose_name="replaced by",
                    ),
                ),
            ],
            options={
                "verbose_name": "production link",
                "verbose_name_plural": "production links",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LinkReaderVersion",
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
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.linkreader",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.productionlink",
                        verbose_name="production link",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="linkreader",
            name="link",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="readers",
                to="supplychain.productionlink",
                verbose_name="production link",
            ),
        ),
        migrations.CreateModel(
            name="LinkCitationVersion",
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
                ("locator", models.CharField(blank=True, max_length=120, verbose_name="page or row")),
                ("seen_on", models.DateField(verbose_name="as of")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.linkcitation",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.productionlink",
                        verbose_name="production link",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="linkcitation",
            name="link",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="supplychain.productionlink",
                verbose_name="production link",
            ),
        ),
        migrations.CreateModel(
            name="ProductModel",
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
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("name_local", models.CharField(blank=True, max_length=300, verbose_name="name in local script")),
                (
                    "name_local_lang",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47 tag, for example zh-Hans.",
                        max_length=20,
                        verbose_name="language of the local name",
                    ),
                ),
                ("latin_reading", models.CharField(blank=True, editable=False, max_length=600)),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                models.Value(" "),
                                models.F("name_local"),
                                models.Value(" "),
                                models.F("latin_reading"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_grams",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("name"),
                            models.F("name_local"),
                            function="cjk_grams",
                            output_field=django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), size=None
                            ),
                        ),
                        output_field=django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), size=None
                        ),
                    ),
                ),
                (
                    "regulatory_model",
                    models.CharField(blank=True, max_length=80, verbose_name="regulatory model number"),
                ),
                (
                    "part_numbers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="part numbers",
                    ),
                ),
                (
                    "brand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="product_models",
                        to="supplychain.brand",
                        verbose_name="brand",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="product_models",
                        to="supplychain.productcategory",
                        verbose_name="category",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_records",
                        to="supplychain.productmodel",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "product model",
                "verbose_name_plural": "product models",
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="productionlink",
            name="product_model",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="links",
                to="supplychain.productmodel",
                verbose_name="product model",
            ),
        ),
        migrations.CreateModel(
            name="ProductModelVersion",
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
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("name_local", models.CharField(blank=True, max_length=300, verbose_name="name in local script")),
                (
                    "name_local_lang",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47 tag, for example zh-Hans.",
                        max_length=20,
                        verbose_name="language of the local name",
                    ),
                ),
                ("latin_reading", models.CharField(blank=True, editable=False, max_length=600)),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                models.F("name"),
                                models.Value(" "),
                                models.F("name_local"),
                                models.Value(" "),
                                models.F("latin_reading"),
                                arg_joiner=" || ",
                                output_field=models.TextField(),
                                template="(%(expressions)s)",
                            ),
                            function="fold_text",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "search_grams",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("name"),
                            models.F("name_local"),
                            function="cjk_grams",
                            output_field=django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), size=None
                            ),
                        ),
                        output_field=django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), size=None
                        ),
                    ),
                ),
                (
                    "regulatory_model",
                    models.CharField(blank=True, max_length=80, verbose_name="regulatory model number"),
                ),
                (
                    "part_numbers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="part numbers",
                    ),
                ),
                (
                    "brand",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.brand",
                        verbose_name="brand",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.productcategory",
                        verbose_name="category",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.productmodel",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.productmodel",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RelationCitation",
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
                ("locator", models.CharField(blank=True, max_length=120, verbose_name="page or row")),
                ("seen_on", models.DateField(verbose_name="as of")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relation_citations",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "source of a supply relation",
                "verbose_name_plural": "sources of supply relations",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                ("code", models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "isic",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=4),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="ISIC Rev. 4 classes",
                    ),
                ),
                ("depth_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="least depth")),
                ("depth_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="greatest depth")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "stage",
                "verbose_name_plural": "stages",
                "ordering": ("position", "code"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductionLinkVersion",
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
                ("component", models.CharField(blank=True, max_length=120, verbose_name="component")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own_plant", "Brand's own plant"),
                            ("odm", "Original design manufacturer (ODM)"),
                            ("jdm", "Joint design manufacturer (JDM)"),
                            ("ems", "Electronics manufacturing service (EMS)"),
                            ("component_supplier", "Component supplier"),
                            ("subcontractor", "Subcontractor"),
                            ("labour_agency", "Labour agency"),
                            ("site_service", "Service provider on site"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("contract_disclosure", "Disclosed by the contractor for a contract"),
                            ("model_disclosure", "Disclosed by the brand for the model"),
                            ("certificate", "Certificate that names the factory"),
                            ("monitoring", "Found by workers or monitors at the site"),
                            ("brand_list", "Supplier list published by the brand"),
                            ("site_claim", "The site's own claim"),
                            ("register", "Third-party register"),
                            ("press_trade", "Press or trade data"),
                            ("inferred", "Inferred"),
                        ],
                        max_length=20,
                        verbose_name="basis",
                    ),
                ),
                (
                    "confidence",
                    models.GeneratedField(
                        choices=[("confirmed", "Confirmed"), ("suspected", "Suspected")],
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                basis__in=("contract_disclosure", "model_disclosure", "certificate", "monitoring"),
                                then=models.Value("confirmed"),
                            ),
                            default=models.Value("suspected"),
                            output_field=models.CharField(
                                choices=[("confirmed", "Confirmed"), ("suspected", "Suspected")], max_length=10
                            ),
                        ),
                        output_field=models.CharField(
                            choices=[("confirmed", "Confirmed"), ("suspected", "Suspected")], max_length=10
                        ),
                        verbose_name="confidence",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("first_seen", models.DateField(blank=True, null=True, verbose_name="first seen")),
                ("last_seen", models.DateField(blank=True, null=True, verbose_name="last seen")),
                (
                    "share_min",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="share, at least"
                    ),
                ),
                (
                    "share_max",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="share, at most"
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("public", "Everyone"),
                            ("registered", "Signed-in users"),
                            ("named", "Named organisations and monitors"),
                            ("monitors", "Monitors"),
                        ],
                        default="public",
                        max_length=12,
                        verbose_name="who may see it",
                    ),
                ),
                (
                    "brand",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.brand",
                        verbose_name="brand",
                    ),
                ),
                (
                    "factory",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.factory",
                        verbose_name="factory",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.productionlink",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.productionlink",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.productionlink",
                        verbose_name="replaced by",
                    ),
                ),
                (
                    "product_model",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.productmodel",
                        verbose_name="product model",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.stage",
                        verbose_name="stage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="productionlink",
            name="stage",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="supplychain.stage",
                verbose_name="stage",
            ),
        ),
        migrations.CreateModel(
            name="MainComponent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="main_components",
                        to="supplychain.productcategory",
                        verbose_name="product category",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="supplychain.stage",
                        verbose_name="stage",
                    ),
                ),
            ],
            options={
                "verbose_name": "main component",
                "verbose_name_plural": "main components",
            },
        ),
        migrations.CreateModel(
            name="SupplyRelation",
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
                ("region", models.CharField(blank=True, max_length=120, verbose_name="region or province")),
                ("first_seen", models.DateField(verbose_name="first seen")),
                ("last_seen", models.DateField(blank=True, null=True, verbose_name="last seen")),
                (
                    "brand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supply_relations",
                        to="supplychain.brand",
                        verbose_name="brand",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supply_relations",
                        to="supplychain.company",
                        verbose_name="company",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.country",
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "verbose_name": "supply relation",
                "verbose_name_plural": "supply relations",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RelationCitationVersion",
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
                ("locator", models.CharField(blank=True, max_length=120, verbose_name="page or row")),
                ("seen_on", models.DateField(verbose_name="as of")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.relationcitation",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "relation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.supplyrelation",
                        verbose_name="supply relation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="relationcitation",
            name="relation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="supplychain.supplyrelation",
                verbose_name="supply relation",
            ),
        ),
        migrations.CreateModel(
            name="SupplyRelationVersion",
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
                ("region", models.CharField(blank=True, max_length=120, verbose_name="region or province")),
                ("first_seen", models.DateField(verbose_name="first seen")),
                ("last_seen", models.DateField(blank=True, null=True, verbose_name="last seen")),
                (
                    "brand",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.brand",
                        verbose_name="brand",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplychain.company",
                        verbose_name="company",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.country",
                        verbose_name="country",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="supplychain.supplyrelation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="brand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="supplychain_brand_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="brand",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."supplier_list_url" IS DISTINCT FROM (NEW."supplier_list_url"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="15a983446f751f87300f16acf4e247cab4b3436d",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_6c99e",
                    table="supplychain_brand",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="brand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_brandversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "supplier_list_url", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."supplier_list_url", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8935debe53d4a5c5ecc536a081e4759f78b0fc68",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_78743",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_brand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="brand",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_brandversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "supplier_list_url", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."supplier_list_url", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5f1ba42ae1522231da5d13edc73bca2e26f321f8",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e6664",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_brand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="brand",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_brandversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "supplier_list_url", "updated_at") SELECT old_values."created_at", old_values."id", old_values."is_demo", old_values."merged_into_id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."supplier_list_url", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="adcc99f8dd9c5985e61f835647071b97f2584661",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fc1f7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_brand",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="company",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="supplychain_company_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="company",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "roles__contained_by",
                        [
                            "oem",
                            "odm",
                            "ems",
                            "component_maker",
                            "smelter",
                            "mine",
                            "recycler",
                            "labour_agency",
                            "service_provider",
                        ],
                    )
                ),
                name="supplychain_company_roles_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="company",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."roles" IS DISTINCT FROM (NEW."roles"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="7b4ecc05b40cd6913ddb56db43a05d20f9eee357",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_169e2",
                    table="supplychain_company",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="company",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_companyversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "roles", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."roles", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cc05fc45a8b24b3ccdfdd9bdb75ee8d3a510332a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5b139",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_company",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="company",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_companyversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "roles", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."roles", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d47f2a6202e57a56bfc1d4e97d4ca3023c40bc94",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_daab9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_company",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="company",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_companyversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "roles", "updated_at") SELECT old_values."created_at", old_values."id", old_values."is_demo", old_values."merged_into_id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."roles", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="49f1a61cc3e40379f09957737c63695a902273e5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8b86b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_company",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="factory",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("search_text"), name="gin_trgm_ops"),
                name="supplychain_factory_trgm",
            ),
        ),
        migrations.AddIndex(
            model_name="factory",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_grams"], name="supplychain_factory_grams"),
        ),
        migrations.AddIndex(
            model_name="factory",
            index=models.Index(fields=["sort_key", "id"], name="supplychain_factory_sort"),
        ),
        migrations.AddIndex(
            model_name="factory",
            index=models.Index(fields=["country", "sort_key", "id"], name="supplychain_factory_country"),
        ),
        migrations.AddIndex(
            model_name="factory",
            index=models.Index(fields=["-updated_at", "id"], name="supplychain_factory_updated"),
        ),
        migrations.AddIndex(
            model_name="factory",
            index=models.Index(fields=["longitude", "latitude"], name="supplychain_factory_point"),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="supplychain_factory_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="supplychain_factory_name_given",
                violation_error_message="Give a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                    models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                    _connector="OR",
                ),
                name="supplychain_factory_point_on_earth",
                violation_error_message="Give both latitude (-90 to 90) and longitude (-180 to 180), or neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(("latitude", 0), ("longitude", 0), _negated=True),
                name="supplychain_factory_point_not_null_island",
                violation_error_message="The point 0, 0 lies in the sea; leave the point empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude__isnull", True), ("point_precision", "none"), ("point_source", "")),
                    models.Q(
                        ("latitude__isnull", False),
                        ("point_source__in", ["given", "geocoded", "manual"]),
                        models.Q(("point_precision", "none"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="supplychain_factory_point_explained",
                violation_error_message="A point needs its precision and origin; without a point leave them empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("workers_min__isnull", True),
                    ("workers_max__isnull", True),
                    ("workers_max__gte", models.F("workers_min")),
                    _connector="OR",
                ),
                name="supplychain_factory_workers_in_order",
                violation_error_message="The greatest number of workers is below the least.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["operating", "closed", "moved", "unconfirmed"])),
                name="supplychain_factory_status_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(("point_precision__in", ["rooftop", "street", "town", "region", "country", "none"])),
                name="supplychain_factory_precision_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("successor__isnull", True),
                    models.Q(("status", "moved"), models.Q(("successor", models.F("id")), _negated=True)),
                    _connector="OR",
                ),
                name="supplychain_factory_successor_of_moved",
                violation_error_message="Only a factory that moved has another one as successor.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("campus__isnull", True), models.Q(("campus", models.F("id")), _negated=True), _connector="OR"
                ),
                name="supplychain_factory_not_its_own_campus",
                violation_error_message="A factory is not part of its own campus.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factory",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."campus_id" IS DISTINCT FROM (NEW."campus_id") OR OLD."country_id" IS DISTINCT FROM (NEW."country_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."latin_reading" IS DISTINCT FROM (NEW."latin_reading") OR OLD."latitude" IS DISTINCT FROM (NEW."latitude") OR OLD."locality" IS DISTINCT FROM (NEW."locality") OR OLD."location_source_id" IS DISTINCT FROM (NEW."location_source_id") OR OLD."longitude" IS DISTINCT FROM (NEW."longitude") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_local" IS DISTINCT FROM (NEW."name_local") OR OLD."name_local_lang" IS DISTINCT FROM (NEW."name_local_lang") OR OLD."operator_id" IS DISTINCT FROM (NEW."operator_id") OR OLD."point_precision" IS DISTINCT FROM (NEW."point_precision") OR OLD."point_source" IS DISTINCT FROM (NEW."point_source") OR OLD."postal_code" IS DISTINCT FROM (NEW."postal_code") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."street" IS DISTINCT FROM (NEW."street") OR OLD."subdivision" IS DISTINCT FROM (NEW."subdivision") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id") OR OLD."workers_max" IS DISTINCT FROM (NEW."workers_max") OR OLD."workers_min" IS DISTINCT FROM (NEW."workers_min") OR OLD."workers_on" IS DISTINCT FROM (NEW."workers_on"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="f6edd428fcf61da340e1558c2a6593b7ea9084a1",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_8f419",
                    table="supplychain_factory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factory",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factoryversion" ("address", "campus_id", "country_id", "created_at", "id", "is_demo", "latin_reading", "latitude", "locality", "location_source_id", "longitude", "merged_into_id", "name", "name_local", "name_local_lang", "operator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_precision", "point_source", "postal_code", "public_id", "status", "street", "subdivision", "successor_id", "updated_at", "workers_max", "workers_min", "workers_on") SELECT new_values."address", new_values."campus_id", new_values."country_id", new_values."created_at", new_values."id", new_values."is_demo", new_values."latin_reading", new_values."latitude", new_values."locality", new_values."location_source_id", new_values."longitude", new_values."merged_into_id", new_values."name", new_values."name_local", new_values."name_local_lang", new_values."operator_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_precision", new_values."point_source", new_values."postal_code", new_values."public_id", new_values."status", new_values."street", new_values."subdivision", new_values."successor_id", new_values."updated_at", new_values."workers_max", new_values."workers_min", new_values."workers_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c543c8692ca2542523df615da4a9ff2e65a62e6a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a03c5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_factory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factory",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factoryversion" ("address", "campus_id", "country_id", "created_at", "id", "is_demo", "latin_reading", "latitude", "locality", "location_source_id", "longitude", "merged_into_id", "name", "name_local", "name_local_lang", "operator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_precision", "point_source", "postal_code", "public_id", "status", "street", "subdivision", "successor_id", "updated_at", "workers_max", "workers_min", "workers_on") SELECT new_values."address", new_values."campus_id", new_values."country_id", new_values."created_at", new_values."id", new_values."is_demo", new_values."latin_reading", new_values."latitude", new_values."locality", new_values."location_source_id", new_values."longitude", new_values."merged_into_id", new_values."name", new_values."name_local", new_values."name_local_lang", new_values."operator_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_precision", new_values."point_source", new_values."postal_code", new_values."public_id", new_values."status", new_values."street", new_values."subdivision", new_values."successor_id", new_values."updated_at", new_values."workers_max", new_values."workers_min", new_values."workers_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c507d69dfaaeadac14ed01430f25db55f483cd48",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca6db",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_factory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factory",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factoryversion" ("address", "campus_id", "country_id", "created_at", "id", "is_demo", "latin_reading", "latitude", "locality", "location_source_id", "longitude", "merged_into_id", "name", "name_local", "name_local_lang", "operator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_precision", "point_source", "postal_code", "public_id", "status", "street", "subdivision", "successor_id", "updated_at", "workers_max", "workers_min", "workers_on") SELECT old_values."address", old_values."campus_id", old_values."country_id", old_values."created_at", old_values."id", old_values."is_demo", old_values."latin_reading", old_values."latitude", old_values."locality", old_values."location_source_id", old_values."longitude", old_values."merged_into_id", old_values."name", old_values."name_local", old_values."name_local_lang", old_values."operator_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_precision", old_values."point_source", old_values."postal_code", old_values."public_id", old_values."status", old_values."street", old_values."subdivision", old_values."successor_id", old_values."updated_at", old_values."workers_max", old_values."workers_min", old_values."workers_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ed53dc2d14edda5090ec4570f2a49d5e8a62e4ac",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9db76",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_factory",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="factoryfacet",
            index=models.Index(
                fields=["factory"], include=("dimension", "value", "level"), name="supplychain_facet_factory"
            ),
        ),
        migrations.AddConstraint(
            model_name="factoryfacet",
            constraint=models.UniqueConstraint(
                fields=("dimension", "value", "factory"), name="supplychain_factoryfacet_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="factoryfacet",
            constraint=models.CheckConstraint(
                condition=models.Q(("dimension__in", ["brand", "stage", "product", "basis", "source"])),
                name="supplychain_factoryfacet_dimension_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="factoryfacet",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__in", [0, 1, 2])), name="supplychain_factoryfacet_level_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="factoryidentifier",
            constraint=models.UniqueConstraint(
                fields=("scheme", "value"),
                name="supplychain_factoryidentifier_unique",
                violation_error_message="Another factory has this identifier.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factoryidentifier",
            constraint=models.CheckConstraint(
                condition=models.Q(("scheme__in", ["os_id", "lei", "duns", "rba", "national"])),
                name="supplychain_factoryidentifier_scheme_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="factoryidentifier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("scheme", "duns"), _negated=True), ("value__regex", "^[0-9]{9}$"), _connector="OR"
                ),
                name="supplychain_factoryidentifier_duns_form",
                violation_error_message="A DUNS number has nine digits.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factoryidentifier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("scheme", "lei"), _negated=True),
                    ("value__regex", "^[0-9A-Z]{18}[0-9]{2}$"),
                    _connector="OR",
                ),
                name="supplychain_factoryidentifier_lei_form",
                violation_error_message="An LEI has 18 letters or digits and two check digits.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factoryidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."factory_id" IS DISTINCT FROM (NEW."factory_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."scheme" IS DISTINCT FROM (NEW."scheme") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."value" IS DISTINCT FROM (NEW."value"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="b4c0357e1bb8ac7b54eebd01dd10983c54557685",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_ac1e8",
                    table="supplychain_factoryidentifier",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factoryidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factoryidentifierversion" ("created_at", "factory_id", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source_id", "updated_at", "value") SELECT new_values."created_at", new_values."factory_id", new_values."id", new_values."is_demo", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."scheme", new_values."source_id", new_values."updated_at", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="eebe26f9626eed23c02b61341da71ef449eb59c4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a66f5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_factoryidentifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factoryidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factoryidentifierversion" ("created_at", "factory_id", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source_id", "updated_at", "value") SELECT new_values."created_at", new_values."factory_id", new_values."id", new_values."is_demo", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."scheme", new_values."source_id", new_values."updated_at", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f34ced73ff4341ffddc10db4bf6d02f73a35766d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1466b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_factoryidentifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factoryidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factoryidentifierversion" ("created_at", "factory_id", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source_id", "updated_at", "value") SELECT old_values."created_at", old_values."factory_id", old_values."id", old_values."is_demo", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."scheme", old_values."source_id", old_values."updated_at", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="72f8afd1eaa0c89faa6781b88d580f1fec42dc8e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_04b24",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_factoryidentifier",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="factoryname",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("search_text"), name="gin_trgm_ops"),
                name="supplychain_factoryname_trgm",
            ),
        ),
        migrations.AddIndex(
            model_name="factoryname",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_grams"], name="supplychain_factoryname_grams"
            ),
        ),
        migrations.AddIndex(
            model_name="factoryname",
            index=models.Index(fields=["sort_key", "id"], name="supplychain_factoryname_sort"),
        ),
        migrations.AddConstraint(
            model_name="factoryname",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="supplychain_factoryname_name_given",
                violation_error_message="Give a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="factoryname",
            constraint=models.UniqueConstraint(fields=("factory", "name", "kind"), name="supplychain_factoryname_once"),
        ),
        migrations.AddConstraint(
            model_name="factoryname",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["alias", "former", "legal", "translation"])),
                name="supplychain_factoryname_kind_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factoryname",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."factory_id" IS DISTINCT FROM (NEW."factory_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."latin_reading" IS DISTINCT FROM (NEW."latin_reading") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_local" IS DISTINCT FROM (NEW."name_local") OR OLD."name_local_lang" IS DISTINCT FROM (NEW."name_local_lang") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="05032f449da8519f8b4822e77cdd8fa179434aec",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_af5d3",
                    table="supplychain_factoryname",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factoryname",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factorynameversion" ("created_at", "factory_id", "id", "is_demo", "kind", "latin_reading", "name", "name_local", "name_local_lang", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "updated_at") SELECT new_values."created_at", new_values."factory_id", new_values."id", new_values."is_demo", new_values."kind", new_values."latin_reading", new_values."name", new_values."name_local", new_values."name_local_lang", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b70e8d1471dc0e15d75526c544830d7384b27c33",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_09299",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_factoryname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factoryname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factorynameversion" ("created_at", "factory_id", "id", "is_demo", "kind", "latin_reading", "name", "name_local", "name_local_lang", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "updated_at") SELECT new_values."created_at", new_values."factory_id", new_values."id", new_values."is_demo", new_values."kind", new_values."latin_reading", new_values."name", new_values."name_local", new_values."name_local_lang", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="857449389dd8883bdf7b67c2f92dd810f881a030",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_41c6c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_factoryname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factoryname",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factorynameversion" ("created_at", "factory_id", "id", "is_demo", "kind", "latin_reading", "name", "name_local", "name_local_lang", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "updated_at") SELECT old_values."created_at", old_values."factory_id", old_values."id", old_values."is_demo", old_values."kind", old_values."latin_reading", old_values."name", old_values."name_local", old_values."name_local_lang", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d54c8040e03f98d2643c059d5186c74701e4b138",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_04aaf",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_factoryname",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="factorystatement",
            constraint=models.UniqueConstraint(
                fields=("factory", "property", "value", "source"), name="supplychain_factorystatement_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="factorystatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "property__in",
                        [
                            "name",
                            "name_local",
                            "address",
                            "country",
                            "subdivision",
                            "point",
                            "status",
                            "workers",
                            "operator",
                        ],
                    )
                ),
                name="supplychain_factorystatement_property_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factorystatement",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."factory_id" IS DISTINCT FROM (NEW."factory_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."locator" IS DISTINCT FROM (NEW."locator") OR OLD."property" IS DISTINCT FROM (NEW."property") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."stated_on" IS DISTINCT FROM (NEW."stated_on") OR OLD."value" IS DISTINCT FROM (NEW."value"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="cc63027751dec074047102087a4f16430eac0c3f",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_ce917",
                    table="supplychain_factorystatement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factorystatement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factorystatementversion" ("created_at", "factory_id", "id", "is_demo", "language", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "property", "source_id", "stated_on", "updated_at", "value") SELECT new_values."created_at", new_values."factory_id", new_values."id", new_values."is_demo", new_values."language", new_values."locator", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."property", new_values."source_id", new_values."stated_on", new_values."updated_at", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ba644775967812b38a52d8aa4f7f056b86aeb35d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_27071",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_factorystatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factorystatement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factorystatementversion" ("created_at", "factory_id", "id", "is_demo", "language", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "property", "source_id", "stated_on", "updated_at", "value") SELECT new_values."created_at", new_values."factory_id", new_values."id", new_values."is_demo", new_values."language", new_values."locator", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."property", new_values."source_id", new_values."stated_on", new_values."updated_at", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a9ffc49e9856f206a36ff04704749f6f3a0620d5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f4f2f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_factorystatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="factorystatement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_factorystatementversion" ("created_at", "factory_id", "id", "is_demo", "language", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "property", "source_id", "stated_on", "updated_at", "value") SELECT old_values."created_at", old_values."factory_id", old_values."id", old_values."is_demo", old_values."language", old_values."locator", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."property", old_values."source_id", old_values."stated_on", old_values."updated_at", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="139256a7192601c40b02c387149fd1b7300cd523",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_30e2d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_factorystatement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="linkreader",
            constraint=models.UniqueConstraint(fields=("link", "organisation"), name="supplychain_linkreader_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkreader",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."link_id" IS DISTINCT FROM (NEW."link_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="a055be8494c42e68609c3607c454c4dac1cc063c",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_e5cb0",
                    table="supplychain_linkreader",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkreader",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_linkreaderversion" ("created_at", "id", "is_demo", "link_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."link_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2b9867218e9e87759fb2a31f4a8d2c4900defcf1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b284b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_linkreader",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkreader",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_linkreaderversion" ("created_at", "id", "is_demo", "link_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."link_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="53819ac09d90f75e3e8c4158a5414539e76cc6fa",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca842",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_linkreader",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkreader",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_linkreaderversion" ("created_at", "id", "is_demo", "link_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") SELECT old_values."created_at", old_values."id", old_values."is_demo", old_values."link_id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d92cd6fdd20c5ad8086f60344b351f8d699211b9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7f078",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_linkreader",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="linkcitation",
            constraint=models.UniqueConstraint(fields=("link", "source"), name="supplychain_linkcitation_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."link_id" IS DISTINCT FROM (NEW."link_id") OR OLD."locator" IS DISTINCT FROM (NEW."locator") OR OLD."seen_on" IS DISTINCT FROM (NEW."seen_on") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="e40064efc2f4d480c9e648aed241ab91529f63f4",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_11268",
                    table="supplychain_linkcitation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_linkcitationversion" ("created_at", "id", "is_demo", "link_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_on", "source_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."link_id", new_values."locator", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."seen_on", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="64e0d41e510b08074776fd70898ec905f56b7793",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7848f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_linkcitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_linkcitationversion" ("created_at", "id", "is_demo", "link_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_on", "source_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."link_id", new_values."locator", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."seen_on", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c7afceba832f9624224900c0132e48524572ff7c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_97c78",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_linkcitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_linkcitationversion" ("created_at", "id", "is_demo", "link_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_on", "source_id", "updated_at") SELECT old_values."created_at", old_values."id", old_values."is_demo", old_values."link_id", old_values."locator", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."seen_on", old_values."source_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f9062a6ae02f0c272673dfdb617af722bb574ede",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d777b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_linkcitation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="productmodel",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("search_text"), name="gin_trgm_ops"),
                name="supplychain_productmodel_trgm",
            ),
        ),
        migrations.AddIndex(
            model_name="productmodel",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_grams"], name="supplychain_productmodel_grams"
            ),
        ),
        migrations.AddIndex(
            model_name="productmodel",
            index=models.Index(fields=["sort_key", "id"], name="supplychain_productmodel_sort"),
        ),
        migrations.AddConstraint(
            model_name="productmodel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="supplychain_productmodel_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productmodel",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="supplychain_productmodel_name_given",
                violation_error_message="Give a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productmodel",
            constraint=models.UniqueConstraint(
                fields=("brand", "name", "regulatory_model"),
                name="supplychain_productmodel_once_per_brand",
                violation_error_message="The brand already has a model of this name and number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productmodel",
            constraint=models.UniqueConstraint(fields=("id", "brand"), name="supplychain_productmodel_with_brand"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="productmodel",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."brand_id" IS DISTINCT FROM (NEW."brand_id") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."latin_reading" IS DISTINCT FROM (NEW."latin_reading") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_local" IS DISTINCT FROM (NEW."name_local") OR OLD."name_local_lang" IS DISTINCT FROM (NEW."name_local_lang") OR OLD."part_numbers" IS DISTINCT FROM (NEW."part_numbers") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."regulatory_model" IS DISTINCT FROM (NEW."regulatory_model") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="22a0fe392383720c2bd7dadce4992ea00c8e4b31",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_b461f",
                    table="supplychain_productmodel",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="productmodel",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_productmodelversion" ("brand_id", "category_id", "created_at", "id", "is_demo", "latin_reading", "merged_into_id", "name", "name_local", "name_local_lang", "part_numbers", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "regulatory_model", "source_id", "updated_at") SELECT new_values."brand_id", new_values."category_id", new_values."created_at", new_values."id", new_values."is_demo", new_values."latin_reading", new_values."merged_into_id", new_values."name", new_values."name_local", new_values."name_local_lang", new_values."part_numbers", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."regulatory_model", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8201e472c20fa6cd75bad4f49851ced8df3af757",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_67442",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_productmodel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="productmodel",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_productmodelversion" ("brand_id", "category_id", "created_at", "id", "is_demo", "latin_reading", "merged_into_id", "name", "name_local", "name_local_lang", "part_numbers", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "regulatory_model", "source_id", "updated_at") SELECT new_values."brand_id", new_values."category_id", new_values."created_at", new_values."id", new_values."is_demo", new_values."latin_reading", new_values."merged_into_id", new_values."name", new_values."name_local", new_values."name_local_lang", new_values."part_numbers", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."regulatory_model", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fb6ce946786328565cdad1a54bcef493c620a92f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f3417",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_productmodel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="productmodel",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_productmodelversion" ("brand_id", "category_id", "created_at", "id", "is_demo", "latin_reading", "merged_into_id", "name", "name_local", "name_local_lang", "part_numbers", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "regulatory_model", "source_id", "updated_at") SELECT old_values."brand_id", old_values."category_id", old_values."created_at", old_values."id", old_values."is_demo", old_values."latin_reading", old_values."merged_into_id", old_values."name", old_values."name_local", old_values."name_local_lang", old_values."part_numbers", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."regulatory_model", old_values."source_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="53499227468f835962cd2ed6747a1690f31acb69",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f3c21",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_productmodel",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="productionlink",
            index=models.Index(fields=["brand", "product_model"], name="supplychain_link_brand_model"),
        ),
        migrations.AddIndex(
            model_name="productionlink",
            index=models.Index(fields=["-updated_at", "id"], name="supplychain_link_updated"),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="supplychain_productionlink_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("merged_into__isnull", True), ("superseded_by__isnull", True)),
                fields=("factory", "brand", "product_model", "stage", "component", "role", "basis", "audience"),
                name="supplychain_link_stands_once",
                nulls_distinct=False,
                violation_error_message="The same link with the same basis is already on record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_from__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="supplychain_link_validity_in_order",
                violation_error_message="The link ends before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_seen__isnull", True),
                    ("first_seen__isnull", True),
                    ("last_seen__gte", models.F("first_seen")),
                    _connector="OR",
                ),
                name="supplychain_link_seen_in_order",
                violation_error_message="The link was last seen before it was first seen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("share_min__isnull", True), ("share_min__range", (0, 100)), _connector="OR"),
                    models.Q(("share_max__isnull", True), ("share_max__range", (0, 100)), _connector="OR"),
                    models.Q(
                        ("share_min__isnull", True),
                        ("share_max__isnull", True),
                        ("share_max__gte", models.F("share_min")),
                        _connector="OR",
                    ),
                ),
                name="supplychain_link_share_is_percent",
                violation_error_message="Shares are percentages from 0 to 100, the least first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "basis__in",
                        [
                            "contract_disclosure",
                            "model_disclosure",
                            "certificate",
                            "monitoring",
                            "brand_list",
                            "site_claim",
                            "register",
                            "press_trade",
                            "inferred",
                        ],
                    )
                ),
                name="supplychain_link_basis_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role", ""),
                    (
                        "role__in",
                        [
                            "own_plant",
                            "odm",
                            "jdm",
                            "ems",
                            "component_supplier",
                            "subcontractor",
                            "labour_agency",
                            "site_service",
                        ],
                    ),
                    _connector="OR",
                ),
                name="supplychain_link_role_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["public", "registered", "named", "monitors"])),
                name="supplychain_link_audience_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("superseded_by__isnull", True),
                    models.Q(("superseded_by", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="supplychain_link_not_replaced_by_itself",
                violation_error_message="A link cannot replace itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("basis", "model_disclosure"), _negated=True),
                    ("product_model__isnull", False),
                    _connector="OR",
                ),
                name="supplychain_link_model_disclosure_names_model",
                violation_error_message="A disclosure for a model names the model.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="productionlink",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."brand_id" IS DISTINCT FROM (NEW."brand_id") OR OLD."component" IS DISTINCT FROM (NEW."component") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."factory_id" IS DISTINCT FROM (NEW."factory_id") OR OLD."first_seen" IS DISTINCT FROM (NEW."first_seen") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."last_seen" IS DISTINCT FROM (NEW."last_seen") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."product_model_id" IS DISTINCT FROM (NEW."product_model_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."share_max" IS DISTINCT FROM (NEW."share_max") OR OLD."share_min" IS DISTINCT FROM (NEW."share_min") OR OLD."stage_id" IS DISTINCT FROM (NEW."stage_id") OR OLD."superseded_by_id" IS DISTINCT FROM (NEW."superseded_by_id") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from") OR OLD."valid_to" IS DISTINCT FROM (NEW."valid_to"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="7985dd347fbca51d8ac49b47cfbebbb507ab9687",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_0a1ec",
                    table="supplychain_productionlink",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="productionlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_productionlinkversion" ("audience", "basis", "brand_id", "component", "created_at", "factory_id", "first_seen", "id", "is_demo", "last_seen", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_model_id", "public_id", "role", "share_max", "share_min", "stage_id", "superseded_by_id", "updated_at", "valid_from", "valid_to") SELECT new_values."audience", new_values."basis", new_values."brand_id", new_values."component", new_values."created_at", new_values."factory_id", new_values."first_seen", new_values."id", new_values."is_demo", new_values."last_seen", new_values."merged_into_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."product_model_id", new_values."public_id", new_values."role", new_values."share_max", new_values."share_min", new_values."stage_id", new_values."superseded_by_id", new_values."updated_at", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ab8dc9d4b410b23288cf33e13dbec6fc7303e6c6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9023b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_productionlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="productionlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_productionlinkversion" ("audience", "basis", "brand_id", "component", "created_at", "factory_id", "first_seen", "id", "is_demo", "last_seen", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_model_id", "public_id", "role", "share_max", "share_min", "stage_id", "superseded_by_id", "updated_at", "valid_from", "valid_to") SELECT new_values."audience", new_values."basis", new_values."brand_id", new_values."component", new_values."created_at", new_values."factory_id", new_values."first_seen", new_values."id", new_values."is_demo", new_values."last_seen", new_values."merged_into_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."product_model_id", new_values."public_id", new_values."role", new_values."share_max", new_values."share_min", new_values."stage_id", new_values."superseded_by_id", new_values."updated_at", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9d66c2124d36ff8dcc551995701b03959e0a127f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_77e18",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_productionlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="productionlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_productionlinkversion" ("audience", "basis", "brand_id", "component", "created_at", "factory_id", "first_seen", "id", "is_demo", "last_seen", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_model_id", "public_id", "role", "share_max", "share_min", "stage_id", "superseded_by_id", "updated_at", "valid_from", "valid_to") SELECT old_values."audience", old_values."basis", old_values."brand_id", old_values."component", old_values."created_at", old_values."factory_id", old_values."first_seen", old_values."id", old_values."is_demo", old_values."last_seen", old_values."merged_into_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."product_model_id", old_values."public_id", old_values."role", old_values."share_max", old_values."share_min", old_values."stage_id", old_values."superseded_by_id", old_values."updated_at", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="48cb02a43b924d17e9bcc37fb54b2549fba8afeb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3c1e4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_productionlink",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="maincomponent",
            constraint=models.UniqueConstraint(fields=("category", "stage"), name="supplychain_main_component_once"),
        ),
        migrations.AddConstraint(
            model_name="supplyrelation",
            constraint=models.UniqueConstraint(
                fields=("brand", "company", "country", "region"), name="supplychain_supplyrelation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="supplyrelation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_seen__isnull", True), ("last_seen__gte", models.F("first_seen")), _connector="OR"
                ),
                name="supplychain_supplyrelation_seen_in_order",
                violation_error_message="The relation was last seen before it was first seen.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplyrelation",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."brand_id" IS DISTINCT FROM (NEW."brand_id") OR OLD."company_id" IS DISTINCT FROM (NEW."company_id") OR OLD."country_id" IS DISTINCT FROM (NEW."country_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."first_seen" IS DISTINCT FROM (NEW."first_seen") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."last_seen" IS DISTINCT FROM (NEW."last_seen") OR OLD."region" IS DISTINCT FROM (NEW."region"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="adfa1dfa703fe869648a241d8704c2fcfbed4d0a",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_6e4f7",
                    table="supplychain_supplyrelation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplyrelation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_supplyrelationversion" ("brand_id", "company_id", "country_id", "created_at", "first_seen", "id", "is_demo", "last_seen", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at") SELECT new_values."brand_id", new_values."company_id", new_values."country_id", new_values."created_at", new_values."first_seen", new_values."id", new_values."is_demo", new_values."last_seen", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."region", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4b0c2a9707ae86a17ab95e41e0d81d2fb013b237",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cb0e2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_supplyrelation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplyrelation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_supplyrelationversion" ("brand_id", "company_id", "country_id", "created_at", "first_seen", "id", "is_demo", "last_seen", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at") SELECT new_values."brand_id", new_values."company_id", new_values."country_id", new_values."created_at", new_values."first_seen", new_values."id", new_values."is_demo", new_values."last_seen", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."region", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="872f2fca03067f64b7f5538a273a9ef06f2b8c68",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1a086",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_supplyrelation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplyrelation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_supplyrelationversion" ("brand_id", "company_id", "country_id", "created_at", "first_seen", "id", "is_demo", "last_seen", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at") SELECT old_values."brand_id", old_values."company_id", old_values."country_id", old_values."created_at", old_values."first_seen", old_values."id", old_values."is_demo", old_values."last_seen", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."region", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="99b64932525b88ba841b3e54a598e71fff3ffad7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7d465",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_supplyrelation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="relationcitation",
            constraint=models.UniqueConstraint(fields=("relation", "source"), name="supplychain_relationcitation_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."locator" IS DISTINCT FROM (NEW."locator") OR OLD."relation_id" IS DISTINCT FROM (NEW."relation_id") OR OLD."seen_on" IS DISTINCT FROM (NEW."seen_on") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="b24df09be108c26de7d12af2e0d3d11749f61b40",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_d02b9",
                    table="supplychain_relationcitation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_relationcitationversion" ("created_at", "id", "is_demo", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "seen_on", "source_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."locator", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."relation_id", new_values."seen_on", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5b8daf01d4ccb3a070283f8aa665d9fbf19be3b2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d2761",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="supplychain_relationcitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_relationcitationversion" ("created_at", "id", "is_demo", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "seen_on", "source_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."locator", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."relation_id", new_values."seen_on", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="087d092fab5b12098d3537e8d217e5d2d1451bcc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7d1d2",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="supplychain_relationcitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "supplychain_relationcitationversion" ("created_at", "id", "is_demo", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "seen_on", "source_id", "updated_at") SELECT old_values."created_at", old_values."id", old_values."is_demo", old_values."locator", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."relation_id", old_values."seen_on", old_values."source_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="328dfc58c5cd7289023cae0eeb94f1a7432a7735",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5d80b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="supplychain_relationcitation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(
            """
            ALTER TABLE supplychain_productionlink ADD CONSTRAINT supplychain_link_brand_of_model
            FOREIGN KEY (product_model_id, brand_id) REFERENCES supplychain_productmodel (id, brand_id)
            DEFERRABLE INITIALLY DEFERRED
            """,
            "ALTER TABLE supplychain_productionlink DROP CONSTRAINT supplychain_link_brand_of_model",
        ),
    ]
