import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContractLine",
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
                ("number", models.PositiveSmallIntegerField(verbose_name="line")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="description")),
                ("quantity", models.PositiveIntegerField(blank=True, null=True, verbose_name="quantity")),
                (
                    "value_amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="value"),
                ),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="bought from")),
                ("period_to", models.DateField(blank=True, null=True, verbose_name="bought until")),
            ],
            options={
                "verbose_name": "contract line",
                "verbose_name_plural": "contract lines",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContractLineVersion",
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
                ("number", models.PositiveSmallIntegerField(verbose_name="line")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="description")),
                ("quantity", models.PositiveIntegerField(blank=True, null=True, verbose_name="quantity")),
                (
                    "value_amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="value"),
                ),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="bought from")),
                ("period_to", models.DateField(blank=True, null=True, verbose_name="bought until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContractVersion",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("reference", models.CharField(blank=True, max_length=80, verbose_name="buyer's reference")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
                (
                    "value_amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="value"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisclosedLink",
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
            ],
            options={
                "verbose_name": "disclosed link",
                "verbose_name_plural": "disclosed links",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisclosedLinkVersion",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisclosureRequest",
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
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("due_on", models.DateField(verbose_name="due on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Full answer"),
                            ("partial", "Partial answer"),
                            ("refused", "Refused"),
                            ("none", "No answer"),
                        ],
                        max_length=8,
                        verbose_name="answer",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confidential", "Refused: confidential"),
                            ("no_duty", "Refused: the contract has no such duty"),
                            ("not_obtainable", "The contractor cannot obtain it"),
                            ("unknown_to_brand", "Not known to the brand"),
                            ("exempt", "Exempt"),
                            ("redacted", "Partly redacted"),
                        ],
                        max_length=20,
                        verbose_name="reason given",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("is_published", models.BooleanField(default=False, verbose_name="published by the buyer")),
            ],
            options={
                "verbose_name": "disclosure request",
                "verbose_name_plural": "disclosure requests",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisclosureRequestVersion",
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
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("due_on", models.DateField(verbose_name="due on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Full answer"),
                            ("partial", "Partial answer"),
                            ("refused", "Refused"),
                            ("none", "No answer"),
                        ],
                        max_length=8,
                        verbose_name="answer",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confidential", "Refused: confidential"),
                            ("no_duty", "Refused: the contract has no such duty"),
                            ("not_obtainable", "The contractor cannot obtain it"),
                            ("unknown_to_brand", "Not known to the brand"),
                            ("exempt", "Exempt"),
                            ("redacted", "Partly redacted"),
                        ],
                        max_length=20,
                        verbose_name="reason given",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("is_published", models.BooleanField(default=False, verbose_name="published by the buyer")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LabelScheme",
            fields=[
                ("code", models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("owner_name", models.CharField(max_length=200, verbose_name="owner")),
                (
                    "label_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("I", "Type I (ISO 14024): third-party ecolabel"),
                            ("II", "Type II (ISO 14021): self-declared claim"),
                            ("III", "Type III (ISO 14025): declaration of life-cycle data"),
                        ],
                        max_length=3,
                        verbose_name="type",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
            ],
            options={
                "verbose_name": "label scheme",
                "verbose_name_plural": "label schemes",
            },
        ),
        migrations.CreateModel(
            name="Procurer",
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
                    "legal_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("body-pl", "Body governed by public law"),
                            (
                                "body-pl-cga",
                                "Body governed by public law, controlled by a central government authority",
                            ),
                            ("body-pl-la", "Body governed by public law, controlled by a local authority"),
                            ("body-pl-ra", "Body governed by public law, controlled by a regional authority"),
                            ("cga", "Central government authority"),
                            ("def-cont", "Defence contractor"),
                            ("eu-ins-bod-ag", "EU institution, body or agency"),
                            ("eu-int-org", "European Institution/Agency or International Organisation"),
                            ("grp-p-aut", "Group of public authorities"),
                            ("int-org", "International organisation"),
                            ("la", "Local authority"),
                            ("org-sub", "Organisation awarding a contract subsidised by a contracting authority"),
                            (
                                "org-sub-cga",
                                "Organisation awarding a contract subsidised by a central government authority",
                            ),
                            ("org-sub-la", "Organisation awarding a contract subsidised by a local authority"),
                            ("org-sub-ra", "Organisation awarding a contract subsidised by a regional authority"),
                            ("pub-undert", "Public undertaking"),
                            ("pub-undert-cga", "Public undertaking, controlled by a central government authority"),
                            ("pub-undert-la", "Public undertaking, controlled by a local authority"),
                            ("pub-undert-ra", "Public undertaking, controlled by a regional authority"),
                            ("ra", "Regional authority"),
                            ("rl-aut", "Regional or local authority"),
                            ("spec-rights-entity", "Entity with special or exclusive rights"),
                        ],
                        max_length=20,
                        verbose_name="buyer legal type",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("national", "National"),
                            ("regional", "Regional"),
                            ("local", "Local"),
                            ("university", "University"),
                            ("hospital", "Hospital"),
                            ("consortium", "Purchasing consortium"),
                        ],
                        max_length=12,
                        verbose_name="level",
                    ),
                ),
                (
                    "spend_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("under_1m", "Under EUR 1 million"),
                            ("1m_3m", "EUR 1 to 3 million"),
                            ("3m_5m", "EUR 3 to 5 million"),
                            ("5m_20m", "EUR 5 to 20 million"),
                            ("over_20m", "Over EUR 20 million"),
                        ],
                        max_length=10,
                        verbose_name="yearly spend on ICT hardware",
                    ),
                ),
                ("users_served", models.PositiveIntegerField(blank=True, null=True, verbose_name="users served")),
                ("profile", models.TextField(blank=True, verbose_name="profile")),
                (
                    "buyer_visibility",
                    models.CharField(
                        choices=[
                            ("private", "Only we ourselves, monitors and administrators"),
                            ("peers", "Other public buyers too"),
                            ("public", "Everyone"),
                        ],
                        default="private",
                        max_length=8,
                        verbose_name="who may see what we buy",
                    ),
                ),
            ],
            options={
                "verbose_name": "procurer",
                "verbose_name_plural": "procurers",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProcurerVersion",
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
                    "legal_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("body-pl", "Body governed by public law"),
                            (
                                "body-pl-cga",
                                "Body governed by public law, controlled by a central government authority",
                            ),
                            ("body-pl-la", "Body governed by public law, controlled by a local authority"),
                            ("body-pl-ra", "Body governed by public law, controlled by a regional authority"),
                            ("cga", "Central government authority"),
                            ("def-cont", "Defence contractor"),
                            ("eu-ins-bod-ag", "EU institution, body or agency"),
                            ("eu-int-org", "European Institution/Agency or International Organisation"),
                            ("grp-p-aut", "Group of public authorities"),
                            ("int-org", "International organisation"),
                            ("la", "Local authority"),
                            ("org-sub", "Organisation awarding a contract subsidised by a contracting authority"),
                            (
                                "org-sub-cga",
                                "Organisation awarding a contract subsidised by a central government authority",
                            ),
                            ("org-sub-la", "Organisation awarding a contract subsidised by a local authority"),
                            ("org-sub-ra", "Organisation awarding a contract subsidised by a regional authority"),
                            ("pub-undert", "Public undertaking"),
                            ("pub-undert-cga", "Public undertaking, controlled by a central government authority"),
                            ("pub-undert-la", "Public undertaking, controlled by a local authority"),
                            ("pub-undert-ra", "Public undertaking, controlled by a regional authority"),
                            ("ra", "Regional authority"),
                            ("rl-aut", "Regional or local authority"),
                            ("spec-rights-entity", "Entity with special or exclusive rights"),
                        ],
                        max_length=20,
                        verbose_name="buyer legal type",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("national", "National"),
                            ("regional", "Regional"),
                            ("local", "Local"),
                            ("university", "University"),
                            ("hospital", "Hospital"),
                            ("consortium", "Purchasing consortium"),
                        ],
                        max_length=12,
                        verbose_name="level",
                    ),
                ),
                (
                    "spend_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("under_1m", "Under EUR 1 million"),
                            ("1m_3m", "EUR 1 to 3 million"),
                            ("3m_5m", "EUR 3 to 5 million"),
                            ("5m_20m", "EUR 5 to 20 million"),
                            ("over_20m", "Over EUR 20 million"),
                        ],
                        max_length=10,
                        verbose_name="yearly spend on ICT hardware",
                    ),
                ),
                ("users_served", models.PositiveIntegerField(blank=True, null=True, verbose_name="users served")),
                ("profile", models.TextField(blank=True, verbose_name="profile")),
                (
                    "buyer_visibility",
                    models.CharField(
                        choices=[
                            ("private", "Only we ourselves, monitors and administrators"),
                            ("peers", "Other public buyers too"),
                            ("public", "Everyone"),
                        ],
                        default="private",
                        max_length=8,
                        verbose_name="who may see what we buy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Supplier",
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
            ],
            options={
                "verbose_name": "supplier",
                "verbose_name_plural": "suppliers",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupplierVersion",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Affiliation",
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
                ("basis_of_count", models.CharField(blank=True, max_length=200, verbose_name="basis of count")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="affiliations_with",
                        to="core.organisation",
                        verbose_name="body",
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
                        to="procurement.affiliation",
                        verbose_name="merged into",
                    ),
                ),
            ],
            options={
                "verbose_name": "affiliation",
                "verbose_name_plural": "affiliations",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AffiliationEvent",
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
                    "stage",
                    models.CharField(
                        choices=[
                            ("identified", "Identified"),
                            ("contacted", "Contacted"),
                            ("encouraged", "Encouraged"),
                            ("interested", "Interested"),
                            ("spend_measured", "Spend measured"),
                            ("offer_requested", "Offer requested"),
                            ("offer_received", "Offer received"),
                            ("affiliated", "Affiliated"),
                            ("renewed", "Renewed"),
                            ("declined", "Declined"),
                            ("dormant", "Dormant"),
                            ("lapsed", "Lapsed"),
                        ],
                        max_length=16,
                        verbose_name="stage",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="date")),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direct", "Direct"),
                            ("via_consortium", "Through a consortium"),
                            ("via_network", "Through a network"),
                            ("via_framework_authority", "Through a framework authority"),
                        ],
                        max_length=24,
                        verbose_name="route",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "affiliation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="procurement.affiliation",
                        verbose_name="affiliation",
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
                (
                    "via",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="through",
                    ),
                ),
            ],
            options={
                "verbose_name": "affiliation event",
                "verbose_name_plural": "affiliation events",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AffiliationEventVersion",
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
                    "stage",
                    models.CharField(
                        choices=[
                            ("identified", "Identified"),
                            ("contacted", "Contacted"),
                            ("encouraged", "Encouraged"),
                            ("interested", "Interested"),
                            ("spend_measured", "Spend measured"),
                            ("offer_requested", "Offer requested"),
                            ("offer_received", "Offer received"),
                            ("affiliated", "Affiliated"),
                            ("renewed", "Renewed"),
                            ("declined", "Declined"),
                            ("dormant", "Dormant"),
                            ("lapsed", "Lapsed"),
                        ],
                        max_length=16,
                        verbose_name="stage",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="date")),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direct", "Direct"),
                            ("via_consortium", "Through a consortium"),
                            ("via_network", "Through a network"),
                            ("via_framework_authority", "Through a framework authority"),
                        ],
                        max_length=24,
                        verbose_name="route",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "affiliation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="procurement.affiliation",
                        verbose_name="affiliation",
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
                        to="procurement.affiliationevent",
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
                (
                    "via",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="through",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AffiliationVersion",
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
                ("basis_of_count", models.CharField(blank=True, max_length=200, verbose_name="basis of count")),
                (
                    "body",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="body",
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
                        to="procurement.affiliation",
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
                        to="procurement.affiliation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contract",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("reference", models.CharField(blank=True, max_length=80, verbose_name="buyer's reference")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
                (
                    "value_amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="value"),
                ),
                (
                    "currency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.currency",
                        verbose_name="currency",
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
                        to="procurement.contract",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.source",
                        verbose_name="public notice",
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
                "verbose_name": "contract",
                "verbose_name_plural": "contracts",
                "abstract": False,
            },
        ),
    ]
